/// Times; the first byte says in which notation, the second one what the present is.
enum TimeSeeds {
    static let all: [(name: String, bytes: [UInt8])] = [
        ("common-log", seed(0, "[01/Mar/2026:10:00:00 +0900]", "01/Mar/2026:10:00:00.5")),
        ("iso", seed(1, "2026-03-01T10:00:00.123456789+09:00", "20260301T100000Z")),
        ("iso-space", seed(1, "2026-03-01 10:00", "2026-02-29 24:00:00 +0900")),
        ("automatic-rfc1123", seed(2, "Sun, 01 Mar 2026 10:00:00 GMT", "Sun Mar  1 10:00:00 2026")),
        ("automatic-number", seed(2, "1772326800155", "1.772326800155e9")),
        ("automatic-slashes", seed(2, "2026/03/01 10:00:00", "1/3/2026 10:00")),
        ("date", seed(3, "2026-03-01", "0000-00-00")), ("time-of-day", seed(4, "10:00:00.155", "23:59:60")),
        ("syslog", seed(5, "Mar  1 10:00:00", "*Feb 29 2024 03:14:18.123 KST:")),
        ("seconds", seed(6, "1772326800.155", "-1")), ("nanoseconds", seed(9, "1772326800155000000", "9e99")),
        ("apache", seed(10, "msec_frac", "155", "1")),
        ("apache-pattern", seed(10, "begin:%d/%b/%Y:%T %z", "01/Mar/2026:10:00:00 +0900", "x")),
        ("pattern", seed(11, "%a %e %B %Y %I:%M:%S.%3f %p %Z", "Sun  1 March 2026 10:00:00.155 AM KST", "x")),
        ("pattern-week", seed(11, "%G-W%V-%u %R", "2026-W09-7 10:00", "2020-W53-1 00:00")),
        ("pattern-day", seed(11, "%y%j%s%%%n%t%C", "26060177232680%", "x")),
    ]

    private static func seed(_ notation: UInt8, _ texts: String...) -> [UInt8] {
        [notation, 200] + texts.flatMap { Array("\($0)\n".utf8) }
    }
}
