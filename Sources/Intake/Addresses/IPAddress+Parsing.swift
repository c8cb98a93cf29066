extension IPAddress {
    /// Reads an address as logs write it, or nil for anything else.
    ///
    /// IPv4 in four decimal octets, IPv6 in the forms of RFC 4291 (section 2.2); with a port (`192.0.2.1:80`,
    /// `[2001:db8::1]:80`), in brackets, with a zone id (RFC 4007). Octets with leading zeros are not read: some
    /// systems take them as octal.
    public init?(_ text: Span<UInt8>) {
        guard let (address, _) = IPAddress.read(text) else { return nil }
        self = address
    }

    /// Reads an address and says where in `text` it stands without its brackets and its port.
    static func read(_ text: Span<UInt8>) -> (address: IPAddress, range: Range<Int>)? {
        // The longest form is an IPv6 address with embedded IPv4, zone id and port; longer text is none.
        guard (2...128).contains(text.count) else { return nil }
        if text[0] == ASCII.leftBracket { return bracketed(text) }
        guard let colon = text.firstIndex(of: ASCII.colon, in: text.indices) else {
            guard let address = octets(text) else { return nil }
            return (.v4(address), text.indices)
        }
        if text.firstIndex(of: ASCII.colon, in: colon + 1..<text.count) != nil {
            guard let address = zoned(text) else { return nil }
            return (address, text.indices)
        }
        guard isPort(text.extracting((colon + 1)...)), let address = octets(text.extracting(..<colon)) else {
            return nil
        }
        return (.v4(address), 0..<colon)
    }

    private static func bracketed(_ text: Span<UInt8>) -> (address: IPAddress, range: Range<Int>)? {
        guard let end = text.firstIndex(of: ASCII.rightBracket, in: text.indices) else { return nil }
        if end + 1 < text.count {
            guard text[end + 1] == ASCII.colon, isPort(text.extracting((end + 2)...)) else { return nil }
        }
        guard let address = zoned(text.extracting(1..<end)) else { return nil }
        return (address, 1..<end)
    }

    private static func zoned(_ text: Span<UInt8>) -> IPAddress? {
        var address = text
        if let percent = text.firstIndex(of: ASCII.percent, in: text.indices) {
            guard percent + 1 < text.count else { return nil }
            address = text.extracting(..<percent)
        }
        guard let (high, low) = groups(address) else { return nil }
        return IPAddress(high: high, low: low)
    }

    /// Four decimal octets without leading zeros.
    private static func octets(_ text: Span<UInt8>) -> UInt32? {
        guard (7...15).contains(text.count) else { return nil }
        var address: UInt32 = 0
        var octet: UInt32 = 0
        var digits = 0
        var dots = 0
        for offset in text.indices {
            let byte = text[offset]
            if byte == ASCII.dot {
                guard digits > 0, dots < 3 else { return nil }
                address = address << 8 | octet
                octet = 0
                digits = 0
                dots += 1
            } else {
                let digit = ASCII.digit(byte)
                guard digit < 10, !(digits > 0 && octet == 0) else { return nil }
                octet = octet * 10 + UInt32(digit)
                digits += 1
                guard octet <= 255 else { return nil }
            }
        }
        guard dots == 3, digits > 0 else { return nil }
        return address << 8 | octet
    }

    /// Eight groups of up to four hexadecimal digits, `::` for one run of zeros, the last two perhaps as IPv4.
    private static func groups(_ text: Span<UInt8>) -> (high: UInt64, low: UInt64)? {
        var groups: (high: UInt64, low: UInt64) = (0, 0)
        var count = 0
        /// Groups before `::`, and their bits.
        var gap: (count: Int, high: UInt64, low: UInt64)?
        func shift(in group: UInt64) {
            groups = (groups.high << 16 | groups.low >> 48, groups.low << 16 | group)
            count += 1
        }
        var offset = 0
        while offset < text.count {
            if text[offset] == ASCII.colon {
                guard offset + 1 < text.count, text[offset + 1] == ASCII.colon, gap == nil else { return nil }
                gap = (count, groups.high, groups.low)
                groups = (0, 0)
                offset += 2
                continue
            }
            let rest = text.extracting(offset...)
            let length = rest.firstIndex(of: ASCII.colon, in: rest.indices) ?? rest.count
            if length == rest.count, let embedded = octets(rest) {
                shift(in: UInt64(embedded >> 16))
                shift(in: UInt64(embedded & 0xFFFF))
            } else {
                guard let group = group(rest.extracting(..<length)) else { return nil }
                shift(in: group)
            }
            guard count <= 8 else { return nil }
            offset += length
            // A single colon separates groups and never ends the address; `::` is left for the next round.
            if offset < text.count {
                let isGap = offset + 1 < text.count && text[offset + 1] == ASCII.colon
                if !isGap {
                    offset += 1
                    guard offset < text.count else { return nil }
                }
            }
        }
        guard let gap else { return count == 8 ? groups : nil }
        // `::` stands for at least one group.
        guard count < 8 else { return nil }
        return merge(gap.high, gap.low, shiftedBy: 8 - gap.count, with: groups)
    }

    /// The bits before `::`, moved up by `count` groups, and the bits after it.
    private static func merge(
        _ high: UInt64, _ low: UInt64, shiftedBy count: Int, with tail: (high: UInt64, low: UInt64)
    ) -> (high: UInt64, low: UInt64) {
        var moved = (high: high, low: low)
        for _ in 0..<count {
            moved = (moved.high << 16 | moved.low >> 48, moved.low << 16)
        }
        return (moved.high | tail.high, moved.low | tail.low)
    }

    private static func group(_ text: Span<UInt8>) -> UInt64? {
        guard (1...4).contains(text.count) else { return nil }
        var value: UInt64 = 0
        for offset in text.indices {
            guard let digit = ASCII.hexDigit(text[offset]) else { return nil }
            value = value << 4 | UInt64(digit)
        }
        return value
    }

    private static func isPort(_ text: Span<UInt8>) -> Bool {
        guard (1...5).contains(text.count) else { return false }
        var value = 0
        for offset in text.indices {
            let digit = ASCII.digit(text[offset])
            guard digit < 10 else { return false }
            value = value * 10 + digit
        }
        return value <= 65_535
    }
}
