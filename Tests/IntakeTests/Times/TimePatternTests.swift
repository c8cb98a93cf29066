import Testing

@testable import Intake

@Suite("Times by strftime texts")
struct TimePatternTests {
    @Test(
        "Each directive is read",
        arguments: [
            ("%Y-%m-%d %H:%M:%S %z", "2017-11-25 20:47:06 -0500", "2017-11-26T01:47:06Z"),
            ("%a %A %d %b %B %Y %T", "Sat samedi 25 Nov November 2017 20:47:06", "2017-11-25T20:47:06Z"),
            ("%c", "Sat Nov 25 20:47:06 2017", "2017-11-25T20:47:06Z"),
            ("%c", "Sun Nov  5 20:47:06 2017", "2017-11-05T20:47:06Z"),
            ("%x %X", "11/25/17 20:47:06", "2017-11-25T20:47:06Z"),
            ("%D %R", "11/25/17 20:47", "2017-11-25T20:47:00Z"),
            ("%F %r", "2017-11-25 08:47:06 PM", "2017-11-25T20:47:06Z"),
            ("%F %l:%M:%S %P", "2017-11-25  8:47:06 am", "2017-11-25T08:47:06Z"),
            ("%F %I.%M %p", "2017-11-25 12.47 AM", "2017-11-25T00:47:00Z"),
            ("%C%y%m%d%H%M%S", "20171125204706", "2017-11-25T20:47:06Z"),
            ("%y%m%d %k%M", "171125  847", "2017-11-25T08:47:00Z"),
            ("%e. %h %Y, %k:%M", " 5. Nov 2017,  8:47", "2017-11-05T08:47:00Z"),
            ("%-d.%-m.%Y %_H:%M", "5.1.2017  8:47", "2017-01-05T08:47:00Z"),
            ("%Ey-%Om-%Od %T", "17-11-25 20:47:06", "2017-11-25T20:47:06Z"),
            ("%Y %j %T", "2017 329 20:47:06", "2017-11-25T20:47:06Z"),
            ("%G-W%V-%u %T", "2017-W47-6 20:47:06", "2017-11-25T20:47:06Z"),
            ("%g %V %a %T", "17 47 Sat 20:47:06", "2017-11-25T20:47:06Z"),
            ("%Y %U %w %T", "2017 47 6 20:47:06", "2017-11-25T20:47:06Z"),
            ("%Y %W %A %T", "2017 47 SATURDAY 20:47:06", "2017-11-25T20:47:06Z"),
            ("%Y %U %w %T", "2017 47 0 20:47:06", "2017-11-19T20:47:06Z"),
            ("%Y %W %w %T", "2017 47 0 20:47:06", "2017-11-26T20:47:06Z"),
            ("%s", "1511642826", "2017-11-25T20:47:06Z"), ("%s %Z", "1511642826 EST", "2017-11-25T20:47:06Z"),
            ("%FT%T %Z", "2017-11-25T20:47:06 EDT", "2017-11-26T00:47:06Z"),
            ("%FT%T%z", "2017-11-25T20:47:06Z", "2017-11-25T20:47:06Z"),
            ("%FT%T%z", "2017-11-25T20:47:06+05:30", "2017-11-25T15:17:06Z"),
            ("%FT%T.%f", "2017-11-25T20:47:06.123456", "2017-11-25T20:47:06.123Z"),
            ("%FT%T%3f%z", "2017-11-25T20:47:06123+0000", "2017-11-25T20:47:06.123Z"),
            ("%Y%n%m%t%d%T", "2017 \t 11 \n 2520:47:06", "2017-11-25T20:47:06Z"),
            ("100%% %F %T", "100% 2017-11-25 20:47:06", "2017-11-25T20:47:06Z"),
            ("%F %T", "2016-12-31 23:59:60", "2016-12-31T23:59:59Z"),
            ("%d-%b-%Y %T", "25-NOV-2017 20:47:06", "2017-11-25T20:47:06Z"),
            ("%a %d %b %Y %T", "토 25 Nov 2017 20:47:06", "2017-11-25T20:47:06Z"),
        ])
    func directives(pattern: String, text: String, expected: String) throws {
        let instant = try #require(TimeReader.read(.iso8601, expected))
        #expect(TimeReader.read(.pattern(try TimePattern(pattern)), text) == instant)
    }

    @Test(
        "What the pattern does not have is refused",
        arguments: [
            ("%F %T", "2017-11-25 20:47:06 "), ("%F %T", "2017-11-25 20:47:6x"), ("%F %T", "2017-11-25 24:00:00"),
            ("%F %T", "2017-11-25 20:47:61"), ("%F %T", "2017-11-31 20:47:06"), ("%F %T", "2017-13-25 20:47:06"),
            ("%F %T", "0000-11-25 20:47:06"), ("%F %T", "2017-11-25  20:47:06x"), ("%F %T", ""), ("%F %T", "-"),
            ("%F %I:%M %p", "2017-11-25 13:47 PM"), ("%F %I:%M %p", "2017-11-25 00:47 AM"),
            ("%F %I:%M %p", "2017-11-25 08:47 nachm."), ("%F %I:%M", "2017-11-25 08:47"), ("%F", "2017-11-25"),
            ("%T", "20:47:06"), ("%F %H", "2017-11-25 20"), ("%a %d %b %Y %T", "Sa 25 Dez 2017 20:47:06"),
            ("%a %F %T", "6 2017-11-25 20:47:06"), ("%F %T %Z", "2017-11-25 20:47:06 XXX"),
            ("%F %T %Z", "2017-11-25 20:47:06 "), ("%F %T %z", "2017-11-25 20:47:06 -05:"),
            ("%F %T.%3f", "2017-11-25 20:47:06.12"), ("%F %T.%f", "2017-11-25 20:47:06."), ("%s", "-1"), ("%s", "1.5"),
            ("%s", "253402300800"), ("%G-%V %T", "2017-47 20:47:06"), ("%Y %j %T", "2017 366 20:47:06"),
        ])
    func malformed(pattern: String, text: String) throws {
        #expect(TimeReader.read(.pattern(try TimePattern(pattern)), text) == nil)
    }

    @Test(
        "The words of Apache's log formats are read",
        arguments: [
            (["sec"], ["1511642826"], 1_511_642_826_000), (["msec"], ["1511642826123"], 1_511_642_826_123),
            (["usec"], ["1511642826123456"], 1_511_642_826_123),
            (["sec", "msec_frac"], ["1511642826", "123"], 1_511_642_826_123),
            (["begin:sec", "end:usec_frac"], ["1511642826", "123456"], 1_511_642_826_123),
            (["msec", "msec_frac"], ["1511642826123", "123"], 1_511_642_826_123),
            (["begin:%F %T", "msec_frac"], ["2017-11-25 20:47:06", "009"], 1_511_642_826_009),
            ([""], ["[25/Nov/2017:15:47:06 -0500]"], 1_511_642_826_000),
            (["begin"], ["[25/Nov/2017:15:47:06 -0500]"], 1_511_642_826_000),
            (["end:"], ["[25/Nov/2017:15:47:06 -0500]"], 1_511_642_826_000),
        ] as [([String], [String], Int64)])
    func apacheWords(patterns: [String], texts: [String], expected: Int64) throws {
        var parts = TimeParts()
        for (pattern, text) in zip(patterns, texts) {
            let bytes = Array(text.utf8)
            let compiled = try TimePattern(apache: pattern)
            #expect(compiled.text == pattern)
            #expect(compiled.match(bytes.span, at: 0, end: bytes.count, into: &parts) == bytes.count)
        }
        #expect(try parts.instant(LineOptions(latest: .max), at: 0) == expected)
    }

    @Test(
        "A pattern finds the end of its time",
        arguments: [
            ("%a %b %d", "Sat Nov 25 GET /", 10), ("%s@%z", "1511642826@-0500 GET", 16), ("%b", "November 25", 8),
            ("%b", "Novem 25", 3), ("%Z", "GMT\"", 3), ("%e", " 5 x", 2), ("%H%n", "20  \t x", 6), ("", "x", 0),
            ("%Y", "20171125", 4), ("%d", "x", nil), ("%H:", "20", nil),
        ] as [(String, String, Int?)])
    func ends(pattern: String, text: String, end: Int?) throws {
        let bytes = Array(text.utf8)
        var parts = TimeParts()
        #expect(try TimePattern(pattern).match(bytes.span, at: 0, end: bytes.count, into: &parts) == end)
    }

    @Test(
        "What is no directive is named with its place",
        arguments: [
            ("%Y-%q", .unknownDirective("%q", offset: 3)), ("%-5Q", .unknownDirective("%-5Q", offset: 0)),
            ("ä%é", .unknownDirective("%é", offset: 2)), ("%L", .unknownDirective("%L", offset: 0)),
            ("%", .incompleteDirective(offset: 0)), ("%Y %", .incompleteDirective(offset: 3)),
            ("%H:%-0", .incompleteDirective(offset: 3)), ("%000000000d", .unknownDirective("%00000000", offset: 0)),
        ] as [(String, TimePatternError)])
    func unknown(text: String, error: TimePatternError) {
        #expect(throws: error) { try TimePattern(text) }
        #expect(error.description.contains("at byte"))
    }

    @Test("The place in what Apache is told counts from its beginning")
    func unknownForApache() {
        #expect(throws: TimePatternError.unknownDirective("%q", offset: 7)) { try TimePattern(apache: "begin:x%q") }
        #expect(throws: Never.self) { try TimePattern(apache: "ending") }
    }

    @Test(
        "All names of zones that are known have their offset",
        arguments: [
            ("UTC", 0), ("GMT", 0), ("Z", 0), ("EST", -5), ("EDT", -4), ("CST", -6), ("CDT", -5), ("MST", -7),
            ("MDT", -6), ("PST", -8), ("PDT", -7), ("CET", 1), ("CEST", 2), ("EET", 2), ("EEST", 3), ("WET", 0),
            ("WEST", 1), ("BST", 1), ("IST", 5.5), ("JST", 9), ("KST", 9),
        ])
    func zones(name: String, hours: Double) throws {
        let text = "2017-11-25 20:47:06 \(name)"
        let expected = 1_511_642_826_000 - Int64(hours * 3_600_000)
        #expect(TimeReader.read(.pattern(try TimePattern("%F %T %Z")), text) == expected)
    }
}
