import Events
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Pipeline
@testable import Privacy
@testable import Store

@Suite("An expiry that is killed")
struct KilledExpireTests {
    /// 2026-03-08 is due on 2026-06-09, and nobody has closed it; nor 2025-04-20, whose events are due and whose lines came too
    /// late to be sealed.
    private static let due = Day("2026-03-08") ?? Day(number: 0)
    private static let old = Day("2025-04-20") ?? Day(number: 0)
    private static let kept = due.advanced(by: 1)
    private static let now = "2026-06-09T04:00Z"

    private let jobs: SealedJobs

    init() throws {
        jobs = try SealedJobs()
        try jobs.ingest(TemporaryJobs.log(Self.due, visitors: 0..<11) + ["no line of a log"], at: "2026-03-08T23:00Z")
        try jobs.ingest(
            TemporaryJobs.log(Self.kept, visitors: 0..<3) + TemporaryJobs.log(Self.old, visitors: 0..<3),
            at: "2026-03-09T23:00Z")
        try jobs.store.catalog.recordTime(InstantText.milliseconds("2026-06-08T04:00Z") ?? 0)
    }

    private static func run(_ jobs: SealedJobs, _ step: @escaping @Sendable () -> Void) throws {
        try KeyFiles.$willChange.withValue(step) {
            try FileSystem.$willChange.withValue(step) {
                _ = try Expire(environment: jobs.environment(at: now)).run()
            }
        }
    }

    /// Ends this process with SIGKILL before the change of that number.
    private static func run(in folder: String, killedAt step: Int) throws {
        let count = Atomic(0)
        try run(SealedJobs(at: folder)) {
            if count.wrappingAdd(1, ordering: .relaxed).oldValue == step { raise(SIGKILL) }
        }
    }

    private func steps() throws -> Int {
        let count = Atomic(0)
        try Self.run(SealedJobs(copyOf: jobs.path)) { _ = count.wrappingAdd(1, ordering: .relaxed) }
        return count.load(ordering: .relaxed)
    }

    @Test("At every step: nothing goes early, nothing is half destroyed, and the next run finishes")
    func everyStep() async throws {
        let lines = try #require(try jobs.lines(of: Self.due))
        let kept = try #require(try jobs.lines(of: Self.kept))
        let count = try steps()
        var readable = 0
        for step in 0..<count {
            let copy = try SealedJobs(copyOf: jobs.path)
            await #expect(processExitsWith: .signal(SIGKILL)) {
                [folder = copy.path as String, step = step as Int] in
                try Self.run(in: folder, killedAt: step)
            }
            let place = "step \(step) of \(count)"
            #expect(try copy.lines(of: Self.kept) == kept, "\(place)")
            let hasKey = try copy.keys.privateHalf(of: Self.due, showing: copy.officer) != nil
            readable += hasKey ? 1 : 0
            if hasKey { #expect(try copy.lines(of: Self.due) == lines, "\(place)") }
            try finish(copy, kept, place)
        }
        #expect(count > 150)
        #expect(readable > 50 && readable < count - 50)
    }

    private func finish(_ copy: SealedJobs, _ kept: String, _ place: String) throws {
        _ = try Expire(environment: copy.environment(at: Self.now)).run()
        #expect(try copy.lines(of: Self.kept) == kept, "\(place)")
        #expect(try copy.keys.dayList() == [Self.kept], "\(place)")
        #expect(try copy.keys.keyEncryptionNumbers().count == 1, "\(place)")
        #expect(try !KeyFiles.isThere(copy.keys.nextDays), "\(place)")
        #expect(try copy.keys.epochList() == [Epoch(day: Self.kept)], "\(place)")
        let store = try copy.store
        #expect(try store.catalog.sealedDays() == [Self.kept], "\(place)")
        #expect(try store.catalog.markedDays(isFinished: false) == [], "\(place)")
        #expect(try store.catalog.markedDays(isFinished: true).map(\.day) == [Self.due], "\(place)")
        #expect(try FileSystem.list(store.layout.staging) == [], "\(place)")
        #expect(try FileSystem.list("\(store.layout.root)/vault") == ["date=\(Self.kept)"], "\(place)")
        #expect(try FileSystem.list("\(store.layout.root)/rejects") == [], "\(place)")
        #expect(try store.catalog.closedEpochs(coarse: true) == [Epoch(day: Self.due)], "\(place)")
        #expect(try store.catalog.closedEpochs(coarse: false) == [], "\(place)")
        #expect(try store.catalog.removedPartitions() == [], "\(place)")
        let list = try Certificates(environment: copy.environment(at: Self.now)).list()
        #expect(list.entries.compactMap(\.fault) == [], "\(place)")
        #expect(
            list.entries.map(\.name) == ["\(Self.old)-events.json", "\(Self.due)-events.json", "\(Self.due)-raw.json"],
            "\(place)")
        let check = try AuditCheck(environment: copy.environment(at: Self.now)).run(
            officerKey: copy.officer, head: nil)
        #expect(check.findings.isGood, "\(place)")
        let again = try Expire(environment: copy.environment(at: Self.now)).run()
        #expect(again.certificates == [] && again.due == [], "\(place)")
    }
}
