/// What a detector took a text for.
public enum IdentifierKind: String, Hashable, Sendable, CaseIterable {
    case email
    /// E.164 with `+`, `00` or a Korean or Japanese country code; Korean, Japanese and North American local forms.
    case phone
    /// A payment card number: 13 to 19 digits (ISO/IEC 7812) whose Luhn digit is right.
    case card
    /// A device's IMEI: 15 digits whose Luhn digit is right.
    case imei
    case ipv4
    case ipv6
    /// EUI-48 or EUI-64 in any of the usual notations.
    case mac
    case uuid
    /// A JSON Web Token (RFC 7519), or what is left of one.
    case jwt
    /// A Korean resident registration number.
    case residentNumber
    /// A Japanese individual number ("My Number").
    case myNumber
    /// Random characters or digits too long to be a word, or text hidden in Base64.
    case token
    /// What stands behind the name of an identifier, whatever it looks like: `password=…`.
    case named
}
