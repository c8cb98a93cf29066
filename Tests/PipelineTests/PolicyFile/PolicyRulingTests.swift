import Events
import Foundation
import Privacy
import Store
import TestSupport
import Testing

@testable import Pipeline

@Suite("Which version of the policy rules")
struct PolicyRulingTests {
    private static let first = Day(number: 20_513)
    private let folder: TemporaryFolder
    private let store: Store
    private let keys: KeyDirectory

    init() throws {
        folder = try TemporaryFolder()
        store = try Store(root: folder.path + "/store", create: true) { SHA256Digest() }
        _ = try store.catalog.fix(.timeZone, to: "UTC")
        keys = try KeyDirectory(path: folder.path + "/keys", create: true)
    }

    private static func policy(
        _ kept: [EventColumn] = [.text(.path)], notice: NoticePeriods? = NoticePeriods(major: 30, other: 7),
        _ change: (inout PolicyOptions) -> Void = { _ in }
    ) throws -> Policy {
        var options = PolicyOptions()
        options.notice = notice
        change(&options)
        return try Policy(
            site: "s", options: options,
            fields: Dictionary(uniqueKeysWithValues: kept.map { ($0, Policy.Field($0.rules[0])) }))
    }

    private func environment(_ policy: Policy, day: Int) -> JobEnvironment {
        let now = (Int64(Self.first.number) + Int64(day)) * 86_400_000 + 3_600_000
        return JobEnvironment(
            storePath: folder.path + "/store", keysPath: folder.path + "/keys", hostName: "test", policy: policy,
            now: { now })
    }

    private func ruling(_ policy: Policy, day: Int) throws -> PolicyRuling {
        try environment(policy, day: day).ruling(in: store, keys: keys)
    }

    private func publish(_ policy: Policy, day: Int, effective: Int? = nil) throws -> PolicyPublication {
        try PolicyPublishing(environment: environment(policy, day: day)).run(
            effective: effective.map(Self.first.advanced))
    }

    private var versions: [PolicyVersion] { get throws { try store.catalog.policyVersions() } }

    @Test("Without a promise an edited file rules at once, and every policy that has ruled is on record")
    func atOnce() throws {
        let (small, large) = (
            try Self.policy(notice: nil), try Self.policy([.text(.path), .text(.browser)], notice: nil)
        )
        for (day, policy) in [(0, small), (1, small), (2, large), (3, small)] {
            let ruling = try ruling(policy, day: day)
            #expect(ruling.policy == policy)
            #expect(ruling.standing == .rules && ruling.remark == nil)
        }
        #expect(try versions.map(\.digest) == [small.digest, large.digest, small.digest])
        #expect(try versions.map(\.effective) == [0, 2, 3].map(Self.first.advanced))
        for version in try versions {
            #expect(try PolicyFile.policy(of: version, places: nil).digest == version.digest)
        }
    }

    @Test("With a promise what collects more waits for its publication, and then for its day")
    func major() throws {
        let (old, new) = (try Self.policy(), try Self.policy([.text(.path), .text(.browser)]))
        _ = try ruling(old, day: 0)
        #expect(try ruling(new, day: 1).policy == old)
        #expect(try ruling(new, day: 1).standing == .unpublished)
        let published = try publish(new, day: 2)
        #expect(published.change?.kind == .major && published.notice == 30 && published.isNew && !published.rules)
        #expect(published.effective == Self.first.advanced(by: 32) && published.ruling == old.digest)
        for day in [2, 31] {
            #expect(try ruling(new, day: day).policy == old)
            #expect(try ruling(new, day: day).standing == .announced(Self.first.advanced(by: 32)))
        }
        #expect(try ruling(new, day: 32).policy == new)
        #expect(try ruling(new, day: 32).standing == .rules)
        #expect(try versions.map(\.digest) == [old.digest, new.digest])
    }

    @Test("What only collects less counts at once in spite of a promise, and withdraws what is announced")
    func less() throws {
        let old = try Self.policy([.text(.path), .text(.browser)])
        let (more, less) = (try Self.policy([.text(.path), .text(.browser), .text(.country)]), try Self.policy())
        _ = try ruling(old, day: 0)
        _ = try publish(more, day: 1)
        #expect(try ruling(less, day: 2).policy == less)
        #expect(try ruling(less, day: 40).policy == less)
        #expect(try versions.map { $0.withdrawn?.number } == [nil, Self.first.advanced(by: 2).number, nil])
        #expect(try publish(less, day: 41).isNew == false)
    }

    @Test("Promise and change cannot be taken back in one edit, nor in two")
    func escape() throws {
        let (old, free) = (try Self.policy(), try Self.policy(notice: nil))
        let freeAndMore = try Self.policy([.text(.path), .text(.browser)], notice: nil)
        _ = try ruling(old, day: 0)
        #expect(try ruling(freeAndMore, day: 1).policy == old)
        #expect(try ruling(free, day: 2).policy == old)
        #expect(try publish(free, day: 3).effective == Self.first.advanced(by: 33))
        #expect(try ruling(freeAndMore, day: 4).policy == old)
        #expect(try ruling(free, day: 33).policy == free)
        #expect(try ruling(freeAndMore, day: 34).policy == freeAndMore)
    }

    @Test("Other changes wait for the shorter notice; operational settings are no change")
    func other() throws {
        let old = try Self.policy { $0.placesPath = "/a" }
        let new = try Self.policy {
            $0.placesPath = "/b"
            $0.visitGap = 60
        }
        let moved = try Self.policy { $0.placesPath = "/b" }
        _ = try ruling(old, day: 0)
        #expect(try ruling(moved, day: 1).policy == moved)
        #expect(try versions.count == 1)
        #expect(try publish(new, day: 1).effective == Self.first.advanced(by: 8))
        // The version on record rules, with the file of places where it lies now.
        #expect(try ruling(new, day: 7).policy == moved)
        #expect(try ruling(new, day: 8).policy == new)
    }

    @Test("Publishing twice is publishing once; another version or another day takes the place of the first")
    func again() throws {
        let (old, new) = (try Self.policy(), try Self.policy([.text(.path), .text(.browser)]))
        _ = try ruling(old, day: 0)
        #expect(try publish(new, day: 1).effective == Self.first.advanced(by: 31))
        for wanted in [nil, 31] {
            let again = try publish(new, day: 20, effective: wanted)
            #expect(again.effective == Self.first.advanced(by: 31) && !again.isNew)
        }
        #expect(try versions.count == 2)
        #expect(try publish(new, day: 21, effective: 60).effective == Self.first.advanced(by: 60))
        #expect(try ruling(new, day: 59).policy == old)
        #expect(try publish(old, day: 59).isNew == false)
        #expect(try ruling(old, day: 60).policy == old)
        #expect(try versions.map { $0.withdrawn == nil } == [true, false, false])
    }

    @Test(
        "A day before the notice is over is refused, whatever the change; a later one is allowed",
        arguments: [0, 7, 30])
    func tooEarly(notice: Int) throws {
        let old = try Self.policy()
        let new: Policy =
            switch notice {
            case 30: try Self.policy([.text(.path), .text(.browser)])
            case 7: try Self.policy { $0.visitGap = 60 }
            default: try Self.policy { $0.threshold = 20 }
            }
        _ = try ruling(old, day: 0)
        let error = #expect(throws: JobError.self) { try publish(new, day: 1, effective: notice) }
        #expect(error?.kind == .usage)
        #expect(error?.message.contains(Self.first.advanced(by: notice + 1).description) == true)
        #expect(try versions.count == 1)
        #expect(try publish(new, day: 1, effective: notice + 2).effective == Self.first.advanced(by: notice + 2))
        #expect(try ruling(new, day: notice + 1).policy == old)
        #expect(try ruling(new, day: notice + 2).policy == new)
    }

    @Test("The first version counts from its first use, and before that for rehearsals")
    func firstVersion() throws {
        let (old, new) = (try Self.policy(), try Self.policy([.text(.path), .text(.browser)]))
        #expect(throws: JobError.self) { try publish(old, day: 5, effective: 6) }
        let published = try publish(old, day: 5)
        #expect(published.change == nil && published.rules && published.isNew)
        #expect(try ruling(new, day: 2).policy == old)
        #expect(try versions.count == 1)
    }

    @Test("Looking at the history records nothing")
    func history() throws {
        let (old, new) = (try Self.policy(), try Self.policy([.text(.path), .text(.browser)]))
        #expect(try PolicyHistory.read(environment(old, day: 0)).entries.isEmpty)
        #expect(try versions.isEmpty)
        _ = try ruling(old, day: 0)
        _ = try publish(new, day: 1)
        let known = try PolicyHistory.read(environment(new, day: 2))
        #expect(known.entries.map(\.state) == [.rules, .announced])
        #expect(known.ruling.policy == old && known.text == PolicyText.yaml(old))
        #expect(try PolicyHistory.read(environment(new, day: 31)).entries.map(\.state) == [.past, .rules])
        #expect(try PolicyHistory.read(environment(old, day: 2)).ruling.standing == .rules)
        #expect(try versions.map(\.withdrawn) == [nil, nil])
    }

    @Test("Ingest and aggregate work under the version that rules", .timeLimit(.minutes(1)))
    func jobs() throws {
        let (old, new) = (try Self.policy(), try Self.policy([.text(.path), .text(.browser)]))
        let log = folder.path + "/log"
        let lines = TemporaryJobs.log(Self.first, visitors: 1..<3)
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(fileURLWithPath: log))
        _ = try ruling(old, day: 1)
        let summary = try Ingest(options: Ingest.Options(), environment: environment(new, day: 1)).run([.init(log)])
        #expect(summary.ruling?.standing == .unpublished)
        let epoch = try #require(try store.catalog.epochs([.open]).first)
        for (_, reader) in try store.readers(of: epoch) { #expect(reader.policy == old.digest) }
        let closing = try Aggregate(environment: environment(new, day: 2)).run(.due)
        #expect(closing.closed.count == 1 && closing.ruling?.digest == old.digest)
        for (_, reader) in try store.readers(of: epoch) { #expect(reader.policy == old.digest) }
    }
}
