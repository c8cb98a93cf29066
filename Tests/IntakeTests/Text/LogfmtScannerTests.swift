import TestSupport
import Testing

@testable import Intake

@Suite("LogfmtScanner")
struct LogfmtScannerTests {
    typealias Pair = ScannedPairs.Pair

    static let radius = LogfmtOptions(separator: .comma, allowsSpacesAroundEquals: true)
    static let quoted = LogfmtOptions(allowsApostrophes: true)
    static let semicolons = LogfmtOptions(
        separator: .semicolon, allowsApostrophes: true, allowsSpacesAroundEquals: true)

    @Test(
        "Pairs of logfmt are told in their order",
        arguments: [
            ("a=1", [Pair("a", "1")]), ("a", [Pair("a", nil)]), ("a=", [Pair("a", nil)]),
            ("a=\"\"", [Pair("a", "")]), ("\t a=b \u{1} c\t", [Pair("a", "b"), Pair("c", nil)]),
            (#"a="b c" d="e\"f\\\n\u00e9\'" g='h"#, [Pair("a", "b c"), Pair("d", "e\"f\\\né'"), Pair("g", "'h")]),
            ("a=\"b\"c=\"d\"", [Pair("a", "b"), Pair("c", "d")]), ("a=1,b:2 c", [Pair("a", "1,b:2"), Pair("c", nil)]),
            ("ü=ß", [Pair("ü", "ß")]), ("a= b=1", [Pair("a", nil), Pair("b", "1")]),
            ("a=\"\t\"", [Pair("a", "\t")]), ("a=1 a=2", [Pair("a", "1"), Pair("a", "2")]),
            ("it's=1", [Pair("it's", "1")]),
        ])
    func pairs(line: String, expected: [Pair]) {
        let scanned = ScannedPairs(line)
        #expect(scanned.failure == nil)
        #expect(scanned.pairs == expected)
    }

    @Test(
        "A broken line is rejected with its reason and place",
        arguments: [
            ("=a", .syntax, 0), ("a==", .syntax, 2), ("a=b=c", .syntax, 3), ("a\"=1", .syntax, 1),
            ("a=b\"c\"", .syntax, 3), ("\"a\"", .syntax, 0), ("a=\"b", .missingField, 4), ("a=\"", .missingField, 3),
            ("a=\"b\\\"", .missingField, 6), ("a=\"b\\", .missingField, 5), (#"a="\x41""#, .syntax, 3),
            (#"a="\u00e""#, .syntax, 3), ("a=\"\\n\t\"", .syntax, 5), ("a = b", .syntax, 2),
        ] as [(String, RejectReason, Int)])
    func rejection(line: String, reason: RejectReason, position: Int) {
        #expect(ScannedPairs(line).failure == LineFailure(reason, at: position))
    }

    @Test("A key that is not UTF-8 is rejected, a value may be any bytes")
    func bytes() {
        #expect(ScannedPairs([0x61, 0xFF, ASCII.equals], .logfmt).failure == LineFailure(.syntax, at: 0))
        #expect(ScannedPairs([0x61, ASCII.equals, 0xFF], .logfmt).failure == nil)
    }

    @Test(
        "Devices' notations are read as their options say",
        arguments: [
            (
                radius,
                #"Acct-Status-Type = Start, Calling-Station-Id = "00-00-5E-00-53-06,x",Cause=User Request ,Flag"#,
                [
                    Pair("Acct-Status-Type", "Start"), Pair("Calling-Station-Id", "00-00-5E-00-53-06,x"),
                    Pair("Cause", "User Request"), Pair("Flag", nil),
                ]
            ),
            (radius, "a=1,,b = , c= ,", [Pair("a", "1"), Pair("b", nil), Pair("c", nil)]),
            (
                quoted, "type=association radio='0' name='it\\'s' x=\"'\" y='\"'",
                [
                    Pair("type", "association"), Pair("radio", "0"), Pair("name", "it's"), Pair("x", "'"),
                    Pair("y", "\""),
                ]
            ),
            (semicolons, "a='x;y'; b=1,2;c", [Pair("a", "x;y"), Pair("b", "1,2"), Pair("c", nil)]),
            (
                LogfmtOptions(allowsSpacesAroundEquals: true), "a = 1 b  c= 2",
                [Pair("a", "1"), Pair("b", nil), Pair("c", "2")]
            ),
        ])
    func devices(options: LogfmtOptions, line: String, expected: [Pair]) {
        let scanned = ScannedPairs(line, options)
        #expect(scanned.failure == nil)
        #expect(scanned.pairs == expected)
    }

    @Test(
        "With a separator, only it can follow a pair",
        arguments: [
            (radius, "a b=1", 2), (radius, "a=\"b\" c=1", 6), (radius, "a=b c=1", 5), (radius, "a=\"b\"c", 5),
            (LogfmtOptions(allowsSpacesAroundEquals: true), "a= b=1", 4), (quoted, "a'=1", 1),
        ] as [(LogfmtOptions, String, Int)])
    func separators(options: LogfmtOptions, line: String, position: Int) {
        #expect(ScannedPairs(line, options).failure == LineFailure(.syntax, at: position))
    }

    @Test("Only wanted keys are told")
    func wanted() throws {
        let table = KeyPathTable([.init(["status"], id: 3), .init(["Path"], ignoresCase: true, id: 5)])
        let bytes = Array("level=info path=\"/a b\" status=200 statu=1 x.status=2".utf8)
        var found: [Int: String] = [:]
        try LogfmtScanner.scan(bytes.span, bytes.indices, .logfmt, wanting: table) { id, value in
            found[id] = String(decoding: bytes[value.range], as: UTF8.self)
        }
        #expect(found == [3: "200", 5: "/a b"])
    }

    @Test("No bytes crash the scan, and what lies around a line does not matter", arguments: UInt64(0)..<100)
    func anyBytes(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let telling = Array("==\"\"'\\\\, ;au1\t\0é".utf8)
        for _ in 0..<100 {
            let line = (0..<Int.random(in: 0..<30, using: &random)).map { _ in
                Int.random(in: 0..<9, using: &random) == 0
                    ? UInt8.random(in: .min ... .max, using: &random) : telling.randomElement(using: &random) ?? 0
            }
            for options in [
                .logfmt, LogfmtScannerTests.radius, LogfmtScannerTests.quoted, LogfmtScannerTests.semicolons,
            ] {
                let scanned = ScannedPairs(line, options)
                if let failure = scanned.failure { #expect((0...line.count).contains(failure.position)) }
                let block = Array("a=\"".utf8) + line + Array("\"='u0041".utf8)
                #expect(ScannedPairs(block, options, in: 3..<3 + line.count) == scanned)
            }
        }
    }
}
