/// An internet address without its notation: no zone, brackets or port.
public enum IPAddress: Hashable, Sendable {
    case v4(UInt32)
    case v6(high: UInt64, low: UInt64)

    /// IPv4-mapped addresses (`::ffff:0:0/96`, RFC 4291, section 2.5.5.2) are the IPv4 address that they carry.
    public init(high: UInt64, low: UInt64) {
        if high == 0, low >> 32 == 0xFFFF {
            self = .v4(UInt32(truncatingIfNeeded: low))
        } else {
            self = .v6(high: high, low: low)
        }
    }
}
