import Events
import Foundation
import Privacy
import Store
import Testing

@testable import Pipeline

@Suite("The search for identifiers says why they still stand in sealed files")
struct SealedLeakReasonTests {
    private func search(_ store: SearchedJobs) throws -> LeakReport {
        let list = try IdentifierList(Array("\(CrowdLog.cookie)\n\(CrowdLog.account)\n".utf8))
        let environment = store.environment()
        return try LeakSearch(storePath: environment.storePath, identifiers: list)
            .run(openedBy: store.jobs.officer, in: environment)
    }

    private func counts(_ report: LeakReport, in folder: String) -> [SealedLeakReason: Int] {
        Dictionary(
            report.sealedFindings.filter { $0.file.hasPrefix(folder) && $0.notation == .text }.map {
                ($0.reason, $0.count)
            }, uniquingKeysWith: +)
    }

    private func fill(_ store: SearchedJobs) throws -> CrowdLog {
        let log = CrowdLog(SearchedJobs.days[0], .alone, others: 0)
        try store.ingest(log.lines + ["broken \(CrowdLog.cookie) line"])
        return log
    }

    @Test(
        "Lines are kept as they came, restricted once somebody objects, held, and in requests; that is nobody's fault")
    func told() throws {
        let store = try SearchedJobs()
        let log = try fill(store)
        let until = Day("2026-06-01")
        let before = try search(store)
        // Two lines have the account, three the cookie.
        #expect(counts(before, in: "vault/") == [.lines(until: until): 5])
        #expect(!before.needsPerson)
        _ = try Holds(environment: store.environment()).add(
            HoldRequest(.misuse, log.day...log.day, until: nil, filter: LineFilter("client=\(CrowdLog.address)")),
            showing: store.jobs.officer)
        try store.request(.restrict, Array(CrowdLog.identifiers.prefix(2)))
        let after = try search(store)
        #expect(counts(after, in: "vault/") == [.restricted(until: until): 5])
        #expect(counts(after, in: "rejects/") == [.restricted(until: Day("2026-06-11")): 1])
        #expect(counts(after, in: "holds/") == [.held(.misuse, hold: 1, until: Day("2026-09-01")): 3])
        // What a request says lies in Base64.
        let letters = after.sealedFindings.filter { $0.file.hasPrefix("requests/") }
        #expect(Set(letters.map(\.line)) == [1, 2])
        #expect(letters.allSatisfy { $0.reason == .document(until: Day("2029-03-11")) })
        #expect(after.findings.isEmpty && after.unsearched.isEmpty)
        #expect(!after.needsPerson)
    }

    @Test(
        "Lines that somebody has had erased are none to be kept, unless a law asks for them",
        arguments: Retention.Basis.allCases)
    func overdue(basis: Retention.Basis) throws {
        let store = try SearchedJobs(basis)
        _ = try fill(store)
        let tagger = try store.environment().subjectTagger(store.jobs.store, store.jobs.keys)
        let tags = CrowdLog.identifiers.prefix(2).flatMap { tagger.tags(of: $0) }
        try store.jobs.store.catalog.object(request: 9, tags.map { ($0, nil) }, isRetroactive: true)
        let report = try search(store)
        #expect(counts(report, in: "vault/") == [basis == .own ? .overdue : .restricted(until: Day("2026-06-01")): 5])
        #expect(report.needsPerson == (basis == .own))
    }
}
