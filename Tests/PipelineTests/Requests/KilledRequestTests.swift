import Events
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Pipeline
@testable import Privacy
@testable import Store

@Suite("A step of a request that is killed")
struct KilledRequestTests {
    /// What is killed, on a store where the steps before it have been taken.
    enum Act: String, CaseIterable, Codable {
        case open, withdraw, verify, approve, refuse, restrict

        var earlier: [Act] {
            switch self {
            case .open, .withdraw: []
            case .verify, .refuse: [.open]
            case .approve: [.open, .verify]
            case .restrict: [.open, .verify, .approve]
            }
        }

        /// The states that a crash may leave, and the one that the act leads to; nil where there is no request.
        var states: (before: [RequestState?], after: RequestState) {
            switch self {
            case .open: ([nil], .opened)
            case .withdraw: ([nil], .approved)
            case .verify: ([.opened], .verified)
            case .approve: ([.verified], .approved)
            case .refuse: ([.opened], .refused)
            case .restrict: ([.approved, .doing], .done)
            }
        }

        func run(_ space: RequestJobs) throws {
            switch self {
            case .open: try space.open(.restrict)
            case .withdraw:
                try space.rule { $0.requests.withdrawals = .trusted }
                _ = try space.requests().openWithdrawals(
                    from: try space.letter("account: kim-secret\n"), language: .english)
            case .verify: _ = try space.requests().verify(1, by: .document, provesAddress: false, showing: space.anna)
            case .approve: _ = try space.requests().approve(1, showing: space.anna)
            case .refuse: _ = try space.requests().refuse(1, on: .noData, showing: space.anna)
            case .restrict: _ = try space.requests().carryOut([1], into: nil, showing: space.anna)
            }
        }
    }

    private static func run(_ act: Act, _ space: RequestJobs, _ step: @escaping @Sendable () -> Void) throws {
        try KeyFiles.$willChange.withValue(step) {
            try FileSystem.$willChange.withValue(step) { try act.run(space) }
        }
    }

    /// Ends this process with SIGKILL before the change of that number.
    private static func run(_ act: Act, in folder: String, killedAt step: Int) throws {
        let count = Atomic(0)
        try run(act, RequestJobs(at: folder)) {
            if count.wrappingAdd(1, ordering: .relaxed).oldValue == step { raise(SIGKILL) }
        }
    }

    @Test(
        "At every step: it was taken or it was not, nothing is half there, and it can be taken again",
        arguments: Act.allCases)
    func everyStep(act: Act) async throws {
        let space = try RequestJobs()
        for earlier in act.earlier { try earlier.run(space) }
        let count = Atomic(0)
        try Self.run(act, RequestJobs(copyOf: space.jobs.path)) { _ = count.wrappingAdd(1, ordering: .relaxed) }
        let steps = count.load(ordering: .relaxed)
        var taken = 0
        for step in 0..<steps {
            let copy = try RequestJobs(copyOf: space.jobs.path)
            await #expect(processExitsWith: .signal(SIGKILL)) {
                [act = act as Act, folder = copy.jobs.path as String, step = step as Int] in
                try Self.run(act, in: folder, killedAt: step)
            }
            let place = "\(act.rawValue), step \(step) of \(steps)"
            // What is staged and not on record goes, what is on record is renamed.
            let requests = try copy.requests()
            let record = try requests.list().first
            let isTaken = record?.state == act.states.after
            #expect(isTaken || act.states.before.contains(record?.state), "\(place)")
            try check(copy, record, place)
            taken += isTaken ? 1 : 0
            if !isTaken || act == .withdraw { try act.run(copy) }
            let after = try #require(try copy.requests().list().first, "\(place)")
            #expect(after.state == act.states.after, "\(place)")
            #expect(try copy.requests().list().count == 1, "\(place)")
            try check(copy, after, place)
        }
        #expect(steps > 3)
        #expect(taken < steps)
    }

    /// Each request has the documents that its state asks for, sealed to its pair, and there is no file beside them.
    private func check(_ space: RequestJobs, _ record: RequestRecord?, _ place: String) throws {
        let store = try space.jobs.store
        let files = try store.catalog.sealedFiles().filter { $0.name.kind == .requests }
        #expect(files.count == (record.map { $0.state.isEnd ? 2 : 1 } ?? 0), "\(place)")
        #expect(try store.missingFiles().isEmpty, "\(place)")
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: space.jobs.path + "/store/staging").isEmpty, "\(place)")
        guard let record else { return }
        #expect(
            try space.requests().letter(record.number, showing: space.anna) == Array("account: kim-secret\n".utf8)
                || space.requests().letter(record.number, showing: space.anna) == Array("user: kim-secret\n".utf8),
            "\(place)")
        if record.kind == .erase {
            let objections = try store.catalog.objections(at: try store.catalog.objectionRevision())
            #expect(!objections.isEmpty && objections.allSatisfy { $0.since > 0 }, "\(place)")
        }
    }
}
