import Foundation
import Privacy
import TestSupport
import Testing

@testable import Pipeline

@Suite("Cases of a policy")
struct PolicyCasesTests {
    private let jobs: TemporaryJobs

    init() throws {
        jobs = try TemporaryJobs()
    }

    private func differences(_ text: String) throws -> [[String]] {
        let path = try jobs.write(Array(text.utf8))
        return try PolicyCases(path: path).run(environment: jobs.environment()).map(\.differences)
    }

    private static let line =
        #"'203.0.113.9 - jane [01/Mar/2026:00:00:03 +0000] "GET /a/12345?b=1 HTTP/1.1" 200 512 "-" "-"'"#

    @Test("A case holds if every column that it names is as it says")
    func holds() throws {
        let text = """
            - line: \(Self.line)
              event: {path: "/a/{id}", status: 200, member: true, visitor: present, search_words: null, referrer_domain: ~}
            - line: nonsense
              format: combined
              rejected: true
            """
        #expect(try differences(text) == [[], []])
    }

    @Test("What differs is told by column, with what is stored and what was expected")
    func differs() throws {
        let text = """
            - line: \(Self.line)
              event: {path: /a/12345, status: 404, visitor: null, keyword: present, referrer_domain: example.org}
            - line: \(Self.line)
              rejected: true
            - line: nonsense
              format: combined
            """
        let differences = try differences(text)
        #expect(
            Array(differences[0].prefix(2)) == ["path is /a/{id}, expected /a/12345", "status is 200, expected 404"])
        #expect(differences[0].contains { $0.hasPrefix("visitor is ") && $0.hasSuffix(", expected nothing") })
        #expect(
            differences[0].suffix(2) == [
                "keyword is absent, expected some value", "referrer_domain is absent, expected example.org",
            ])
        #expect(differences[1] == ["the line is accepted"])
        #expect(differences[2].first?.hasPrefix("the line is rejected at column ") == true)
    }

    @Test(
        "A mistake in a file of cases is named with line and column",
        arguments: [
            ("line: a", "1:1: A file of cases is a list"), ("- event: {}", "1:3: A case has a line."),
            ("- line: a\n  event: {pth: b}", "2:11: There is no column of that name. Did you mean path?"),
            ("- line: a\n  event: {path: [b]}", "2:17: path takes one value"),
            ("- line: a\n  evnt: {}", "2:3: There is no setting of that name. Did you mean event?"),
        ])
    func mistakes(text: String, complaint: String) throws {
        let path = try jobs.write(Array(text.utf8))
        let error = #expect(throws: JobError.self) { try PolicyCases(path: path) }
        #expect(error?.kind == .configuration)
        #expect(error?.message.hasPrefix("\(path):\(complaint)") == true, "\(error?.message ?? "")")
    }
}
