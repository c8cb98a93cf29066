import Events
import Intake
import Privacy
import Store
import TestSupport
import Testing

@testable import Pipeline

@Suite("Redaction of lines that events are made of")
struct LineRedactorTests {
    private static let arrival: Int64 = 1_772_400_000_000
    private static let day = Day(number: 20_514)

    static func context(_ formats: [String], directives: String = "", beginsInput: Bool = false) -> ParseContext {
        ParseContext(
            formats: formats, directives: directives, zone: "UTC", trustedProxies: [], maximumLineBytes: 1 << 20,
            policy: "", beginsInput: beginsInput)
    }

    /// The lines with `•` in the place of what is taken out, `#` where a number of JSON was; nil if they stay.
    static func redacted(
        _ text: String, _ context: ParseContext, isAccepted: Bool = true,
        _ change: (inout PolicyOptions) -> Void = { _ in }
    ) -> String? {
        var options = PolicyOptions()
        change(&options)
        let gate = Gate(policy: .standard(site: "s", options: options), seed: 1)
        var redactor = LineRedactor(gate: gate, seed: 1)
        let result = redactor?.redact(
            Array(text.utf8).span, context, arrival: arrival, day: day, isAccepted: isAccepted)
        return result.map {
            String(decoding: $0, as: UTF8.self).replacing("redacted-00000000", with: "•").replacing(
                "99999999", with: "#")
        }
    }

    private static let time = "[01/Mar/2026:00:00:03 +0000]"

    private static func combined(_ target: String, referrer: String = "-", agent: String = "Mozilla/5.0") -> String {
        #"203.0.113.9 - jane \#(time) "GET \#(target) HTTP/1.1" 200 512 "\#(referrer)" "\#(agent)""#
    }

    @Test(
        "Of lines of all formats the secrets are taken out, and nothing else",
        arguments: [
            (["combined"], combined("/login?password=hunter2&x=1"), combined("/login?password=•&x=1")),
            (
                ["combined"], combined("/", referrer: "https://a.example/?token=abc"),
                combined("/", referrer: "https://a.example/?token=•")
            ),
            (["combined"], combined("/pay/4111111111111111"), combined("/pay/•")),
            (["combined"], combined("/pay/4111111111111111.html?q=4111-1111-1111-1111"), combined("/pay/•.html?q=•")),
            (
                ["combined_extra"], combined("/") + #" "session=abc" 0.123"#, combined("/") + #" "session=•" 0.123"#
            ),
            (
                [
                    #"$remote_addr - $remote_user [$time_local] "$request" $status $body_bytes_sent "$http_referer" "#
                        + #""$http_user_agent" "$http_cookie""#
                ],
                combined("/?token=abc") + #" "session=4111111111111111; token=abc""#,
                combined("/?token=•") + #" "session=4111111111111111; token=abc""#
            ),
            (
                ["json"],
                #"{"time":"2026-03-01T00:00:03Z","ip":"203.0.113.9","method":"GET","uri":"/?code=abc","status":200,"headers":{"Authorization":["Bearer abc"]},"card":4111111111111111}"#,
                #"{"time":"2026-03-01T00:00:03Z","ip":"203.0.113.9","method":"GET","uri":"/?code=•","status":200,"headers":{"Authorization":["•"]},"card":#}"#
            ),
            (
                ["json"],
                #"{"time":"2026-03-01T00:00:03Z","ip":"203.0.113.9","session_id":"abc","uri":"/?token=b","method":"GET","user":"4111111111111111","status":200}"#,
                #"{"time":"2026-03-01T00:00:03Z","ip":"203.0.113.9","session_id":"abc","uri":"/?token=•","method":"GET","user":"4111111111111111","status":200}"#
            ),
            (
                ["logfmt"],
                #"time=2026-03-01T00:00:03Z ip=203.0.113.9 method=GET path=/a status=200 password="a b" token=c"#,
                #"time=2026-03-01T00:00:03Z ip=203.0.113.9 method=GET path=/a status=200 password="•" token=•"#
            ),
            (
                ["ltsv"],
                "time:2026-03-01T00:00:03Z\tip:203.0.113.9\tmethod:GET\turi:/a?pass=1\tstatus:200\tpassword:a b",
                "time:2026-03-01T00:00:03Z\tip:203.0.113.9\tmethod:GET\turi:/a?pass=•\tstatus:200\tpassword:•"
            ),
            (
                ["json time:ms=t client=c target=code status=s"],
                #"{"t":1772323203000,"c":"203.0.113.9","code":"/a","s":200}"#, nil
            ),
            (
                ["json time=t client=c target=u status=s"],
                #"{"t":1772323203000003,"c":"203.0.113.9","u":"/a?_=1772323203000003&token=x","s":200}"#,
                #"{"t":1772323203000003,"c":"203.0.113.9","u":"/a?_=1772323203000003&token=•","s":200}"#
            ),
        ] as [([String], String, String?)])
    func formats(formats: [String], line: String, expected: String?) {
        #expect(formats.allSatisfy { (try? FormatText.format($0)) != nil })
        #expect(Self.redacted(line + "\n", Self.context(formats)) == expected.map { $0 + "\n" })
    }

    @Test("A log whose columns its directives name is read with them")
    func directives() {
        let context = Self.context(
            ["w3c"], directives: "#Fields: date time c-ip cs-method cs-uri-stem cs-uri-query sc-status cs(Cookie)\n")
        let line = "2026-03-01 00:00:03 203.0.113.9 GET /a password=abc&x=1 200 session=4111111111111111\r\n"
        let expected = "2026-03-01 00:00:03 203.0.113.9 GET /a password=•&x=1 200 session=4111111111111111\r\n"
        #expect(Self.redacted(line, context) == expected)
    }

    @Test("Lines keep their order and number, those without secrets their bytes, and a byte order mark its place")
    func order() {
        let clean = Self.combined("/a") + "\n"
        let secret = Self.combined("/b?token=abc") + "\n"
        let taken = Self.combined("/b?token=•") + "\n"
        let context = Self.context(["combined"])
        #expect(
            Self.redacted(clean + secret + clean + clean + secret, context) == clean + taken + clean + clean + taken)
        #expect(Self.redacted(clean + clean, context) == nil)
        #expect(Self.redacted(secret + String(clean.dropLast()), context) == taken + String(clean.dropLast()))
        let marked = Self.context(["combined"], beginsInput: true)
        #expect(Self.redacted("\u{FEFF}" + secret, marked) == "\u{FEFF}" + taken)
    }

    @Test("What the policy keeps stays, and with exact everything does")
    func policy() {
        let line = Self.combined("/?code=4111111111111111&token=abc") + "\n"
        let context = Self.context(["combined"])
        #expect(Self.redacted(line, context) == Self.combined("/?code=•&token=•") + "\n")
        #expect(
            Self.redacted(line, context) { $0.parameters[.searchWords] = ["code"] }
                == Self.combined("/?code=•&token=•") + "\n")
        let words = Self.combined("/?code=red+shoes&token=abc") + "\n"
        #expect(
            Self.redacted(words, context) { $0.parameters[.searchWords] = ["code"] }
                == Self.combined("/?code=red+shoes&token=•") + "\n")
        #expect(Self.redacted(line, context) { $0.vault.exact = true } == nil)
    }

    @Test("Rejected lines lose all secrets, accepted ones none if they cannot be parsed again")
    func rejected() {
        let line = "nonsense password=abc 4111111111111111\n"
        #expect(Self.redacted(line, Self.context(["combined"]), isAccepted: false) == "nonsense password=• •\n")
        #expect(Self.redacted(line, Self.context(["combined"])) == nil)
        #expect(Self.redacted(Self.combined("/?token=a") + "\n", Self.context(["no such format"])) == nil)
    }

    @Test("No line grows over the limit of its length")
    func limit() {
        var context = Self.context(["combined"])
        context.maximumLineBytes = 44
        #expect(
            Self.redacted("code=1 code=2 code=3 code=4\n", context, isAccepted: false)
                == "code=• code=2 code=3 code=4\n")
        context.maximumLineBytes = 20
        #expect(Self.redacted("code=1 code=2 code=3\n", context, isAccepted: false) == nil)
    }

    @Test("A redacted line gives the same event, and is not redacted once more", arguments: 0..<60)
    func sameEvents(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let jobs = try TemporaryJobs()
        var explain = try Explain(format: nil, environment: jobs.environment())
        let gate = Gate(policy: PolicyFile.builtIn, seed: 1)
        var redactor = try #require(LineRedactor(gate: gate, seed: 1))
        for _ in 0..<10 {
            let line = RandomSecretLine.make(&random)
            guard let first = try explain.explain(line: line.text), case .accepted(_, _, let event) = first.outcome
            else { continue }
            let context = Self.context([line.format])
            func redact(_ line: [UInt8]) -> [UInt8]? {
                redactor.redact(line.span, context, arrival: Self.arrival, day: Self.day, isAccepted: true)
            }
            guard let once = redact(Array(line.text.utf8)) else { continue }
            #expect(redact(once) == nil)
            let again = try explain.explain(line: String(decoding: once, as: UTF8.self))
            guard case .accepted(_, _, let redactedEvent) = again?.outcome else {
                Issue.record("A redacted line is not accepted.")
                continue
            }
            #expect(event == redactedEvent)
        }
    }

    @Test("An ingest seals as many lines as it stores and rejects, whatever is taken out of them")
    func ingest() throws {
        let jobs = try TemporaryJobs()
        let lines = (0..<500).flatMap { number in
            [Self.combined("/\(number)"), Self.combined("/?token=\(number)&card=4111111111111111")]
        }
        try jobs.ingest(lines + ["nonsense password=abc"])
        func count(_ kind: RetentionClass, _ day: Day) throws -> Int {
            try jobs.store.catalog.sealedFiles(kind, of: day).reduce(0) { $0 + $1.lines }
        }
        #expect(try count(.raw, Day(number: 20_513)) == 1000)
        #expect(try count(.rejects, Day(number: 20_522)) == 1)
    }

    @Test("Runs that have grown are cut between two lines to fit into frames")
    func parts() {
        let line = String(repeating: "x", count: 999) + "\n"
        let text = Array(String(repeating: line, count: 600).utf8)
        var run = LineRun(ByteRange(0..<10), day: Self.day, time: 5)
        let isExtended = run.extend(ByteRange(10..<20), day: Self.day, time: 7)
        #expect(isExtended)
        let parts = run.parts(of: text.span)
        #expect(parts.map(\.count).reduce(0, +) == 600)
        #expect(parts.first?.bytes.lowerBound == 0 && parts.last?.bytes.upperBound == text.count)
        #expect(zip(parts, parts.dropFirst()).allSatisfy { $0.bytes.upperBound == $1.bytes.lowerBound })
        #expect(parts.allSatisfy { $0.bytes.count <= FileSealer.frameBytes && $0.bytes.count % 1000 == 0 })
        #expect(parts.allSatisfy { $0.day == Self.day && $0.earliest == 5 && $0.latest == 7 })
    }
}
