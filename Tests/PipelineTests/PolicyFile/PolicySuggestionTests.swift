import TestSupport
import Testing

@testable import Pipeline

@Suite("Suggestions for a policy")
struct PolicySuggestionTests {
    private func suggestion(_ lines: [String]) throws -> PolicySuggestion {
        let jobs = try TemporaryJobs()
        let path = try jobs.write(Array(lines.map { $0 + "\n" }.joined().utf8))
        var suggestion = PolicySuggestion()
        var explain = try Explain(format: nil, environment: jobs.environment())
        try explain.run(Ingest.Input(path)) { suggestion.note($0) }
        return suggestion
    }

    private static func line(_ target: String, host: String = "www.example.org") -> String {
        #"\#(host):443 203.0.113.9 - - [01/Mar/2026:00:00:03 +0000] "GET \#(target) HTTP/1.1" 200 512 "-" "-""#
    }

    @Test("Templates behind which many numbers stand are proposed, of people none")
    func content() throws {
        let lines = (0..<40).flatMap { number in
            [
                "/article/\(10_000 + number)", "/users/\(10_000 + number)", "/board/view?no=\(5000 + number)",
                "/order/1234/x", "/p/\(12)", "/s?q=word\(number)&email=a\(number)@example.org&page=2",
            ].map { Self.line($0) }
        }
        let suggestion = try suggestion(lines)
        #expect(suggestion.lines == lines.count)
        #expect(suggestion.contentFindings.map(\.text) == ["/article/{n}", "/board/view?no"])
        #expect(suggestion.contentFindings.allSatisfy { $0.lines == 40 && $0.values == 40 })
        #expect(suggestion.parameterFindings.map(\.text) == ["q"])
    }

    @Test("Addresses that hand on the requests of many others are proposed as proxies, clients are not")
    func proxies() throws {
        let lines = (0..<60).map { number in
            let (peer, chain) =
                number < 40 ? ("10.0.0.5", "203.0.113.\(number)") : ("198.51.100.\(number)", "192.0.2.1")
            return #"{"time":"2026-03-01T00:00:03Z","remote_addr":"\#(peer)","x_forwarded_for":"\#(chain)","#
                + #""method":"GET","path":"/","status":200}"#
        }
        let findings = try suggestion(lines).proxyFindings
        #expect(findings.map(\.text) == ["10.0.0.5"])
        #expect(findings.first?.lines == 40 && findings.first?.values == 40)
    }

    @Test("Hosts of more than a hundredth of the lines are proposed")
    func hosts() throws {
        let lines =
            (0..<300).map { _ in Self.line("/", host: "www.example.org") } + [
                Self.line("/", host: "scanner.example.com")
            ]
        #expect(try suggestion(lines).hostFindings.map(\.text) == ["www.example.org"])
    }
}
