import Events
import Foundation
import Privacy
import Store
import Testing

@testable import Pipeline

@Suite("A cookie that somebody else uses under an account of their own")
struct SharedCookieTests {
    private func line(_ user: String, _ path: String) -> String {
        "198.51.100.1 - \(user) [01/Mar/2026:10:00:00 +0000] \"GET \(path) HTTP/1.1\" 200 512 \"-\" \"\(CrowdLog.agent)\" \"\(CrowdLog.cookie)\""
    }

    private func outcome(_ run: RequestRun) throws -> RequestOutcome {
        guard case .done(let outcome) = run.result else { throw JobError(.data, "\(run.result)") }
        return outcome
    }

    @Test(
        "An erasure says that the other one's lines stay and until when, and a disclosure counts them",
        arguments: [Retention.Basis.law, .own])
    func erased(basis: Retention.Basis) throws {
        let store = try SearchedJobs(basis)
        try store.ingest([line("-", "/a"), line(CrowdLog.account, "/b"), line("somebody", "/c")])
        _ = try Aggregate(environment: store.environment()).run(.due)
        let identifiers = Array(CrowdLog.identifiers.prefix(2))
        let erased = try outcome(store.request(.erase, identifiers))
        #expect(erased[.lines] == 2 && erased[.withheld] == 1)
        #expect(erased[.removed] == (basis == .own ? 2 : 0))
        let stay = try #require(erased.stays.first { $0.kept == .othersLines })
        #expect(stay.reason == .others && stay.from == "2026-03-01" && stay.until == "2026-06-01")
        #expect(try store.seen(of: SearchedJobs.days[0]).summary.lines == (basis == .own ? 1 : 3))

        // What stays because it is somebody else's is no line that the erasure has missed.
        let environment = store.environment()
        let leaks = try LeakSearch(
            storePath: environment.storePath, identifiers: IdentifierList(Array("\(CrowdLog.cookie)\n".utf8))
        ).run(openedBy: store.jobs.officer, in: environment)
        #expect(!leaks.sealedFindings.isEmpty && !leaks.needsPerson)

        let told = try outcome(store.request(.disclose, identifiers, into: store.jobs.path + "/answer"))
        #expect(told[.shown] == 0 && told[.withheld] == 1)
        #expect(told[.locked] == (basis == .own ? 0 : 2))
        let letter = try Requests(environment: store.environment()).receipt(2, in: nil, showing: store.jobs.officer)
        #expect(letter.contains("- 1 line is not shown, because it concerns other people as well.\n"))
        #expect(!letter.contains("No data was found") && !letter.contains("comes with this letter"))
        let path = store.jobs.path + "/answer/request-2/disclosure.txt"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        #expect(text.contains("  1 line not shown, because it concerns other people as well\n"))
        #expect(!text.contains("GET /") && !text.contains("There is no such data"))
    }

    @Test("Where nothing else is found an erasure does not say that there was nothing")
    func nothingElse() throws {
        let store = try SearchedJobs(.own)
        try store.ingest([line("somebody", "/c")])
        _ = try Aggregate(environment: store.environment()).run(.due)
        let erased = try outcome(store.request(.erase, [CrowdLog.identifiers[0]]))
        #expect(erased[.lines] == 0 && erased[.withheld] == 1)
        let letter = try Requests(environment: store.environment()).receipt(1, in: nil, showing: store.jobs.officer)
        #expect(letter.contains("as far as it could be") && !letter.contains("No data was found"))
        #expect(letter.contains("Sealed log lines that concern other people as well (1 March 2026): "))
    }
}
