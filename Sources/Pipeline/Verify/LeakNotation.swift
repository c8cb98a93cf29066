/// How an identifier can be written down.
public enum LeakNotation: String, CaseIterable, Sendable {
    /// As it was given, in any letter case, composed or decomposed (NFC and NFD, UAX #15).
    case text
    /// Percent-encoded (RFC 3986, section 2.1), wholly or in part, once or twice.
    case percentEncoded = "percent_encoded"
    /// With the escapes of JSON (RFC 8259, section 7) in the place of some or all characters.
    case jsonEscaped = "json_escaped"
    /// With the character references of HTML and XML in the place of some or all characters.
    case htmlEscaped = "html_escaped"
    /// In an encoding of the time before UTF-8, also percent-encoded.
    case legacyText = "legacy_text"
    /// The digits of a number that was given with signs between them.
    case digits
    /// Part of Base64 or of its form for URLs (RFC 4648), wherever in the encoded data the text begins.
    case base64
    /// The bytes of the text as hexadecimal digits.
    case hexadecimal
    /// UTF-16 in either byte order.
    case utf16
    /// A hash without a key, as bytes, hexadecimal digits or Base64.
    case md5, sha1, sha256
    /// An internet address in the other notations of RFC 4291 and RFC 5952, or with leading zeros.
    case addressText = "address_text"
    /// An internet address as one decimal number, also with its bytes in reverse.
    case addressNumber = "address_number"
    /// The bytes of an internet address as hexadecimal digits.
    case addressHexadecimal = "address_hexadecimal"
    /// The 4 or 16 bytes of an internet address in either order.
    case addressBytes = "address_bytes"
    /// The name of the address in the reverse tree of the DNS (RFC 1035, section 3.5; RFC 3596, section 2.5).
    case reverseName = "reverse_name"
    /// A hardware address with any separator.
    case hardwareText = "hardware_text"
    /// The bytes of a hardware address in either order.
    case hardwareBytes = "hardware_bytes"
    /// A UUID (RFC 9562) with and without its hyphens.
    case uuidText = "uuid_text"
    /// The bytes of a UUID, also as systems store them that reverse its first three fields.
    case uuidBytes = "uuid_bytes"

    /// In words.
    public var name: String {
        switch self {
        case .text: "text"
        case .percentEncoded: "percent-encoded text"
        case .jsonEscaped: "text with escapes of JSON"
        case .htmlEscaped: "text with character references"
        case .legacyText: "text in an older encoding"
        case .digits: "digits alone"
        case .base64: "text in Base64"
        case .hexadecimal: "text in hexadecimal"
        case .utf16: "text in UTF-16"
        case .md5: "MD5 without a key"
        case .sha1: "SHA-1 without a key"
        case .sha256: "SHA-256 without a key"
        case .addressText: "address in another notation"
        case .addressNumber: "address as a number"
        case .addressHexadecimal: "address in hexadecimal"
        case .addressBytes: "address as bytes"
        case .reverseName: "address as a reverse name"
        case .hardwareText: "hardware address in another notation"
        case .hardwareBytes: "hardware address as bytes"
        case .uuidText: "UUID in another notation"
        case .uuidBytes: "UUID as bytes"
        }
    }
}
