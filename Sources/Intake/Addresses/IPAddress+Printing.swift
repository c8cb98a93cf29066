extension IPAddress {
    /// Appends the address in its canonical text form.
    ///
    /// IPv4 in four decimal octets; IPv6 by RFC 5952: groups in lower case without leading zeros, the longest run of
    /// two or more groups of zeros, the first of equally long ones, as `::`, and IPv4-mapped addresses with their last
    /// four octets in decimal. No zone, brackets or port.
    public func append(to text: inout [UInt8]) {
        switch self {
        case .v4(let address): IPAddress.appendOctets(address, to: &text)
        case .v6(0, let low) where low >> 32 == 0xFFFF:
            text.append(contentsOf: "::ffff:".utf8)
            IPAddress.appendOctets(UInt32(truncatingIfNeeded: low), to: &text)
        case .v6(let high, let low): IPAddress.appendGroups(high, low, to: &text)
        }
    }

    private static func appendOctets(_ address: UInt32, to text: inout [UInt8]) {
        for shift in [24, 16, 8, 0] {
            text.append(contentsOf: String(address >> UInt32(shift) & 0xFF).utf8)
            if shift > 0 { text.append(ASCII.dot) }
        }
    }

    private static func appendGroups(_ high: UInt64, _ low: UInt64, to text: inout [UInt8]) {
        func group(_ index: Int) -> UInt64 {
            (index < 4 ? high : low) >> UInt64(48 - index % 4 * 16) & 0xFFFF
        }
        let gap = longestGap(group)
        var index = 0
        while index < 8 {
            if index == gap.lowerBound, !gap.isEmpty {
                text.append(ASCII.colon)
                text.append(ASCII.colon)
                index = gap.upperBound
                continue
            }
            if index > 0, index != gap.upperBound { text.append(ASCII.colon) }
            text.append(contentsOf: String(group(index), radix: 16).utf8)
            index += 1
        }
    }

    /// The groups that `::` stands for, at least two of them or none.
    private static func longestGap(_ group: (Int) -> UInt64) -> Range<Int> {
        var longest = 0..<0
        var start = 0
        for index in 0..<8 {
            if group(index) != 0 {
                start = index + 1
            } else if index + 1 - start > max(longest.count, 1) {
                longest = start..<(index + 1)
            }
        }
        return longest
    }
}
