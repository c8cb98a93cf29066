import Events
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Pipeline
@testable import Privacy
@testable import Store

@Suite("A change of a hold that is killed")
struct KilledHoldTests {
    enum Job: String, CaseIterable, Sendable {
        case add, approve, release, expire
    }

    private static let days = ["2026-03-08", "2026-03-09", "2026-03-10"].compactMap { Day($0) }
    private static let range = days[0]...days[2]
    private static let filter = "client=198.51.2.0/24"
    private static let now = "2026-03-12T04:00Z"
    /// The term of misuse of 2026-03-08 and -09 is over, and that of their raw lines.
    private static let late = "2026-09-10T04:00Z"

    private let jobs: SealedJobs
    private let records: String

    init() throws {
        jobs = try SealedJobs()
        try jobs.ingest(TemporaryJobs.log(Self.days[0].advanced(by: -2), visitors: 0..<1), at: "2026-03-06T23:00Z")
        _ = try jobs.addOfficer("berta")
        var records: [String] = []
        for day in [Self.days[0], Self.days[2]] {
            let lines = TemporaryJobs.log(day, visitors: 0..<5)
            try jobs.ingest(lines, at: "\(day)T23:00Z")
            records += lines.filter { $0.hasPrefix("198.51.2.") }
        }
        try jobs.ingest(TemporaryJobs.log(Self.days[1], visitors: 7..<9), at: "2026-03-10T23:00Z")
        self.records = records.map { $0 + "\n" }.joined()
        // Another hold, which must stay as it is.
        try jobs.hold(.illegal, Self.days[0]...Self.days[0], at: Self.now)
    }

    /// Brings a store to where the job begins.
    private func prepare(_ job: Job) throws {
        switch job {
        case .add: break
        case .approve: try jobs.hold(.misuse, Self.range, Self.filter, at: Self.now, approvals: 2)
        case .release: try jobs.hold(.misuse, Self.range, Self.filter, at: Self.now)
        case .expire:
            try jobs.hold(.misuse, Self.range, Self.filter, at: Self.now)
            _ = try Expire(environment: jobs.environment(at: "2026-06-12T04:00Z", machine: Self.late, answer: true))
                .run()
            try jobs.store.catalog.recordTime(InstantText.milliseconds("2026-09-08T04:00Z") ?? 0)
        }
    }

    private static func run(_ job: Job, _ jobs: SealedJobs) throws {
        switch job {
        case .add: try jobs.hold(.misuse, range, filter, at: now)
        case .approve: _ = try jobs.holds(at: now).approve(2, showing: OfficerKeyFile(jobs.path + "/berta.key"))
        case .release: _ = try jobs.holds(at: now).release(2, showing: jobs.officer)
        case .expire: _ = try Expire(environment: jobs.environment(at: late)).run()
        }
    }

    private static func run(_ job: Job, _ jobs: SealedJobs, _ step: @escaping @Sendable () -> Void) throws {
        try KeyFiles.$willChange.withValue(step) {
            try FileSystem.$willChange.withValue(step) { try run(job, jobs) }
        }
    }

    /// Ends this process with SIGKILL before the change of that number.
    private static func run(_ job: String, in folder: String, killedAt step: Int) throws {
        let count = Atomic(0)
        try run(Job(rawValue: job) ?? .add, SealedJobs(at: folder)) {
            if count.wrappingAdd(1, ordering: .relaxed).oldValue == step { raise(SIGKILL) }
        }
    }

    private func copy() throws -> SealedJobs {
        let copy = try SealedJobs(copyOf: jobs.path)
        try FileManager.default.copyItem(atPath: "\(jobs.path)/berta.key", toPath: "\(copy.path)/berta.key")
        return copy
    }

    private func steps(_ job: Job) throws -> Int {
        let count = Atomic(0)
        try Self.run(job, copy()) { _ = count.wrappingAdd(1, ordering: .relaxed) }
        return count.load(ordering: .relaxed)
    }

    @Test("At every step: nothing is lost, nothing is copied twice, and the next run finishes", arguments: Job.allCases)
    func everyStep(_ job: Job) async throws {
        try prepare(job)
        let raw = try jobs.lines(of: Self.days[0])
        let other = try jobs.records(ofHold: 1, at: Self.now)
        let count = try steps(job)
        #expect(count > 25)
        for step in 0..<count {
            let copy = try copy()
            await #expect(processExitsWith: .signal(SIGKILL)) {
                [folder = copy.path as String, step = step as Int, name = job.rawValue as String] in
                try Self.run(name, in: folder, killedAt: step)
            }
            let place = "\(job), step \(step) of \(count)"
            #expect(try copy.lines(of: Self.days[0]) == raw, "\(place)")
            // What is to go may be begun by one command and finished by the other.
            if job == .release, step % 2 == 1, try copy.store.catalog.hold(2)?.state == .released {
                _ = try Expire(environment: copy.environment(at: Self.now)).run()
            } else {
                try Self.run(job, copy)
            }
            try check(job, copy, place)
            #expect(try copy.lines(of: Self.days[0]) == raw, "\(place)")
            #expect(try copy.records(ofHold: 1, at: Self.now) == other, "\(place)")
        }
    }

    private func check(_ job: Job, _ copy: SealedJobs, _ place: String) throws {
        let at = job == .expire ? Self.late : Self.now
        let store = try copy.store
        #expect(try store.catalog.holds().map(\.number) == [1, 2], "\(place)")
        let hold = try #require(try store.catalog.hold(2))
        let certificates = try Certificates(environment: copy.environment(at: at)).list()
        #expect(certificates.isGood, "\(place)")
        let ours = certificates.entries.map(\.name).filter { $0.contains("hold-2") }
        let pairs = try copy.keys.pairList().filter { if case .hold(2, _) = $0 { true } else { false } }
        switch job {
        case .add, .approve:
            #expect(hold.state == .active && hold.days.map(\.state) == [.kept, .empty, .kept], "\(place)")
            #expect(try copy.records(ofHold: 2, at: Self.now) == records, "\(place)")
            #expect(pairs == [.hold(2, Self.days[0]), .hold(2, Self.days[2])], "\(place)")
        case .release:
            #expect(hold.state == .released && hold.isOver && pairs == [], "\(place)")
            #expect(ours.count == 2, "\(place)")
        case .expire:
            #expect(hold.days.map(\.state) == [.destroyed, .empty, .kept], "\(place)")
            #expect(pairs == [.hold(2, Self.days[2])] && ours.count == 1, "\(place)")
            #expect(try copy.records(ofHold: 2, at: Self.late)?.split(separator: "\n").count == 2, "\(place)")
        }
        #expect(try copy.keys.keyEncryptionNumbers().count == 1, "\(place)")
        #expect(try store.catalog.markedHeldDays() == [], "\(place)")
        #expect(try FileSystem.list(store.layout.staging) == [], "\(place)")
        let report = try StoreVerification(environment: copy.environment(at: at)).run(officerKey: copy.officer)
        #expect(report.findings == [], "\(place)")
    }
}
