import Events
import Foundation
import Privacy
import Testing

@testable import Pipeline
@testable import Store

@Suite("Closed accounts that an account system hands over")
struct WithdrawalTests {
    private let space: RequestJobs
    private let list = "account: kim; cookie: c-1\n# the second\naccount: lee\n"

    init() throws {
        space = try RequestJobs()
    }

    private func withdraw(_ text: String) throws -> WithdrawalSummary {
        try space.requests().openWithdrawals(from: try space.letter(text), language: .english)
    }

    private func objectors() throws -> Set<Int64> {
        let store = try space.jobs.store
        return Set(try store.catalog.objections(at: try store.catalog.objectionRevision()).map(\.request))
    }

    @Test("A trusted one is verified, approved and restricted at once; nobody is opened twice")
    func trusted() throws {
        try space.rule { $0.requests.withdrawals = .trusted }
        let summary = try withdraw(list)
        #expect(summary.opened.map(\.number) == [1, 2] && summary.known == 0 && summary.isTrusted)
        #expect(summary.opened.allSatisfy { $0.state == .approved && $0.means == [.accountSystem] })
        #expect(try objectors() == [1, 2])
        #expect(try space.audit(3) == ["request-opened", "request-verified", "request-approved"])
        #expect(
            try space.requests().letter(1, showing: space.anna) == Array("user: kim\ncookie: c-1\n".utf8))
        let again = try withdraw("cookie: c-1\naccount: lee\naccount: choi\n")
        #expect(again.opened.map(\.number) == [3] && again.known == 2)
    }

    @Test("Where the policy does not trust it, a person verifies and approves each")
    func verified() throws {
        let summary = try withdraw(list)
        #expect(summary.opened.map(\.state) == [.opened, .opened] && !summary.isTrusted)
        #expect(try objectors().isEmpty)
    }

    @Test("An address alone is not restricted, whoever hands it over")
    func addresses() throws {
        try space.rule { $0.requests.withdrawals = .trusted }
        #expect(try withdraw("ip: 192.0.2.7\n").opened.map(\.state) == [.opened])
        #expect(try objectors().isEmpty)
    }

    @Test("A list with a mistake opens nobody, and names the line")
    func mistake() throws {
        let error = #expect(throws: JobError.self) {
            try JobError.translating { try withdraw("account: kim\nkim-secret\n") }
        }
        #expect(error?.kind == .usage && error?.message.hasPrefix("Line 2") == true)
        #expect(try space.requests().list().isEmpty)
    }
}
