import TestSupport
import Testing

@testable import Privacy

@Suite("Redaction of raw lines")
struct RedactionTests {
    private static let redaction = Redaction(names: VaultOptions.standardNames)

    /// The line with `•` in the place of what is taken out, `#` where a number of JSON was.
    private static func redacted(_ line: String, _ redaction: Redaction = redaction) -> String {
        var result: [UInt8] = []
        let isChanged = redaction.redact(Array(line.utf8).span, appendingTo: &result)
        let text = String(decoding: result, as: UTF8.self)
        #expect(isChanged == (text != line))
        return text.replacing("redacted-00000000", with: "•").replacing("99999999", with: "#")
    }

    @Test(
        "The values behind the names of the policy are taken out, and nothing else",
        arguments: [
            ("GET /login?user=jane&password=hunter2&x=1 HTTP/1.1", "GET /login?user=jane&password=•&x=1 HTTP/1.1"),
            ("GET /?PASSWD=a HTTP/1.1", "GET /?PASSWD=• HTTP/1.1"),
            ("/cb?code=4/abc%26d&state=1#f", "/cb?code=•&state=1#f"),
            (
                "\"https://a.example/?access_token=abc\" \"Mozilla/5.0\"",
                "\"https://a.example/?access_token=•\" \"Mozilla/5.0\""
            ),
            (
                "/go?to=https%3A%2F%2Fa.example%2F%3Ftoken%3Dabc%26x%3D1&y=2",
                "/go?to=https%3A%2F%2Fa.example%2F%3Ftoken%3D•%26x%3D1&y=2"
            ),
            ("/go?to=%252F%253Fcode%253Dabc%2526x%253D1", "/go?to=%252F%253Fcode%253D•%2526x%253D1"),
            ("/?user[password]=a&user%5Bpass%5D=b", "/?user[password]=•&user%5Bpass%5D=•"),
            ("/a;jsessionid=ABC123?x=1", "/a;jsessionid=•"),
            ("theme=dark; session_id=abc; lang=ko", "theme=dark; session_id=•; lang=ko"),
            (#"{"user":"jane","password":"hun\"ter2","x":1}"#, #"{"user":"jane","password":"•","x":1}"#),
            (#"{"pass" : "a b", "token": null, "code":123456}"#, #"{"pass" : "•", "token": null, "code":#}"#),
            (#"{"Authorization":["Bearer abc","x"],"b":1}"#, #"{"Authorization":["•","•"],"b":1}"#),
            (#"{"msg":"{\"token\":\"a\\\"b\",\"x\":1}"}"#, #"{"msg":"{\"token\":\"•\",\"x\":1}"}"#),
            (#"{"path":"/?a=1\u0026token=abc\u0026b=2"}"#, #"{"path":"/?a=1\u0026token=•\u0026b=2"}"#),
            (#""{\x22passwd\x22:\x22abc\x22}""#, #""{\x22passwd\x22:\x22•\x22}""#),
            ("body=%7B%22token%22%3A%22abc%22%7D", "body=%7B%22token%22%3A%22•%22%7D"),
            ("Authorization: Bearer abc.def, x", "Authorization: •, x"),
            ("host=a x-auth-token=abc password=\"a b\" n=1", "host=a x-auth-token=• password=\"•\" n=1"),
            ("time:1\tpassword:a b, c\tx:1", "time:1\tpassword:•\tx:1"),
            ("/?token=\" \"Mozilla/5.0\"", "/?token=\" \"Mozilla/5.0\""),
            (
                "/?sessionToken=a&accessToken=b&sessionid=c&tokens=d",
                "/?sessionToken=•&accessToken=•&sessionid=•&tokens=•"
            ),
            (
                "/?status_code=2&zip_code=3&token_type=b&encode=1&compass=1",
                "/?status_code=2&zip_code=3&token_type=b&encode=1&compass=1"
            ),
            ("/?q=token&password=", "/?q=token&password="),
        ])
    func names(line: String, expected: String) {
        #expect(Self.redacted(line) == expected)
        #expect(Self.redacted(line + "\r\n") == expected + "\r\n")
    }

    @Test("Values of parameters that the policy keeps stay")
    func sparing() throws {
        var options = PolicyOptions()
        options.parameters[.searchWords] = ["code"]
        options.contentPatterns = [try #require(ContentPattern("/view?session"))]
        let redaction = try #require(Redaction(options))
        #expect(Self.redacted("/?code=a&session=1&token=b", redaction) == "/?code=a&session=1&token=•")
        options.vault.exact = true
        #expect(Redaction(options) == nil)
    }

    @Test(
        "Numbers of cards and residents are taken out",
        arguments: [
            ("4111111111111111", "•"), ("4111-1111-1111-1111", "•"), ("4111 1111 1111 1111", "•"),
            ("a=4111+1111+1111+1111&b", "a=•&b"), ("a%3D4111%201111%201111%201111", "a%3D•"),
            ("/pay/378282246310005.html", "/pay/•.html"), ("30569309025904", "•"), ("6221558812340005", "•"),
            ("900101-1234568", "•"), ("9001011234568", "•"), ("2011013234567", "•"),
            ("1234-5678-9018", "•"), ("123456789018", "•"), (#"{"n":4111111111111111}"#, #"{"n":#}"#),
        ])
    func numbers(text: String, expected: String) {
        #expect(Self.redacted(text) == expected)
        #expect(Self.redacted("x " + text + " y") == "x " + expected + " y")
    }

    @Test(
        "Instants, counters and parts of longer words stay",
        arguments: [
            "1772323203000003", "1772323203000", "1700000000000009", "2026-03-01 00:00:03 200 512",
            "4111111111111112", "a4111111111111111", "4111111111111111a", "1.4111111111111111", "41111111111111110000",
            "202603011230", "900101-9234567", "9013011234568", "2026 0301 1230 4500", "1234567890123456789012",
        ])
    func others(text: String) {
        #expect(Self.redacted(text) == text)
    }

    @Test("Redaction is idempotent, and a region has a candidate if one of its lines has", arguments: 0..<200)
    func properties(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let lines = (0..<20).map { _ in RandomLine.make(&random) }
        var region: [UInt8] = []
        var secretLines: [Int] = []
        for line in lines {
            var (once, twice): ([UInt8], [UInt8]) = ([], [])
            let isSecret = Self.redaction.redact(line.span, appendingTo: &once)
            #expect(!Self.redaction.redact(once.span, appendingTo: &twice))
            #expect(once == twice)
            if isSecret { secretLines.append(region.count) }
            region += line + [10]
        }
        var seen: Set<Int> = []
        var position = 0
        while let candidate = Self.redaction.firstCandidate(in: region.span, from: position) {
            let start = (region[..<candidate].lastIndex(of: 10) ?? -1) + 1
            #expect(candidate >= position)
            seen.insert(start)
            position = (region[candidate...].firstIndex(of: 10) ?? region.count - 1) + 1
        }
        #expect(seen.isSuperset(of: secretLines))
    }

    @Test("Any bytes are read without harm", arguments: 0..<50)
    func hostile(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let alphabet = Array("=:%3D25\\\"'x2u0[]{} tokenpas4111-\t\n&;,".utf8) + [0, 0x80, 0xFF]
        for _ in 0..<50 {
            let line = (0..<Int.random(in: 0..<80, using: &random)).map { _ in
                Bool.random(using: &random)
                    ? alphabet.randomElement(using: &random) ?? 0 : UInt8.random(in: 0...255, using: &random)
            }
            _ = Self.redaction.firstCandidate(in: line.span, from: 0)
            let found = Self.redaction.candidates(in: line.span)
            #expect(zip(found, found.dropFirst()).allSatisfy { $0.range.upperBound <= $1.range.lowerBound })
            #expect(found.allSatisfy { !$0.range.isEmpty && $0.range.upperBound <= line.count })
        }
    }

    @Test(
        "A long line of nothing but beginnings takes no longer than its length",
        arguments: ["=", "token", "4111-", "token=\"", "%3D", "\\", "a%25"])
    func long(part: String) {
        let line = Array(String(repeating: part, count: 400_000 / part.utf8.count).utf8)
        _ = Self.redaction.firstCandidate(in: line.span, from: 0)
        _ = Self.redaction.candidates(in: line.span)
    }
}
