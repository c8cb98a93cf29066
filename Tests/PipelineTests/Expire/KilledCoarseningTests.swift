import Events
import TestSupport
import Testing

@testable import Pipeline
@testable import Store

@Suite("A coarsening of a day that is killed")
struct KilledCoarseningTests {
    private struct Death: Error {}

    /// How far the killed run got.
    enum Step: CaseIterable {
        case dealing, writing, written, assembled, recorded, exchanged
    }

    /// 2026-03-01.
    private static let day = Day(number: 20_513)
    private static let epochs = [Epoch(day: day), Epoch(day: day, supplement: 1)]

    private func kill(_ jobs: TemporaryJobs, at step: Step) throws {
        let store = jobs.store
        let writer = try store.takeWriter(host: "test")
        if step == .dealing || step == .writing {
            let file = try writer.beginFile(Self.epochs[0])
            try file.append(EventBatch(epoch: Self.epochs[0]))
            if step == .writing { _ = try file.finish(policy: "", closed: true) }
            return
        }
        var coarsener = EpochCoarsener(
            store: store, writer: writer, day: StoreCalendar.utc.localDay(Self.day), seed: 1, bucketRows: 5)
        let files = try Self.epochs.map { try coarsener.coarsen($0) }
        if step == .written { return }
        var aside = ""
        #expect(throws: Death.self) {
            try store.exchange(Self.day, removing: { _ in true }, adding: files) { generation, all in
                aside = store.layout.aside(Self.day, generation: generation)
                if step != .assembled {
                    try store.catalog.recordCoarsening(of: Self.day, into: files, generation: generation, files: all)
                }
                throw Death()
            }
        }
        if step == .exchanged { try FileSystem.exchange(aside, store.layout.folder(of: Self.day)) }
    }

    private func expire(_ jobs: TemporaryJobs) throws -> Int {
        try jobs.store.recover()
        return try EventExpiry(
            store: jobs.store, writer: jobs.store.takeWriter(host: "test"), calendar: .utc, seed: 2
        ).coarsen(Self.day, Self.epochs)
    }

    @Test("The next run finishes what a killed one began, and makes nothing coarse twice", arguments: Step.allCases)
    func finish(_ step: Step) throws {
        let jobs = try TemporaryJobs()
        try jobs.ingest(TemporaryJobs.log(Self.day, visitors: 0..<14))
        try jobs.aggregate()
        try jobs.ingest(TemporaryJobs.log(Self.day, visitors: 0..<3, pages: ["/late"]))
        try jobs.aggregate()
        let old = try jobs.store.catalog.files(of: Self.day)
        try kill(jobs, at: step)
        let isRecorded = step == .recorded || step == .exchanged

        #expect(try expire(jobs) == (isRecorded ? 0 : 31))
        #expect(try expire(jobs) == 0)
        for (epoch, rows) in zip(Self.epochs, [28, 3]) {
            let coarse = try jobs.rows(of: epoch)
            #expect(coarse.count == rows)
            #expect(coarse.allSatisfy { $0.time % 3600 == 0 && $0[.resolution] == "hour" })
        }
        #expect(try FileSystem.list(jobs.store.layout.staging) == [])
        let names = try FileSystem.list(jobs.store.layout.folder(of: Self.day))
        let recorded = try jobs.store.catalog.files(of: Self.day).map(\.name.final)
        #expect(names == ([".generation-3"] + recorded).sorted())
        #expect(try jobs.store.catalog.closedEpochs(coarse: true) == Self.epochs)
        #expect(
            try jobs.store.catalog.removedPartitions() == [RemovedPartitions(kind: .events, day: Self.day, files: old)])
        #expect(try jobs.store.catalog.releases(Self.day...Self.day).map(\.epoch) == Self.epochs)
    }

    @Test("Coarse days are removed once, with their statistics left, and later lines of the day are stored anew")
    func removal() throws {
        let jobs = try TemporaryJobs()
        try jobs.ingest(TemporaryJobs.log(Self.day, visitors: 0..<14))
        try jobs.aggregate()
        _ = try expire(jobs)
        let expiry = EventExpiry(
            store: jobs.store, writer: try jobs.store.takeWriter(host: "test"), calendar: .utc, seed: 2)
        for _ in 0..<2 { try expiry.remove(Self.day, Self.epochs) }
        #expect(try FileSystem.list(jobs.store.layout.folder(of: Self.day)) == [".generation-3"])
        #expect(try jobs.store.catalog.releases(Self.day...Self.day).map(\.epoch) == [Self.epochs[0]])
        #expect(try jobs.store.catalog.closedEpochs(coarse: true) == [])

        try jobs.ingest(TemporaryJobs.log(Self.day, visitors: 20..<22))
        try jobs.aggregate()
        #expect(try jobs.rows(of: Self.epochs[1]).count == 4)
        try expiry.remove(Self.day, [Self.epochs[1]])
        #expect(try FileSystem.list(jobs.store.layout.folder(of: Self.day)) == [".generation-5"])
        #expect(try jobs.store.catalog.removedPartitions().map(\.kind) == [.events, .coarse])
    }
}
