import Events
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Pipeline
@testable import Privacy
@testable import Store

@Suite("An erasure or a correction that is killed")
struct KilledErasureTests {
    private static let first = ErasedJobs.day("2026-03-08")
    private static let open = ErasedJobs.day("2026-03-10")

    /// What is done.
    enum Work: String, CaseIterable {
        case law, own, correct
    }

    private static func filled(_ work: Work) throws -> ErasedJobs {
        let erased = try ErasedJobs(basis: work == .own ? "own" : "law")
        try erased.jobs.ingest(ErasedJobs.log(first, people: 0..<3), at: "2026-03-09T01:00Z")
        try erased.jobs.close(through: first, at: "2026-03-09T02:00Z")
        try erased.jobs.ingest(ErasedJobs.log(open, people: 0..<3), at: "2026-03-10T11:00Z")
        return erased
    }

    private static func run(_ work: Work, _ erased: ErasedJobs) throws -> RequestOutcome {
        if work == .own, erased.jobs.policy == nil {
            let text = PolicyText.yaml(PolicyFile.builtIn).replacing("\n  basis: law", with: "\n  basis: own")
            erased.jobs.policy = try PolicyFile.policy(Array(text.utf8), path: "policy.yaml")
        }
        return work == .correct
            ? try erased.carryOut(Correction(), .correct, "account: kim-secret\nset language: ko\n")
            : try erased.erase()
    }

    /// What is left in the end, however often it was begun.
    private struct State: Equatable {
        let views: [EpochView]
        let languages: [String?]
        let lines: [[String]]
        let turns: [[Int]]
        let counts: [Int]
        let takenOut: [Int]

        init(_ erased: ErasedJobs, _ outcome: RequestOutcome) throws {
            try erased.jobs.close(through: open, at: "2026-03-11T02:00Z")
            let epochs = [Epoch(day: first), Epoch(day: open)]
            views = try epochs.map { EpochView(try erased.jobs.rows(of: $0)) }
            languages = try erased.jobs.rows(of: epochs[0]).map { $0[.language] }.sorted { ($0 ?? "") < ($1 ?? "") }
            lines = try [first, open].map { try erased.lines(of: $0) }
            turns = try [first, open].map { try erased.jobs.keys.turns(of: $0) }
            counts = RequestOutcome.Count.allCases.map { outcome[$0] }
            takenOut = try epochs.map { try erased.jobs.store.catalog.takenOutRows(of: $0) }
        }
    }

    private static func hooked<Value>(
        _ step: @escaping @Sendable () -> Void, _ body: () throws -> Value
    ) throws -> Value {
        try KeyFiles.$willChange.withValue(step) { try FileSystem.$willChange.withValue(step) { try body() } }
    }

    /// Ends this process with SIGKILL before the change of that number.
    private static func run(_ work: Work, in folder: String, killedAt step: Int) throws {
        let count = Atomic(0)
        _ = try hooked({ if count.wrappingAdd(1, ordering: .relaxed).oldValue == step { raise(SIGKILL) } }) {
            try run(work, ErasedJobs(at: folder))
        }
    }

    @Test("At every step: the next run finishes, with the same outcome and the same end", arguments: Work.allCases)
    func everyStep(work: Work) async throws {
        let origin = try Self.filled(work)
        let count = Atomic(0)
        let whole = try ErasedJobs(copyOf: origin)
        let outcome = try Self.hooked({ _ = count.wrappingAdd(1, ordering: .relaxed) }) { try Self.run(work, whole) }
        let expected = try State(whole, outcome)
        let steps = count.load(ordering: .relaxed)
        #expect(steps > 60)
        for step in 0..<steps {
            let copy = try ErasedJobs(copyOf: origin)
            await #expect(processExitsWith: .signal(SIGKILL)) {
                [name = work.rawValue as String, folder = copy.jobs.path as String, step = step as Int] in
                guard let work = Work(rawValue: name) else { return }
                try Self.run(work, in: folder, killedAt: step)
            }
            let place = "\(work), step \(step) of \(steps)"
            let outcome = try Self.run(work, copy)
            #expect(try State(copy, outcome) == expected, "\(place)")
            let findings = try copy.findings()
            #expect(findings.isEmpty, "\(place): \(findings)")
            #expect(try copy.jobs.store.catalog.doomedPairs() == [], "\(place)")
            #expect(try copy.jobs.store.catalog.replacedFiles() == [], "\(place)")
            #expect(try FileSystem.list(copy.jobs.store.layout.staging) == [], "\(place)")
        }
    }
}
