/// What an identifier is, so that equal bytes of different kinds have unrelated pseudonyms.
///
/// The number enters the MAC: it is never changed or used twice.
enum CanonicalKind: UInt8 {
    /// Anything that would not parse as what it was said to be: hashed all the same, by its exact bytes.
    case opaque = 0
    /// 4 bytes of IPv4 or 16 bytes of IPv6.
    case address = 1
    /// The leading bytes of an address: 3 of IPv4 (/24), 6 (/48) or 8 (/64) of IPv6.
    case network = 2
    /// 6 bytes of a hardware address (EUI-48).
    case hardware = 3
    /// 8 bytes of an EUI-64.
    case hardware64 = 4
    /// 16 bytes of a UUID.
    case uuid = 5
    case cookie = 6
    case user = 7
    /// A user agent, only ever a part beside an address.
    case agent = 8
    case email = 9
    /// A path that was asked for.
    case target = 10
}
