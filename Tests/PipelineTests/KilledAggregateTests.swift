import Events
import Privacy
import TestSupport
import Testing

@testable import Pipeline
@testable import Store

@Suite("A closing of a day that is killed")
struct KilledAggregateTests {
    private struct Death: Error {}

    /// How far the killed run got.
    enum Step: CaseIterable {
        case closing, rewriting, rewritten, assembled, recorded, exchanged, keyLeft
    }

    /// 2026-03-01.
    private static let day = Day(number: 20_513)
    private static let epoch = Epoch(day: day)

    /// Does what an aggregation does, as far as `step` says.
    private func kill(_ jobs: TemporaryJobs, at step: Step) throws {
        let store = jobs.store
        try store.catalog.beginClosing(Self.epoch)
        if step == .closing { return }
        let writer = try store.takeWriter(host: "test")
        if step == .rewriting {
            try writer.beginFile(Self.epoch).append(EventBatch(epoch: Self.epoch))
            return
        }
        var rewriter = EpochRewriter(
            store: store, writer: writer, epoch: Self.epoch, policy: .standard(site: "example.org"), seed: 1,
            bucketRows: 5)
        let file = try rewriter.rewrite(k: 10)
        if step == .rewritten { return }
        let release = ReleaseRecord(epoch: Self.epoch, closedAt: 1, body: [1], digest: [2])
        if step == .keyLeft { return try store.close(Self.epoch, with: [file], release: release) }
        var aside = ""
        #expect(throws: Death.self) {
            try store.exchange(Self.day, removing: { $0.epoch == Self.epoch }, adding: [file]) { generation, files in
                aside = store.layout.aside(Self.day, generation: generation)
                if step != .assembled { try store.catalog.recordClosing(release, generation: generation, files: files) }
                throw Death()
            }
        }
        if step == .exchanged { try FileSystem.exchange(aside, store.layout.folder(of: Self.day)) }
    }

    @Test("The next run finishes what a killed one began, and computes nothing twice", arguments: Step.allCases)
    func finish(_ step: Step) throws {
        let jobs = try TemporaryJobs()
        try jobs.ingest(TemporaryJobs.log(Self.day, visitors: 0..<14))
        try kill(jobs, at: step)
        let isRecorded = [.recorded, .exchanged, .keyLeft].contains(step)
        #expect(try jobs.keys().epochList() == [Self.epoch])

        // Lines that arrive meanwhile belong to the supplement.
        try jobs.ingest(TemporaryJobs.log(Self.day, visitors: 0..<3, pages: ["/late"]))
        let supplement = Epoch(day: Self.day, supplement: 1)
        #expect(try jobs.rows(of: supplement).count == 3)

        let summary = try jobs.aggregate()
        #expect(summary.closed.map(\.epoch) == (isRecorded ? [supplement] : [Self.epoch, supplement]))
        #expect(try jobs.rows(of: Self.epoch).count == 28)
        #expect(try jobs.rows(of: Self.epoch).allSatisfy { $0.visit != nil })
        #expect(try jobs.rows(of: supplement).count == 3)
        #expect(try jobs.keys().epochList() == [])
        #expect(try FileSystem.list(jobs.store.layout.staging) == [])
        #expect(try jobs.store.catalog.epochs([.open, .closing]) == [])
        let releases = try jobs.store.catalog.releases(Self.day...Self.day)
        #expect(releases.map(\.epoch) == [Self.epoch, supplement])
        #expect((releases[0].body == [1]) == isRecorded)
        let names = try FileSystem.list(jobs.store.layout.folder(of: Self.day))
        let recorded = try jobs.store.catalog.files(of: Self.day).map(\.name.final)
        #expect(names == ([".generation-2"] + recorded).sorted())
        #expect(try jobs.aggregate().closed.isEmpty)
    }
}
