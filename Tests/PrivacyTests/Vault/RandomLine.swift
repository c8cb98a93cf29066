import TestSupport

/// Lines of pieces that secrets, and what looks like them, are written with.
enum RandomLine {
    private static let pieces = [
        "GET ", "/a", "/", "?", "&", "=", ":", "%3D", "%26", "%22", "\"", "\\\"", "'", " ", ", ", ";", "\t", "[", "]",
        "{",
        "}", "token", "password", "code", "session_id", "Authorization", "Bearer ", "status_code", "utm_source", "q",
        "x",
        "4111111111111111", "4111-1111-1111-1111", "1772323203000003", "900101-1234568", "123456789018", "2026-03-01",
        "0", "12", "4111", "1111", "-", "+", "%20", "%", "\\u0026", "\\x22", "é", "redacted-00000000", "99999999",
        "password=", "\"token\":\"", "null", "203.0.113.9",
    ]

    static func make(_ random: inout SplitMix64) -> [UInt8] {
        (0..<Int.random(in: 0..<14, using: &random)).flatMap { _ in
            Array((pieces.randomElement(using: &random) ?? "").utf8)
        }
    }
}
