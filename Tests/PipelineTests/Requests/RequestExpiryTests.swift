import Events
import Foundation
import Synchronization
import Testing

@testable import Pipeline
@testable import Privacy
@testable import Store

@Suite("Requests whose term is over")
struct RequestExpiryTests {
    private let space: RequestJobs

    /// One that ended on 2026-03-10, and one that is open.
    init() throws {
        space = try RequestJobs()
        try space.open(.erase)
        _ = try space.requests().refuse(1, on: .unverified, showing: space.anna)
        try space.open(.disclose, "account: lee\n")
        for night in ["2026-03-10T13:00Z", "2026-04-15T04:00Z"] { try expire(space, at: night) }
    }

    @discardableResult
    private func expire(_ space: RequestJobs, at now: String) throws -> ExpirySummary {
        try Expire(environment: space.jobs.environment(at: now, machine: now, answer: true)).run()
    }

    private static func kill(in folder: String, at now: String, step: Int) throws {
        let count = Atomic(0)
        try run(RequestJobs(at: folder), at: now) {
            if count.wrappingAdd(1, ordering: .relaxed).oldValue == step { raise(SIGKILL) }
        }
    }

    private static func run(_ space: RequestJobs, at now: String, _ step: @escaping @Sendable () -> Void) throws {
        let environment = space.jobs.environment(at: now, machine: now, answer: true)
        try KeyFiles.$willChange.withValue(step) {
            try FileSystem.$willChange.withValue(step) { _ = try Expire(environment: environment).run() }
        }
    }

    @Test(
        "On the last day of its term a request is there, on the next it is gone with its pair, its files and its rows")
    func term() throws {
        try expire(space, at: "2029-03-10T23:00Z")
        #expect(try space.requests(at: "2029-03-10T23:00Z").list().map(\.number) == [1, 2])
        let notice = try space.requests(at: "2029-03-10T23:00Z").receipt(1, in: nil, showing: space.anna)
        #expect(notice.contains("could not be verified"))
        let summary = try expire(space, at: "2029-03-11T04:00Z")
        #expect(summary.certificates.map(\.kind) == [.requests])
        try check(space, at: "2029-03-11T05:00Z", "")
        let certificate = try String(
            contentsOfFile: space.jobs.path + "/store/certificates/2026-03-10-requests.json", encoding: .utf8)
        #expect(certificate.contains(#""request":1,"#) || certificate.contains(#"\"request\":1,"#))
        // Numbers are never given twice.
        #expect(try space.open(.restrict, at: "2029-03-11T06:00Z").record.number == 3)
    }

    /// The first request is gone, the second as it was.
    private func check(_ space: RequestJobs, at now: String, _ place: String) throws {
        let requests = try space.requests(at: now)
        #expect(try requests.list().map(\.number) == [2], "\(place)")
        #expect(try requests.letter(2, showing: space.anna) == Array("account: lee\n".utf8), "\(place)")
        let store = try space.jobs.store
        #expect(
            try store.catalog.sealedFiles().filter { $0.name.kind == .requests }.map(\.pair) == [.request(2)],
            "\(place)")
        #expect(try space.jobs.keys.pairList().contains(.request(1)) == false, "\(place)")
        #expect(try store.catalog.requestTags(1).isEmpty, "\(place)")
        let certificates = try store.catalog.certificates().map(\.name).filter { $0.contains("requests") }
        #expect(certificates == ["2026-03-10-requests.json"], "\(place)")
    }

    @Test("An expiry that is killed at any step is finished by the next one")
    func killed() async throws {
        let now = "2029-03-11T04:00Z"
        try expire(space, at: "2029-03-10T04:00Z")
        let count = Atomic(0)
        try Self.run(RequestJobs(copyOf: space.jobs.path), at: now) { _ = count.wrappingAdd(1, ordering: .relaxed) }
        let steps = count.load(ordering: .relaxed)
        #expect(steps > 30)
        for step in 0..<steps {
            let copy = try RequestJobs(copyOf: space.jobs.path)
            await #expect(processExitsWith: .signal(SIGKILL)) {
                [folder = copy.jobs.path as String, now = now as String, step = step as Int] in
                try Self.kill(in: folder, at: now, step: step)
            }
            try expire(copy, at: "2029-03-11T05:00Z")
            try check(copy, at: "2029-03-11T06:00Z", "step \(step) of \(steps)")
        }
    }

    @Test("The pair that a crash has left without a request goes with the next rotation")
    func leftover() throws {
        _ = try space.jobs.keys.pair(.request(3), create: true)
        try expire(space, at: "2029-03-11T04:00Z")
        #expect(try space.jobs.keys.pairList().filter { $0.day == nil } == [.request(2)])
    }
}
