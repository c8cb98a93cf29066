import Events
import Foundation
import Privacy
import Testing

@testable import Pipeline
@testable import Store

@Suite("Proof of possession by a one-time path")
struct OneTimePathTests {
    private let space: RequestJobs

    init() throws {
        space = try RequestJobs()
        try space.open(.disclose, "account: kim\n")
    }

    private func prove(
        _ renews: Bool = false, of number: Int = 1, at now: String = RequestJobs.now
    ) throws -> RequestProof {
        try space.requests(at: now).provePossession(number, renews: renews)
    }

    private func path(_ proof: RequestProof) throws -> String {
        guard case .made(let path, _) = proof else {
            Issue.record("no path was made")
            return ""
        }
        return path
    }

    /// A line that asks for the path, with a user's name if there is one.
    private func visit(
        _ path: String, user: String?, status: Int = 404, at time: String = "10/Mar/2026:13:00:00"
    ) throws {
        try space.jobs.ingest(
            ["192.0.2.7 - \(user ?? "-") [\(time) +0000] \"GET \(path)?x HTTP/1.1\" \(status) 0 \"-\" \"Mozilla/5.0\""],
            at: "2026-03-10T14:00Z")
    }

    @Test("The path with the identifier of the request verifies it")
    func proved() throws {
        let proof = try prove()
        #expect(try prove() == .waiting(until: 1_773_230_400_000))
        try visit(try path(proof), user: "kim")
        #expect(try prove(at: "2026-03-10T15:00Z") == .proved)
        let record = try space.requests().record(1)
        #expect(record.state == .verified && record.means == [.possession])
        #expect(record.steps.first?.officer == nil)
        #expect(try space.audit(1) == ["request-verified"])
        #expect(throws: RequestStepError.wrongState(number: 1, .verified)) { try prove() }
        #expect(try !space.holds(path(proof).split(separator: "/").last.map(String.init) ?? "?"))
    }

    @Test("The path without the identifier, or with another's, proves nothing", arguments: [nil, "lee"])
    func others(user: String?) throws {
        try visit(try path(try prove()), user: user)
        #expect(try prove(at: "2026-03-10T15:00Z") == .seenByOthers(until: 1_773_230_400_000))
        #expect(try space.requests().record(1).state == .opened)
    }

    @Test("Who proves one identifier has not proved the others")
    func partly() throws {
        try space.open(.disclose, "cookie: c-4711-secret\naccount: kim\n")
        try visit(try path(try prove(of: 2)), user: "kim")
        #expect(
            try prove(of: 2, at: "2026-03-10T15:00Z") == .partly(proved: 1, of: 2, until: 1_773_230_400_000))
        #expect(try space.requests().record(2).state == .opened)
    }

    @Test("A name that the server has turned away proves nothing", arguments: [401, 403])
    func turnedAway(status: Int) throws {
        try visit(try path(try prove()), user: "kim", status: status)
        #expect(try prove(at: "2026-03-10T15:00Z") == .waiting(until: 1_773_230_400_000))
    }

    @Test("A path counts for a day; then a new one can be made, and the old one proves nothing")
    func expired() throws {
        let old = try path(try prove())
        #expect(try prove(at: "2026-03-11T12:00Z") == .waiting(until: 1_773_230_400_000))
        #expect(try prove(at: "2026-03-11T12:01Z") == .expired)
        try visit(old, user: "kim", at: "11/Mar/2026:12:30:00")
        #expect(try prove(at: "2026-03-11T13:00Z") == .expired)
        let new = try path(try prove(true, at: "2026-03-11T13:00Z"))
        #expect(new != old)
        #expect(try prove(at: "2026-03-11T14:00Z") == .waiting(until: 1_773_320_400_000))
    }

    @Test("Neither an order nor a subject of addresses alone is proved by a path")
    func unfit() throws {
        try space.open(.authority, "authority: a\nreference: b\ndate: 2026-03-09\nfrom: 2026-03-09\nto: 2026-03-09\n")
        let error = #expect(throws: JobError.self) { try space.requests().provePossession(2, renews: false) }
        #expect(error?.kind == .usage)
    }
}
