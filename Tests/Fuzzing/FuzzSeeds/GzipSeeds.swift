import Gzip

/// Members of all kinds: stored, deflated, several, padded, long, cut, with a header that says more than it must.
enum GzipSeeds {
    static let all: [(name: String, bytes: [UInt8])] = [
        ("round-trip", seed(0, line)),
        ("bomb", seed(1, member([UInt8](repeating: 0, count: 1 << 21), level: 9))),
        ("stored", seed(2, member(line, level: 0))),
        ("fast", seed(2, member(line + line + line, level: 1))),
        ("small", seed(2, member(line + line + line, level: 9))),
        ("empty", seed(2, member([], level: 1))),
        ("members", seed(2, member(line, level: 1) + member([], level: 1) + member(line, level: 6))),
        ("padded", seed(2, member(line, level: 1) + [0, 0, 0, 0])),
        ("cut", seed(2, Array(member(line, level: 1).dropLast(9)))),
        ("mixed", seed(2, member((0..<600).map { UInt8(truncatingIfNeeded: $0 * $0 >> 3) } + line, level: 6))),
        ("named", seed(2, named)),
        ("text", seed(2, line)),
    ]

    private static let line = Array("198.51.100.7 - - [01/Mar/2026:10:00:00 +0000] \"GET / HTTP/1.1\" 200 5\n".utf8)

    /// A member with extra field, name, comment and header checksum (RFC 1952, section 2.3).
    private static var named: [UInt8] {
        var header: [UInt8] = [0x1F, 0x8B, 8, 0b1_1110, 0, 0, 0, 0, 0, 3, 4, 0, 65, 66, 0, 0]
        header += Array("access.log".utf8) + [0] + Array("comment".utf8) + [0]
        let checksum = Gzip.crc32(header.span)
        header += [UInt8(truncatingIfNeeded: checksum), UInt8(truncatingIfNeeded: checksum >> 8)]
        return header + member(line, level: 6).dropFirst(10)
    }

    private static func member(_ bytes: [UInt8], level: Int) -> [UInt8] {
        var deflater = GzipDeflater(level: level)
        var output: [UInt8] = []
        deflater.deflate(bytes.span, appendingTo: &output)
        return output
    }

    /// What to do, and pieces of eight and of 33 bytes.
    private static func seed(_ mode: UInt8, _ data: [UInt8]) -> [UInt8] { [mode, 7, 32] + data }
}
