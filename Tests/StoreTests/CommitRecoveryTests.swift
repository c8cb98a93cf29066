import Events
import TestSupport
import Testing

@testable import Store

@Suite("A commit that a crash interrupts")
struct CommitRecoveryTests {
    /// How far a commit got before its process died.
    enum Crash: CaseIterable {
        case whileWriting, afterStaging, afterTransaction, afterFirstDayFolder, afterFirstRename, afterAllRenames

        var isCommitted: Bool {
            switch self {
            case .whileWriting, .afterStaging: false
            default: true
            }
        }
    }

    /// 2026-03-01.
    private static let days = [Day(number: 20_513), Day(number: 20_514)]
    private let place: TemporaryStore

    init() throws {
        place = try TemporaryStore()
        for day in Self.days { _ = try place.store.catalog.openEpoch(of: day) }
    }

    /// Commits three files as far as `crash` says; the writer's lock is free afterwards, as after a death.
    private func commit(until crash: Crash) throws -> [EventRow] {
        let store = try place.reopened()
        let writer = try store.takeWriter(host: "a")
        var events = RandomEvents(seed: 1)
        var files: [PartitionFile] = []
        var rows: [EventRow] = []
        for day in [Self.days[0], Self.days[0], Self.days[1]] {
            let epoch = Epoch(day: day)
            let batch = events.batch(epoch, rows: 4)
            rows += batch.spelledOut
            files.append(try writer.stage(epoch, batch))
        }
        if crash == .whileWriting {
            let unfinished = try writer.beginFile(Epoch(day: Self.days[0]))
            try unfinished.append(events.batch(Epoch(day: Self.days[0]), rows: 4))
        }
        guard crash.isCommitted else { return [] }
        var commit = Commit()
        commit.files = files
        try FileSystem.syncFolder(store.layout.staging)
        _ = try store.catalog.record(commit, writer: writer.name)
        switch crash {
        case .whileWriting, .afterStaging, .afterTransaction: break
        case .afterFirstDayFolder: try FileSystem.makeFolder(store.layout.folder(of: Self.days[0]))
        case .afterFirstRename: try publish([files[1]], store)
        case .afterAllRenames:
            for file in files { try publish([file], store) }
        }
        return rows
    }

    private func publish(_ files: [PartitionFile], _ store: Store) throws {
        let day = files[0].epoch.day
        try store.withLocked([day]) { try store.publish(files, of: day) }
    }

    @Test("Recovery leaves the old state or the new one, and nothing else", arguments: Crash.allCases)
    func crash(_ crash: Crash) throws {
        let writer = try place.store.takeWriter(host: "earlier")
        try writer.commitRows(Epoch(day: Self.days[0]), seed: 9)
        let before = try place.rows(of: Epoch(day: Self.days[0]))
        let committed = try commit(until: crash)

        for _ in 0..<2 {
            try place.reopened().recover()
            for day in Self.days { try place.expectIntact(day, generation: 0) }
            let rows = try Self.days.flatMap { try place.rows(of: Epoch(day: $0)) }
            #expect(Set(rows) == Set(before + committed))
            #expect(rows.count == before.count + committed.count)
        }
    }

    @Test("A file number is never given twice, whatever became of the file")
    func numbers() throws {
        var drawn: [Int] = []
        for crash in Crash.allCases {
            _ = try commit(until: crash)
            try place.reopened().recover()
            drawn.append(try place.store.catalog.drawSequence("a-1"))
        }
        #expect(drawn == drawn.sorted())
        #expect(Set(drawn).count == drawn.count)
        #expect(drawn.last! >= 3 * Crash.allCases.count)
    }

    @Test("The files of a living writer are left alone")
    func livingWriter() throws {
        let store = try place.reopened()
        let writer = try store.takeWriter(host: "a")
        var events = RandomEvents(seed: 3)
        let epoch = Epoch(day: Self.days[0])
        var commit = Commit()
        commit.files = [try writer.stage(epoch, events.batch(epoch, rows: 2))]
        let unfinished = try writer.beginFile(epoch)
        let staged = try place.staged
        #expect(staged == [".a-1-1.inprogress", ".a-1-2.inprogress"])
        try place.reopened().recover()
        #expect(try place.staged == staged)

        _ = try store.catalog.record(commit, writer: writer.name)
        try place.reopened().recover()
        #expect(try place.staged == staged)
        try publish(commit.files, store)
        try unfinished.discard()
        try place.expectIntact(epoch.day, generation: 0)
    }

    @Test("Recovery keeps what is not its own in the staging folder")
    func strangers() throws {
        _ = try FileSystem.createFile(place.store.layout.staging + "/notes")
        try place.reopened().recover()
        #expect(try place.staged == ["notes"])
    }

    @Test("A commit into a closed epoch is refused as a whole")
    func closedEpoch() throws {
        let writer = try place.store.takeWriter(host: "a")
        var commit = Commit()
        var events = RandomEvents(seed: 3)
        for day in Self.days {
            commit.files.append(try writer.stage(Epoch(day: day), events.batch(Epoch(day: day), rows: 2)))
        }
        commit.ties = [Epoch(day: Self.days[0]): 7]
        let source = SourceMemory(
            name: "s", key: ContentKeyName(month: "2026-03", scope: ""), tail: [], format: "common")
        commit.inputs = [InputUpdate(contents: [], source: source, revision: 0)]
        try place.store.catalog.closeEmpty(Epoch(day: Self.days[1]))
        let error = #expect(throws: StoreError.self) { _ = try writer.commit(commit) }
        #expect(error?.kind == .busy)
        #expect(try place.store.catalog.files(of: Self.days[0]) == [])
        #expect(try writer.nextTie(in: Epoch(day: Self.days[0])) == 0)
        #expect(try place.store.catalog.memory(ofSource: "s", scope: "") == nil)
        try writer.discard(commit.files)
        for day in Self.days { try place.expectIntact(day, generation: 0) }
    }

    @Test("A file that has the final name already is not overwritten")
    func occupiedName() throws {
        let writer = try place.store.takeWriter(host: "a")
        let epoch = Epoch(day: Self.days[0])
        var events = RandomEvents(seed: 3)
        var commit = Commit()
        commit.files = [try writer.stage(epoch, events.batch(epoch, rows: 2))]
        let folder = place.store.layout.folder(of: epoch.day)
        try FileSystem.makeFolder(folder)
        _ = try FileSystem.createFile("\(folder)/\(commit.files[0].name.final)")
        let error = #expect(throws: StoreError.self) { _ = try writer.commit(commit) }
        #expect(error?.kind == .io)
        #expect(try place.staged == [commit.files[0].name.inProgress])
    }
}
