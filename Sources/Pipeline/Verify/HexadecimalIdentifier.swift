/// A hardware address (EUI-48, EUI-64) or a UUID, whatever signs separate its digits.
struct HexadecimalIdentifier {
    private let bytes: [UInt8]

    /// Reads 12, 16 or 32 hexadecimal digits with colons, hyphens and dots between them, in braces, or behind
    /// `urn:uuid:`.
    /// - Returns: nil for anything else.
    init?(_ text: [UInt8]) {
        var body = TextEncodings.lowercased(text)[...]
        let prefix = Array("urn:uuid:".utf8)
        if body.starts(with: prefix) { body = body.dropFirst(prefix.count) }
        if body.first == UInt8(ascii: "{"), body.last == UInt8(ascii: "}") { body = body.dropFirst().dropLast() }
        let separators = Set(":-.".utf8)
        var digits: [UInt8] = []
        for byte in body where !separators.contains(byte) {
            switch byte {
            case 0x30...0x39: digits.append(byte - 0x30)
            case 0x61...0x66: digits.append(byte - 0x57)
            default: return nil
            }
        }
        guard [12, 16, 32].contains(digits.count) else { return nil }
        bytes = stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }

    var isUUID: Bool { bytes.count == 16 }

    /// Bare, and with each separator; a UUID has hyphens in its own places only.
    var texts: [[UInt8]] {
        let digits = TextEncodings.hexadecimal(bytes)
        if isUUID { return [digits, HexadecimalIdentifier.separated(digits, [8, 4, 4, 4, 12], "-")] }
        let pairs = [Int](repeating: 2, count: bytes.count)
        let fours = [Int](repeating: 4, count: bytes.count / 2)
        return [digits]
            + [":", "-", "."].flatMap { separator in
                [pairs, fours].map { HexadecimalIdentifier.separated(digits, $0, separator) }
            }
    }

    /// In both orders; a UUID also with its first three fields in the order of little-endian machines.
    var byteForms: [[UInt8]] {
        guard isUUID else { return [bytes, bytes.reversed()] }
        return [
            bytes, bytes.reversed(),
            bytes[0..<4].reversed() + bytes[4..<6].reversed() + bytes[6..<8].reversed() + bytes[8...],
        ]
    }

    private static func separated(_ digits: [UInt8], _ lengths: [Int], _ separator: String) -> [UInt8] {
        var rest = digits[...]
        var groups: [ArraySlice<UInt8>] = []
        for length in lengths {
            groups.append(rest.prefix(length))
            rest = rest.dropFirst(length)
        }
        return Array(groups.joined(separator: separator.utf8))
    }
}
