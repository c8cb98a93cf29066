import TestSupport
import Testing

@testable import Intake

@Suite("Formats as servers could be configured")
struct FormatTextPropertyTests {
    /// A directive, the field it fills, and what its values are made of.
    private struct Directive {
        let text: String
        let field: RawBatch.Text?
        let alphabet: String
    }

    private static let apache = [
        Directive(text: "%a", field: .client, alphabet: "0123456789abcdef."),
        Directive(text: "%u", field: .user, alphabet: "abcXYZ09@._"),
        Directive(text: "\"%{Referer}i\"", field: .referrer, alphabet: "abc/:.?=&\"\\ é\n\u{1}"),
        Directive(text: "\"%{User-Agent}i\"", field: .agent, alphabet: "Mozila/5.0 ();\"\\xé\t"),
        Directive(text: "%v", field: .host, alphabet: "abc.-09"),
        Directive(text: "%{VARNAME}e", field: nil, alphabet: "abc"),
        Directive(text: "[%{Cookie}i]", field: .cookie, alphabet: "abc=;é"),
    ]

    private static let nginx = [
        Directive(text: "$remote_addr", field: .client, alphabet: "0123456789abcdef."),
        Directive(text: "${remote_user}", field: .user, alphabet: "abcXYZ09@._"),
        Directive(text: "\"$http_referer\"", field: .referrer, alphabet: "abc/:.?=&\"\\ é\n\u{1}"),
        Directive(text: "\"$http_user_agent\"", field: .agent, alphabet: "Mozila/5.0 ();\"\\xé\t"),
        Directive(text: "$host", field: .host, alphabet: "abc.-09"),
        Directive(text: "$connection", field: nil, alphabet: "0123"),
        Directive(text: "[$http_cookie]", field: .cookie, alphabet: "abc=;é"),
    ]

    @Test("Values that a server writes by its rules come back", arguments: UInt64(0)..<40)
    func roundTrip(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let isApache = Bool.random(using: &random)
        let directives = (isApache ? FormatTextPropertyTests.apache : FormatTextPropertyTests.nginx).shuffled(
            using: &random)
        let used = directives.prefix(Int.random(in: 1...directives.count, using: &random))
        let separator = [" ", " | ", "\t"].randomElement(using: &random) ?? " "
        let status = isApache ? "%>s" : "$status"
        let time = isApache ? "%t" : "[$time_local]"
        let text = ([time] + used.map(\.text) + [status]).joined(separator: separator)
        let format = try FormatText.format(text)
        for _ in 0..<30 {
            var expected: [RawBatch.Text: String] = [:]
            var written: [String] = ["[10/Oct/2000:13:55:36 -0700]"]
            for directive in used {
                let value = String(
                    (0..<Int.random(in: 1...12, using: &random)).map { _ in
                        directive.alphabet.randomElement(using: &random) ?? "a"
                    })
                if let field = directive.field, value != "-" { expected[field] = value }
                written.append(FormatTextPropertyTests.wrapped(directive.text, value, isApache: isApache))
            }
            let line = (written + ["200"]).joined(separator: separator)
            var parser = LineParser(formats: [format], options: LineOptions(latest: .max))
            let parsed = parser.parseLine(line)
            // The client may be cut at what looks like a port.
            var found = parsed.line?.texts
            if expected[.client] != nil { found?[.client] = expected[.client] }
            #expect(found == expected, "\(text)\n\(line)")
            #expect(parsed.line?.numbers == [.status: 200])
        }
    }

    /// The value between the quotes or brackets of its directive, escaped as the server does it.
    private static func wrapped(_ directive: String, _ value: String, isApache: Bool) -> String {
        var escaped = ""
        for byte in value.utf8 {
            switch byte {
            case ASCII.quote, ASCII.backslash:
                escaped +=
                    isApache ? "\\\(Character(Unicode.Scalar(byte)))" : "\\x\(String(byte, radix: 16, uppercase: true))"
            case ASCII.lineFeed where isApache: escaped += "\\n"
            case ASCII.tab where isApache: escaped += "\\t"
            case 0x20..<0x7F: escaped += String(Character(Unicode.Scalar(byte)))
            default: escaped += "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: !isApache)
            }
        }
        switch directive.first {
        case "\"": return "\"\(escaped)\""
        case "[": return "[\(escaped)]"
        default: return escaped
        }
    }

    @Test("No text crashes the compiler, and what it makes of one crashes on no line", arguments: UInt64(0)..<40)
    func anyText(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let pieces = [
            "%", "{", "}", "$", "\"", "'", "\\", " ", "h", "t", ">s", "r", "remote_addr", "[", "]", "time_local",
            "status", "a", "0",
            "%t", "%h", "%{%Y}t", "%{sec}t", "log_format x ", "LogFormat ", "escape=json ", "{\"a\":\"$status\"}", ";",
            "\n", "é",
            "#Fields: ", "c-ip ", "json ", "client=", "time:ms=", "syslog:", "^FB", "!", "400,", "<",
        ]
        for _ in 0..<200 {
            let text = (0..<Int.random(in: 0..<12, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }.joined()
            guard let format = try? FormatText.format(text) else { continue }
            var parser = LineParser(formats: [format], options: LineOptions(latest: .max))
            for _ in 0..<10 {
                let line = (0..<Int.random(in: 0..<20, using: &random)).map { _ in
                    pieces.randomElement(using: &random) ?? ""
                }.joined()
                _ = parser.parseLine(line)
            }
        }
    }
}
