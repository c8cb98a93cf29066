internal import Intake

/// Writes identifiers in the one form in which they are hashed: kind, length as a 4-byte big-endian integer, canonical
/// bytes.
///
/// One thing has one form whatever its notation, and nothing passes unhashed because it would not parse: that becomes
/// *opaque* and is taken by its exact bytes. A composite identifier is the sequence of its parts.
enum IdentifierPart {
    /// What an address counts as when visitors are told apart: IPv4 itself, IPv6 by its /64, of which one household has
    /// at least one.
    ///
    /// - Parameter address: what `text` says, nil if that is no address.
    static func appendVisitor(_ address: IPAddress?, _ text: Span<UInt8>, to part: inout [UInt8]) {
        switch address {
        case .v4(let address): append(.address, UInt64(address), byteCount: 4, to: &part)
        case .v6(let high, _): append(.network, high, byteCount: 8, to: &part)
        case nil: append(.opaque, text, to: &part)
        }
    }

    /// An address as a whole.
    static func appendAddress(_ text: Span<UInt8>, to part: inout [UInt8]) {
        switch IPAddress(text) {
        case .v4(let address): append(.address, UInt64(address), byteCount: 4, to: &part)
        case .v6(let high, let low):
            appendHead(.address, byteCount: 16, to: &part)
            appendBytes(of: high, count: 8, to: &part)
            appendBytes(of: low, count: 8, to: &part)
        case nil: append(.opaque, text, to: &part)
        }
    }

    /// The network of an address, by default the /24 of an IPv4 or the /48 of an IPv6 address.
    static func appendNetwork(of address: IPAddress, _ bits: NetworkBits = NetworkBits(), to part: inout [UInt8]) {
        switch address {
        case .v4(let address):
            append(.network, UInt64(address >> 8 & (.max << UInt32(24 - bits.v4))), byteCount: 3, to: &part)
        case .v6(let high, _): append(.network, high >> 16 & (.max << UInt64(48 - bits.v6)), byteCount: 6, to: &part)
        }
    }

    static func appendHardwareAddress(_ text: Span<UInt8>, to part: inout [UInt8]) {
        guard let address = HardwareAddress(text) else { return append(.opaque, text, to: &part) }
        let kind: CanonicalKind = address.byteCount == 6 ? .hardware : .hardware64
        append(kind, address.value, byteCount: address.byteCount, to: &part)
    }

    /// A device identifier; false, and nothing written, for the all-zero and all-one ones that stand for "none".
    static func appendDevice(_ text: Span<UInt8>, to part: inout [UInt8]) -> Bool {
        guard let device = DeviceUUID(text) else {
            append(.opaque, text, to: &part)
            return true
        }
        guard !device.isNull else { return false }
        appendHead(.uuid, byteCount: 16, to: &part)
        appendBytes(of: device.high, count: 8, to: &part)
        appendBytes(of: device.low, count: 8, to: &part)
        return true
    }

    /// A device identifier or a hardware address, where either may stand; false, and nothing written, for those that
    /// stand for "none".
    static func appendDeviceOrHardware(_ text: Span<UInt8>, to part: inout [UInt8]) -> Bool {
        guard DeviceUUID(text) == nil else { return appendDevice(text, to: &part) }
        guard HardwareAddress(text)?.isNull != true else { return false }
        appendHardwareAddress(text, to: &part)
        return true
    }

    static func appendCookie(_ text: Span<UInt8>, to part: inout [UInt8]) {
        append(.cookie, text, to: &part)
    }

    /// A user agent, exact.
    static func appendAgent(_ text: Span<UInt8>, to part: inout [UInt8]) {
        append(.agent, text, to: &part)
    }

    /// A user id in Unicode's composed form (NFC).
    ///
    /// - Parameter foldsCase: whether `Alice` and `alice` are one user, as the policy says.
    static func appendUser(_ text: Span<UInt8>, foldsCase: Bool = false, to part: inout [UInt8]) {
        let isPlain = text.indices.allSatisfy { text[$0] < 0x80 && !(foldsCase && ASCII.isUpper(text[$0])) }
        guard !isPlain else { return append(.user, text, to: &part) }
        guard let name = UnicodeText.composed(text, foldsCase: foldsCase) else {
            return append(.opaque, text, to: &part)
        }
        append(.user, name.span, to: &part)
    }

    /// An e-mail address without white space around it, in composed form and lower case.
    ///
    /// What providers make of dots and `+` is theirs to know: two spellings of one mailbox stay two.
    static func appendEmail(_ text: Span<UInt8>, to part: inout [UInt8]) {
        guard let address = UnicodeText.trimmed(text, foldsCase: true),
            let at = address.lastIndex(of: UInt8(ascii: "@")),
            at > 0, at + 1 < address.count
        else { return append(.opaque, text, to: &part) }
        append(.email, address.span, to: &part)
    }

    /// The path of a request target, exact.
    static func appendTarget(_ path: Span<UInt8>, to part: inout [UInt8]) {
        append(.target, path, to: &part)
    }

    private static func append(_ kind: CanonicalKind, _ bytes: Span<UInt8>, to part: inout [UInt8]) {
        appendHead(kind, byteCount: bytes.count, to: &part)
        part.append(bytes)
    }

    private static func append(_ kind: CanonicalKind, _ value: UInt64, byteCount: Int, to part: inout [UInt8]) {
        appendHead(kind, byteCount: byteCount, to: &part)
        appendBytes(of: value, count: byteCount, to: &part)
    }

    private static func appendHead(_ kind: CanonicalKind, byteCount: Int, to part: inout [UInt8]) {
        part.append(kind.rawValue)
        appendBytes(of: UInt64(byteCount), count: 4, to: &part)
    }

    /// The low `count` bytes of `value`, the highest first.
    private static func appendBytes(of value: UInt64, count: Int, to part: inout [UInt8]) {
        // SAFETY: `count` of the eight bytes of a word are read within the call.
        unsafe withUnsafeBytes(of: (value << UInt64(64 - count * 8)).bigEndian) { bytes in
            unsafe part.append(contentsOf: UnsafeRawBufferPointer(start: bytes.baseAddress, count: count))
        }
    }
}
