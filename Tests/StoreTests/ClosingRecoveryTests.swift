import Events
import TestSupport
import Testing

@testable import Store

@Suite("A closing that a crash interrupts")
struct ClosingRecoveryTests {
    /// Stands for the death of the process.
    private struct Death: Error {}

    /// How far a closing got before its process died.
    enum Crash: CaseIterable {
        case afterRewriting, whileAssembling, beforeTransaction, afterTransaction, afterExchange,
            whileRemovingOldFolder,
            beforeRemovingStagedFile

        var isClosed: Bool {
            switch self {
            case .afterRewriting, .whileAssembling, .beforeTransaction: false
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
    }

    /// Two writers' files of the epoch, and one of the day's supplement; the epoch is closing.
    private func prepare() throws {
        let catalog = place.store.catalog
        for (host, seed) in [("a", 1), ("b", 2)] as [(String, UInt64)] {
            #expect(try catalog.openEpoch(of: Self.day) == Self.epoch)
            try place.store.takeWriter(host: host).commitRows(Self.epoch, seed: seed)
        }
        try catalog.beginClosing(Self.epoch)
        #expect(try catalog.openEpoch(of: Self.day) == Self.supplement)
        try place.store.takeWriter(host: "a").commitRows(Self.supplement, seed: 3)
    }

    /// Closes an epoch as far as `crash` says.
    ///
    /// - Returns: the rewritten rows.
    @discardableResult
    private func close(_ epoch: Epoch, until crash: Crash) throws -> [EventRow] {
        let store = try place.reopened()
        let layout = store.layout
        let writer = try store.takeWriter(host: "closing")
        var events = RandomEvents(seed: 4)
        let batch = events.batch(epoch, rows: 5)
        let file = try writer.stage(epoch, batch, closed: true)
        if crash == .afterRewriting { return [] }
        var generation = 0
        #expect(throws: Death.self) {
            try store.exchange(epoch.day, removing: { $0.epoch == epoch }, adding: [file]) { next, files in
                generation = next
                if crash.isClosed { try store.catalog.recordClosing(.sample(epoch), generation: next, files: files) }
                throw Death()
            }
        }
        let aside = layout.aside(Self.day, generation: generation)
        switch crash {
        case .afterRewriting, .beforeTransaction, .afterTransaction: break
        case .whileAssembling: try FileSystem.remove("\(aside)/\(layout.generationMark(generation))")
        case .afterExchange: try FileSystem.exchange(aside, layout.folder(of: Self.day))
        case .whileRemovingOldFolder:
            try FileSystem.exchange(aside, layout.folder(of: Self.day))
            try FileSystem.remove("\(aside)/\(FileSystem.list(aside)[0])")
        case .beforeRemovingStagedFile: try store.completeExchange(of: Self.day)
        }
        return crash.isClosed ? batch.spelledOut : []
    }

    private func expectState(
        _ crash: Crash, _ epoch: Epoch, generation: Int, rewritten: [EventRow], others: [Epoch: [EventRow]]
    ) throws {
        try place.expectIntact(Self.day, generation: generation)
        #expect(try place.store.catalog.state(of: epoch) == (crash.isClosed ? .closed : .closing))
        for (other, rows) in others where other != epoch || !crash.isClosed {
            #expect(try place.rows(of: other) == rows)
        }
        if crash.isClosed { #expect(try place.rows(of: epoch) == rewritten) }
        let released = try place.store.catalog.releases(Self.day...Self.day).map(\.epoch)
        #expect(released.contains(epoch) == crash.isClosed)
    }

    @Test("Recovery leaves the old day or the new one, and doing it again changes nothing", arguments: Crash.allCases)
    func crash(_ crash: Crash) throws {
        try prepare()
        let before = [
            Self.epoch: try place.rows(of: Self.epoch), Self.supplement: try place.rows(of: Self.supplement),
        ]
        let rewritten = try close(Self.epoch, until: crash)
        for _ in 0..<2 {
            try place.reopened().recover()
            try expectState(crash, Self.epoch, generation: crash.isClosed ? 1 : 0, rewritten: rewritten, others: before)
        }
    }

    @Test("The second exchange of a day is recovered like the first", arguments: Crash.allCases)
    func secondExchange(_ crash: Crash) throws {
        try prepare()
        let writer = try place.store.takeWriter(host: "closing")
        var events = RandomEvents(seed: 8)
        let first = try writer.stage(Self.epoch, events.batch(Self.epoch, rows: 2), closed: true)
        try place.store.close(Self.epoch, with: [first], release: .sample(Self.epoch))
        try place.expectIntact(Self.day, generation: 1)
        let before = [
            Self.epoch: try place.rows(of: Self.epoch), Self.supplement: try place.rows(of: Self.supplement),
        ]
        try place.store.catalog.beginClosing(Self.supplement)
        let rewritten = try close(Self.supplement, until: crash)
        for _ in 0..<2 {
            try place.reopened().recover()
            try expectState(
                crash, Self.supplement, generation: crash.isClosed ? 2 : 1, rewritten: rewritten, others: before)
        }
    }

    @Test("After any crash the epoch can be closed", arguments: Crash.allCases.filter { !$0.isClosed })
    func closeAfterCrash(_ crash: Crash) throws {
        try prepare()
        try close(Self.epoch, until: crash)
        let store = try place.reopened()
        try store.recover()
        let writer = try store.takeWriter(host: "closing")
        var events = RandomEvents(seed: 5)
        let batch = events.batch(Self.epoch, rows: 7)
        try store.close(Self.epoch, with: [try writer.stage(Self.epoch, batch)], release: .sample(Self.epoch))
        try place.expectIntact(Self.day, generation: 1)
        #expect(try place.rows(of: Self.epoch) == batch.spelledOut)
    }

    @Test("A file that arrives between the closing transaction and recovery is not lost", arguments: Crash.allCases)
    func lateWriter(_ crash: Crash) throws {
        try prepare()
        let late = try place.reopened().takeWriter(host: "late")
        try close(Self.epoch, until: crash)
        try late.commitRows(Self.supplement, seed: 6, rows: 2)
        try place.reopened().recover()
        try place.expectIntact(Self.day, generation: crash.isClosed ? 1 : 0)
        #expect(try place.rows(of: Self.supplement).count == 5)
    }

    @Test(
        "A writer's file is kept if the day is exchanged between its transaction and its rename",
        arguments: [false, true])
    func exchangeBetweenTransactionAndRename(writerDies: Bool) throws {
        try prepare()
        let store = try place.reopened()
        var files: [PartitionFile] = []
        do {
            let late = try store.takeWriter(host: "late")
            var events = RandomEvents(seed: 6)
            var commit = Commit()
            commit.files = [try late.stage(Self.supplement, events.batch(Self.supplement, rows: 2))]
            files = commit.files
            _ = try store.catalog.record(commit, writer: late.name)

            try close(Self.epoch, until: .beforeRemovingStagedFile)
            if !writerDies { try store.withLocked([Self.day]) { try store.publish(files, of: Self.day) } }
        }
        try place.reopened().recover()
        try place.expectIntact(Self.day, generation: 1)
        #expect(try place.rows(of: Self.supplement).count == 5)
    }
}
