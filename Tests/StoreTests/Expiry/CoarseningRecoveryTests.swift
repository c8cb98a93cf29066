import Events
import TestSupport
import Testing

@testable import Store

@Suite("A coarsening or a removal that a crash interrupts")
struct CoarseningRecoveryTests {
    private struct Death: Error {}

    /// How far it got before its process died.
    enum Crash: CaseIterable {
        case afterRewriting, beforeTransaction, afterTransaction, afterExchange, whileRemovingOldFolder,
            beforeRemovingStagedFile

        var isRecorded: Bool { self != .afterRewriting && self != .beforeTransaction }
    }

    /// 2026-03-01.
    private static let day = Day(number: 20_513)
    private static let epoch = Epoch(day: day)
    private static let supplement = Epoch(day: day, supplement: 1)
    private let place: TemporaryStore

    init() throws {
        place = try TemporaryStore()
    }

    /// A closed epoch and an open supplement.
    private func prepare() throws {
        let catalog = place.store.catalog
        _ = try catalog.openEpoch(of: Self.day)
        let writer = try place.store.takeWriter(host: "a")
        try writer.commitRows(Self.epoch, seed: 1, rows: 6)
        try catalog.beginClosing(Self.epoch)
        var events = RandomEvents(seed: 2)
        let file = try writer.stage(Self.epoch, events.batch(Self.epoch, rows: 6), closed: true)
        try place.store.close(Self.epoch, with: [file], release: .sample(Self.epoch))
        _ = try catalog.openEpoch(of: Self.day)
        try writer.commitRows(Self.supplement, seed: 3, rows: 2)
    }

    private func interrupt(
        _ crash: Crash, adding files: [PartitionFile], _ record: (Store, Int, [PartitionFile]) throws -> Void
    ) throws {
        let store = try place.reopened()
        if crash == .afterRewriting { return }
        var aside = ""
        #expect(throws: Death.self) {
            try store.exchange(Self.day, removing: { $0.epoch == Self.epoch }, adding: files) { generation, all in
                aside = store.layout.aside(Self.day, generation: generation)
                if crash.isRecorded { try record(store, generation, all) }
                throw Death()
            }
        }
        switch crash {
        case .afterRewriting, .beforeTransaction, .afterTransaction: break
        case .afterExchange: try FileSystem.exchange(aside, store.layout.folder(of: Self.day))
        case .whileRemovingOldFolder:
            try FileSystem.exchange(aside, store.layout.folder(of: Self.day))
            try FileSystem.remove("\(aside)/\(FileSystem.list(aside)[0])")
        case .beforeRemovingStagedFile: try store.completeExchange(of: Self.day)
        }
    }

    @Test("The day is coarse or it is not, and doing it again finishes it", arguments: Crash.allCases)
    func coarsening(_ crash: Crash) throws {
        try prepare()
        let fine = try place.rows(of: Self.epoch)
        let late = try place.rows(of: Self.supplement)
        let old = try place.store.catalog.files(of: Self.epoch)
        do {
            let writer = try place.reopened().takeWriter(host: "expiring")
            var events = RandomEvents(seed: 4)
            let file = try writer.stage(Self.epoch, events.batch(Self.epoch, rows: 6), closed: true)
            try interrupt(crash, adding: [file]) { store, generation, all in
                try store.catalog.recordCoarsening(of: Self.day, into: [file], generation: generation, files: all)
            }
        }
        let store = try place.reopened()
        for _ in 0..<2 {
            try store.recover()
            try place.expectIntact(Self.day, generation: crash.isRecorded ? 2 : 1)
        }
        #expect(try store.catalog.closedEpochs(coarse: true) == (crash.isRecorded ? [Self.epoch] : []))
        #expect(try store.catalog.closedEpochs(coarse: false) == (crash.isRecorded ? [] : [Self.epoch]))
        #expect(try (place.rows(of: Self.epoch) == fine) == !crash.isRecorded)
        #expect(try place.rows(of: Self.supplement) == late)
        let removed = try store.catalog.removedPartitions()
        #expect(removed.map(\.kind) == (crash.isRecorded ? [.events] : []))
        #expect(removed.flatMap(\.files) == (crash.isRecorded ? old : []))
        guard !crash.isRecorded else { return }
        var events = RandomEvents(seed: 5)
        let writer = try store.takeWriter(host: "expiring")
        try store.coarsen(
            Self.day, with: [try writer.stage(Self.epoch, events.batch(Self.epoch, rows: 6), closed: true)])
        try place.expectIntact(Self.day, generation: 2)
        #expect(try store.catalog.closedEpochs(coarse: true) == [Self.epoch])
    }

    @Test(
        "The events are there or removed, their statistics stay, and doing it again finishes it",
        arguments: Crash.allCases)
    func removal(_ crash: Crash) throws {
        try prepare()
        let fine = try place.rows(of: Self.epoch)
        let late = try place.rows(of: Self.supplement)
        let old = try place.store.catalog.files(of: Self.epoch)
        try interrupt(crash, adding: []) { store, generation, all in
            try store.catalog.recordRemoval(of: [Self.epoch], Self.day, generation: generation, files: all)
        }
        let store = try place.reopened()
        for _ in 0..<2 {
            try store.recover()
            try place.expectIntact(Self.day, generation: crash.isRecorded ? 2 : 1)
        }
        #expect(try place.rows(of: Self.epoch) == (crash.isRecorded ? [] : fine))
        for _ in 0..<2 {
            try store.removeEvents(of: [Self.epoch], Self.day)
            try place.expectIntact(Self.day, generation: 2)
        }
        #expect(try place.rows(of: Self.epoch) == [])
        #expect(try place.rows(of: Self.supplement) == late)
        #expect(try store.catalog.closedEpochs(coarse: false) == [])
        #expect(try store.catalog.releases(Self.day...Self.day).map(\.epoch) == [Self.epoch])
        let removed = try store.catalog.removedPartitions()
        #expect(removed == [RemovedPartitions(kind: .events, day: Self.day, files: old)])
        try store.catalog.forget(
            #require(removed.first), certificate: CertificateRecord(name: "a.json", digest: [1]))
        #expect(try store.catalog.removedPartitions() == [])
    }

    @Test("What is open, coarse already or has other rows is not replaced")
    func refusals() throws {
        try prepare()
        let store = place.store
        let writer = try store.takeWriter(host: "expiring")
        var events = RandomEvents(seed: 6)
        func refuse(_ epoch: Epoch, rows: Int) throws {
            let file = try writer.stage(epoch, events.batch(epoch, rows: rows), closed: true)
            let error = #expect(throws: StoreError.self) { try store.coarsen(Self.day, with: [file]) }
            #expect(error?.kind == .damaged)
            try writer.discard([file])
            try store.recover()
        }
        let before = try place.rows(of: Self.epoch)
        try refuse(Self.epoch, rows: 5)
        try refuse(Self.supplement, rows: 2)
        #expect(throws: StoreError.self) { try store.removeEvents(of: [Self.supplement], Self.day) }
        try store.recover()
        #expect(try place.rows(of: Self.epoch) == before)
        try store.coarsen(
            Self.day, with: [try writer.stage(Self.epoch, events.batch(Self.epoch, rows: 6), closed: true)])
        try refuse(Self.epoch, rows: 6)
        #expect(try place.rows(of: Self.supplement).count == 2)
    }

    @Test("An inventory tells open, fine and coarse epochs apart, and not those that have nothing")
    func inventory() throws {
        try prepare()
        let catalog = place.store.catalog
        let writer = try place.store.takeWriter(host: "expiring")
        try catalog.closeEmpty(try catalog.openEpoch(of: Self.day.advanced(by: 1)))
        let before = try catalog.epochInventory()
        #expect(before.openEpochs == [Self.supplement])
        #expect(before.fineEpochs == [Self.epoch] && before.coarseEpochs == [])
        var events = RandomEvents(seed: 8)
        try place.store.coarsen(
            Self.day, with: [try writer.stage(Self.epoch, events.batch(Self.epoch, rows: 6), closed: true)])
        try catalog.beginClosing(Self.supplement)
        let after = try catalog.epochInventory()
        #expect(after.openEpochs == [Self.supplement])
        #expect(after.fineEpochs == [] && after.coarseEpochs == [Self.epoch])
    }

    @Test("Fine and coarse partitions of a day wait apart for their certificates")
    func certificates() throws {
        try prepare()
        let store = place.store
        let writer = try store.takeWriter(host: "expiring")
        let fine = try store.catalog.files(of: Self.epoch)
        var events = RandomEvents(seed: 7)
        try store.coarsen(
            Self.day, with: [try writer.stage(Self.epoch, events.batch(Self.epoch, rows: 6), closed: true)])
        let coarse = try store.catalog.files(of: Self.epoch)
        try store.removeEvents(of: [Self.epoch], Self.day)
        let removed = try place.reopened().catalog.removedPartitions()
        #expect(removed.map(\.kind) == [.events, .coarse])
        #expect(removed.map(\.files) == [fine, coarse])
        try store.catalog.forget(
            #require(removed.first), certificate: CertificateRecord(name: "a.json", digest: [1]))
        #expect(try store.catalog.removedPartitions() == removed.suffix(1))
    }
}
