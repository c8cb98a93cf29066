import Events
import TestSupport
import Testing

@testable import Store

@Suite("A merge of small files that a crash interrupts")
struct MergeRecoveryTests {
    /// Stands for the death of the process.
    private struct Death: Error {}

    /// How far a merge got before its process died.
    enum Crash: CaseIterable {
        case whileWriting, afterWriting, whileAssembling, beforeTransaction, afterTransaction, afterExchange,
            whileRemovingOldFolder, beforeRemovingStagedFile

        var isMerged: Bool {
            switch self {
            case .whileWriting, .afterWriting, .whileAssembling, .beforeTransaction: false
            default: true
            }
        }
    }

    /// 2026-03-01.
    private static let day = Day(number: 20_513)
    private static let epoch = Epoch(day: day)
    private static let supplement = Epoch(day: day, supplement: 1)
    private let place: TemporaryStore

    init() throws {
        place = try TemporaryStore()
        _ = try place.store.catalog.openEpoch(of: Self.day)
    }

    /// Three files of the writer that merges, two of another, and one of a supplement.
    private func prepare() throws {
        let other = try place.store.takeWriter(host: "b")
        let writer = try place.store.takeWriter(host: "a")
        for seed in 1...3 as ClosedRange<UInt64> { try writer.commitRows(Self.epoch, seed: seed) }
        for seed in 4...5 as ClosedRange<UInt64> { try other.commitRows(Self.epoch, seed: seed) }
        try place.store.catalog.beginClosing(Self.epoch)
        _ = try place.store.catalog.openEpoch(of: Self.day)
        try writer.commitRows(Self.supplement, seed: 6)
    }

    /// What a reader sees that lists the day's folder and knows nothing of the catalog.
    private func visibleRows() throws -> [EventRow] {
        let folder = place.store.layout.folder(of: Self.day)
        return try place.names(of: Self.day).filter { $0.hasSuffix(".parquet") }.flatMap { name in
            let reader = try PartitionReader(path: "\(folder)/\(name)", epoch: Self.epoch)
            return try (0..<reader.rowGroupCount).flatMap { try reader.read(rowGroup: $0, .everything).spelledOut }
        }
    }

    /// Merges as far as `crash` says.
    private func merge(until crash: Crash) throws {
        let store = try place.reopened()
        let layout = store.layout
        let writer = try store.takeWriter(host: "a")
        let small = try writer.smallFiles(of: Self.epoch, below: 1000, atLeast: 2)
        let target = try writer.beginFile(Self.epoch)
        for (_, reader) in small {
            for group in 0..<reader.rowGroupCount { try target.append(reader.read(rowGroup: group, .everything)) }
        }
        if crash == .whileWriting { return }
        let merged = try target.finish(policy: "a policy", closed: false)
        if crash == .afterWriting { return }
        let sequences = Set(small.map(\.file.name.sequence))
        var generation = 0
        #expect(throws: Death.self) {
            try store.exchange(
                Self.day, removing: { $0.name.writer == "a-1" && sequences.contains($0.name.sequence) },
                adding: [merged]
            ) { next, files in
                generation = next
                if crash.isMerged {
                    try store.catalog.recordMerge(
                        of: small.map(\.file), into: merged, generation: next, files: files)
                }
                throw Death()
            }
        }
        let aside = layout.aside(Self.day, generation: generation)
        switch crash {
        case .whileWriting, .afterWriting, .beforeTransaction, .afterTransaction: break
        case .whileAssembling: try FileSystem.remove("\(aside)/\(layout.generationMark(generation))")
        case .afterExchange: try FileSystem.exchange(aside, layout.folder(of: Self.day))
        case .whileRemovingOldFolder:
            try FileSystem.exchange(aside, layout.folder(of: Self.day))
            try FileSystem.remove("\(aside)/\(FileSystem.list(aside)[0])")
        case .beforeRemovingStagedFile: try store.completeExchange(of: Self.day)
        }
    }

    private func expectFiles(_ crash: Crash, generation: Int) throws {
        try place.expectIntact(Self.day, generation: generation)
        let files = try place.store.catalog.files(of: Self.epoch).filter { $0.name.writer == "a-1" }
        #expect(files.count == (crash.isMerged ? 1 : 3))
    }

    @Test("Before and after recovery every reader sees every row once", arguments: Crash.allCases)
    func crash(_ crash: Crash) throws {
        try prepare()
        let before = try visibleRows()
        #expect(before.count == 18)
        try merge(until: crash)
        for _ in 0..<3 {
            let rows = try visibleRows()
            #expect(rows.count == before.count)
            #expect((Set(rows) == Set(before)) as Bool)
            try place.reopened().recover()
            try expectFiles(crash, generation: crash.isMerged ? 1 : 0)
        }
    }

    @Test("The second merge of a day is recovered like the first", arguments: Crash.allCases)
    func secondMerge(_ crash: Crash) throws {
        try prepare()
        try merge(until: .beforeRemovingStagedFile)
        try place.store.recover()
        do {
            let writer = try place.reopened().takeWriter(host: "a")
            try writer.commitRows(Self.supplement, seed: 7)
            let epoch = try #require(try place.store.catalog.files(of: Self.epoch).first?.epoch)
            for seed in 8...9 as ClosedRange<UInt64> { try writer.commitRows(epoch, seed: seed) }
        }
        let before = try visibleRows()
        #expect(before.count == 27)
        try merge(until: crash)
        for _ in 0..<2 {
            let rows = try visibleRows()
            #expect(rows.count == before.count)
            #expect((Set(rows) == Set(before)) as Bool)
            try place.reopened().recover()
            try expectFiles(crash, generation: crash.isMerged ? 2 : 1)
        }
    }

    @Test("A file that arrives between the merge's transaction and recovery is not lost", arguments: Crash.allCases)
    func lateWriter(_ crash: Crash) throws {
        try prepare()
        let late = try place.reopened().takeWriter(host: "late")
        try merge(until: crash)
        try late.commitRows(Self.supplement, seed: 8, rows: 2)
        try place.reopened().recover()
        try expectFiles(crash, generation: crash.isMerged ? 1 : 0)
        #expect(try visibleRows().count == 20)
    }

    @Test("After any crash the files can be merged, and the epoch can be closed", arguments: Crash.allCases)
    func goOn(_ crash: Crash) throws {
        try prepare()
        try merge(until: crash)
        let store = try place.reopened()
        try store.recover()
        let rows = try place.rows(of: Self.epoch)
        if !crash.isMerged { try merge(until: .beforeRemovingStagedFile) }
        try store.recover()
        let again = Set(try place.rows(of: Self.epoch)) == Set(rows)
        #expect(again)
        let writer = try store.takeWriter(host: "closing")
        var events = RandomEvents(seed: 9)
        let batch = events.batch(Self.epoch, rows: 5)
        try store.close(Self.epoch, with: [try writer.stage(Self.epoch, batch)], release: .sample(Self.epoch))
        try place.expectIntact(Self.day, generation: 2)
        #expect(try place.rows(of: Self.epoch) == batch.spelledOut)
    }

    @Test("A merged file with other rows than those it replaces is refused, and nothing changes")
    func wrongRows() throws {
        try prepare()
        let writer = try place.reopened().takeWriter(host: "a")
        let small = try writer.smallFiles(of: Self.epoch, below: 1000, atLeast: 3).map(\.file)
        var events = RandomEvents(seed: 1)
        let merged = try writer.stage(Self.epoch, events.batch(Self.epoch, rows: 8))
        let error = #expect(throws: StoreError.self) { try writer.replace(small, by: merged) }
        #expect(error?.kind == .damaged)
        try writer.discard([merged])
        try place.store.recover()
        try expectFiles(.afterWriting, generation: 0)
    }

    @Test("Only a writer's own files below the size are small, and only if there are enough of them")
    func smallFiles() throws {
        try prepare()
        let writer = try place.store.takeWriter(host: "a")
        try writer.commitRows(Self.epoch, seed: 10, rows: 7)
        func sequences(_ rows: Int, _ count: Int) throws -> [Int] {
            try writer.smallFiles(of: Self.epoch, below: rows, atLeast: count).map(\.file.name.sequence)
        }
        #expect(try sequences(7, 3) == [1, 2, 3])
        #expect(try sequences(8, 3) == [1, 2, 3, 5])
        #expect(try sequences(3, 1) == [])
        #expect(try sequences(7, 4) == [])
        #expect(try writer.smallFiles(of: Self.supplement, below: 7, atLeast: 1).map(\.file.name.sequence) == [4])
    }
}
