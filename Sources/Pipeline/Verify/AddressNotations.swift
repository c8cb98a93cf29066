import Intake

/// An internet address in the notations that people and systems use.
struct AddressNotations {
    /// The 4 or 16 bytes in network order.
    private let bytes: [UInt8]

    init(_ address: IPAddress) {
        switch address {
        case .v4(let value): bytes = AddressNotations.bytes(value)
        case .v6(let high, let low): bytes = AddressNotations.bytes(high) + AddressNotations.bytes(low)
        }
    }

    private var isVersion4: Bool { bytes.count == 4 }

    /// IPv4 dotted, also with leading zeros, and within an IPv6 address (RFC 4291, section 2.5.5); IPv6 compressed (RFC
    /// 5952), with all groups, with all digits, and with its end dotted.
    var texts: [String] {
        guard isVersion4 else {
            let groups = AddressNotations.groups(bytes)
            let head = AddressNotations.compressed(Array(groups.prefix(6)))
            return [
                AddressNotations.compressed(groups), groups.map { String($0, radix: 16) }.joined(separator: ":"),
                groups.map { AddressNotations.padded($0) }.joined(separator: ":"),
                head + (head.hasSuffix("::") ? "" : ":") + AddressNotations.dotted(bytes.suffix(4)),
            ]
        }
        let mapped = AddressNotations.groups(bytes).map { String($0, radix: 16) }.joined(separator: ":")
        let padded = AddressNotations.groups(bytes).map { AddressNotations.padded($0) }.joined(separator: ":")
        return [
            AddressNotations.dotted(bytes),
            bytes.map { String(repeating: "0", count: 3 - String($0).count) + String($0) }.joined(separator: "."),
            "ffff:" + mapped, "ffff:" + padded,
            bytes.map { AddressNotations.hexadecimal($0) }.joined(separator: ":"),
        ]
    }

    /// Of IPv4 only: as a number, and as one whose bytes were read in the wrong order.
    var numbers: [UInt32] {
        guard isVersion4 else { return [] }
        let value = bytes.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        return [value, value.byteSwapped]
    }

    /// In both orders; IPv4 also as the end of an IPv6 address.
    var byteForms: [[UInt8]] {
        let mapped = isVersion4 ? [[UInt8](repeating: 0, count: 10) + [0xFF, 0xFF] + bytes] : []
        return [bytes, bytes.reversed()] + mapped
    }

    /// The name in the reverse tree, without a final dot.
    var reverseName: String {
        if isVersion4 { return bytes.reversed().map { String($0) }.joined(separator: ".") + ".in-addr.arpa" }
        return TextEncodings.hexadecimal(bytes).reversed().map { String(decoding: [$0], as: UTF8.self) + "." }.joined()
            + "ip6.arpa"
    }

    private static func bytes(_ value: some FixedWidthInteger) -> [UInt8] {
        (1...value.bitWidth / 8).map { UInt8(truncatingIfNeeded: value >> (value.bitWidth - $0 * 8)) }
    }

    private static func groups(_ bytes: [UInt8]) -> [UInt16] {
        stride(from: 0, to: bytes.count, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
    }

    private static func dotted(_ bytes: some Sequence<UInt8>) -> String {
        bytes.map { String($0) }.joined(separator: ".")
    }

    private static func hexadecimal(_ byte: UInt8) -> String {
        String(decoding: TextEncodings.hexadecimal([byte]), as: UTF8.self)
    }

    private static func padded(_ group: UInt16) -> String {
        hexadecimal(UInt8(group >> 8)) + hexadecimal(UInt8(truncatingIfNeeded: group))
    }

    /// The first of the longest runs of at least two zero groups becomes `::`.
    private static func compressed(_ groups: [UInt16]) -> String {
        var longest = 0..<0
        var start = 0
        for index in 0...groups.count where index == groups.count || groups[index] != 0 {
            if index - start > max(1, longest.count) { longest = start..<index }
            start = index + 1
        }
        func text(_ range: Range<Int>) -> String { groups[range].map { String($0, radix: 16) }.joined(separator: ":") }
        if longest.isEmpty { return text(0..<groups.count) }
        return text(0..<longest.lowerBound) + "::" + text(longest.upperBound..<groups.count)
    }
}
