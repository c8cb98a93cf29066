internal import Intake

/// Cuts addresses down to the networks that they lie in: the rule `truncate`.
public struct AddressGeneraliser: Hashable, Sendable {
    /// The prefix lengths that may be asked for, of IPv4 and of IPv6.
    ///
    /// What is longer than /24 or /48 can be one office or one household, and is then as good as the address itself.
    public static let allowed = (v4: 1...24, v6: 1...48)

    /// How many leading bits of an IPv4 address are kept.
    public let v4: Int
    /// How many leading bits of an IPv6 address are kept.
    public let v6: Int

    /// Keeps /24 of IPv4 and /48 of IPv6.
    public init() {
        v4 = AddressGeneraliser.allowed.v4.upperBound
        v6 = AddressGeneraliser.allowed.v6.upperBound
    }

    /// Keeps that many bits; nil if one of the lengths is not ``allowed``.
    public init?(v4: Int, v6: Int) {
        guard AddressGeneraliser.allowed.v4.contains(v4), AddressGeneraliser.allowed.v6.contains(v6) else { return nil }
        self.v4 = v4
        self.v6 = v6
    }

    /// Appends the network of `address` in CIDR notation, such as `203.0.113.0/24` or `2001:db8:1::/48`; false, and
    /// nothing appended, if it is no address in any of the notations that logs use.
    public func generalise(_ address: Span<UInt8>, into result: inout [UInt8]) -> Bool {
        guard let address = IPAddress(address) else { return false }
        let length =
            switch address {
            case .v4: v4
            case .v6: v6
            }
        AddressBlock(address, length).append(to: &result)
        return true
    }
}
