import Events
import Privacy
import Store
import TestSupport
import Testing

@testable import Pipeline

@Suite("Files that are followed while the policy changes")
struct FollowedPolicyTests {
    /// What policy.yaml says, which the script may change.
    private final class File: @unchecked Sendable {
        var policy = PolicyFile.builtIn
        var error: JobError?
    }

    private let folder: FollowedFolder
    private let file = File()

    init() throws {
        folder = try FollowedFolder()
    }

    private var options: Ingest.Options {
        var options = Ingest.Options()
        options.reloadPolicy = { [file] in
            if let error = file.error { throw error }
            return file.policy
        }
        return options
    }

    private static func policy(_ threshold: Int) -> Policy {
        var options = PolicyOptions()
        options.threshold = threshold
        options.notice = NoticePeriods(major: 30, other: 7)
        return .standard(site: "default", options: options)
    }

    /// The policies that the files on record were made under.
    private func policies() throws -> Set<String> {
        Set(try folder.jobs.store.readers(of: Epoch(day: FollowedFolder.day)).map(\.1.policy))
    }

    @Test("An edited policy counts from SIGHUP on")
    func hangUp() throws {
        try folder.append(folder.lines(2), to: "a.log")
        _ = try folder.follow(
            ["a.log"], options: options,
            steps: [
                { _ in file.policy = Self.policy(20) },
                {
                    try folder.append(folder.lines(2), to: "a.log")
                    $0.pass(20_000)
                },
                { $0.send(.hangUp) }, { _ in try folder.append(folder.lines(2), to: "a.log") },
            ])
        #expect(try policies() == [PolicyFile.builtIn.digest, Self.policy(20).digest])
        #expect(try folder.jobs.store.catalog.policyVersions().count == 2)
        try folder.expectEachLineOnce()
    }

    @Test("A published policy counts from its day on, without a signal")
    func day() throws {
        file.policy = Self.policy(20)
        try folder.append(folder.lines(2), to: "a.log")
        let summary = try folder.follow(
            ["a.log"], options: options,
            steps: [
                { $0.send(.hangUp) },
                { _ in
                    file.policy = Self.policy(5)
                    folder.clock.now = "2026-03-11T00:00Z"
                },
                { _ in
                    let base = folder.jobs.environment(at: "2026-03-11T00:10Z")
                    let environment = JobEnvironment(
                        storePath: base.storePath, keysPath: base.keysPath, hostName: "test", policy: file.policy,
                        now: base.now)
                    _ = try PolicyPublishing(environment: environment).run(effective: nil)
                },
                { _ in folder.clock.now = "2026-04-09T23:59Z" },
                {
                    try folder.append(folder.lines(2), to: "a.log")
                    $0.pass(20_000)
                },
                { (_: ScriptedWaiter) throws in
                    let policies = try policies()
                    #expect(policies == [Self.policy(20).digest])
                    folder.clock.now = "2026-04-10T00:00Z"
                },
                { _ in try folder.append(folder.lines(2), to: "a.log") },
            ])
        #expect(try policies().contains(Self.policy(5).digest))
        #expect(summary.ruling?.digest == Self.policy(5).digest)
        #expect(folder.reports.texts.map { $0.contains("is not published") } == [true, false])
        #expect(folder.reports.texts.last?.contains("until 2026-04-10") == true)
        try folder.expectEachLineOnce()
    }

    @Test("A policy that cannot be read is told, and the old one stays")
    func unreadable() throws {
        try folder.append(folder.lines(2), to: "a.log")
        _ = try folder.follow(
            ["a.log"], options: options,
            steps: [
                {
                    file.error = JobError(.configuration, "policy.yaml:3:1: wrong")
                    $0.send(.hangUp)
                }, { _ in try folder.append(folder.lines(2), to: "a.log") },
            ])
        #expect(try policies() == [PolicyFile.builtIn.digest])
        #expect(folder.reports.texts == ["The policy was not read again, the old one stays: policy.yaml:3:1: wrong"])
        try folder.expectEachLineOnce()
    }
}
