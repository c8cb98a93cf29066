/// A range of addresses that begin alike, in the notation of CIDR (RFC 4632; RFC 4291, section 2.3).
public struct AddressBlock: Hashable, Sendable {
    /// The first address of the block.
    public let first: IPAddress
    /// How many bits its addresses have in common: up to 32 of IPv4, up to 128 of IPv6.
    public let prefixLength: Int

    /// Reads `10.0.0.0/8`, `2001:db8::/32`, or an address alone, which is a block of one.
    ///
    /// Bits behind the prefix are of no account, as in `10.0.0.1/8`. A block of IPv4-mapped addresses is the IPv4 block
    /// that it stands for.
    /// - Returns: nil for anything else; there is no place for a port, a zone id, brackets or spaces.
    public init?(_ text: Span<UInt8>) {
        let slash = text.firstIndex(of: ASCII.slash, in: text.indices) ?? text.count
        let address = text.extracting(..<slash)
        guard let (parsed, range) = IPAddress.read(address), range == address.indices,
            address.firstIndex(of: ASCII.percent, in: address.indices) == nil
        else { return nil }
        let isMapped = parsed.bitCount == 32 && address.firstIndex(of: ASCII.colon, in: address.indices) != nil
        var length = parsed.bitCount
        if slash < text.count {
            guard let written = AddressBlock.prefixLength(text.extracting((slash + 1)...)) else { return nil }
            length = isMapped ? written - 96 : written
            guard (0...parsed.bitCount).contains(length) else { return nil }
        }
        self.init(parsed, length)
    }

    /// The block of `address` with that many common bits, no more than the address has.
    public init(_ address: IPAddress, _ prefixLength: Int) {
        first = address.keeping(prefixLength)
        self.prefixLength = prefixLength
    }

    public func contains(_ address: IPAddress) -> Bool {
        address.bitCount == first.bitCount && address.keeping(prefixLength) == first
    }

    /// One to three digits, the first of them no zero unless it is the only one.
    private static func prefixLength(_ text: Span<UInt8>) -> Int? {
        guard (1...3).contains(text.count), text.count == 1 || text[0] != ASCII.zero else { return nil }
        var length = 0
        for index in text.indices {
            let digit = ASCII.digit(text[index])
            guard digit < 10 else { return nil }
            length = length * 10 + digit
        }
        return length
    }
}

extension AddressBlock {
    /// The addresses that mean something within one site only: loopback, private (RFC 1918, RFC 4193), link-local
    /// (RFC 3927, RFC 4291) and those between a provider and its customers (RFC 6598).
    static let local = [
        AddressBlock(.v4(0x7F00_0000), 8), AddressBlock(.v4(0x0A00_0000), 8), AddressBlock(.v4(0xAC10_0000), 12),
        AddressBlock(.v4(0xC0A8_0000), 16), AddressBlock(.v4(0xA9FE_0000), 16), AddressBlock(.v4(0x6440_0000), 10),
        AddressBlock(.v6(high: 0, low: 1), 128), AddressBlock(.v6(high: 0xFC00 << 48, low: 0), 7),
        AddressBlock(.v6(high: 0xFE80 << 48, low: 0), 10),
    ]
}

extension IPAddress {
    fileprivate var bitCount: Int {
        switch self {
        case .v4: 32
        case .v6: 128
        }
    }

    /// The address with all bits behind the first `count` set to 0.
    fileprivate func keeping(_ count: Int) -> IPAddress {
        switch self {
        case .v4(let address): .v4(address & ~(UInt32.max >> count))
        case .v6(let high, let low):
            .v6(high: high & ~(UInt64.max >> count), low: low & ~(UInt64.max >> max(0, count - 64)))
        }
    }
}
