/// What of a raw line is sealed.
public struct VaultOptions: Hashable, Sendable {
    /// Whether every byte is.
    public var exact = false
    /// The names of values that are taken out before, in small letters; a `*` at the end stands for any ending.
    ///
    /// How a name in a line is compared with them says ``SecretNames``.
    public var redact = VaultOptions.standardNames

    public init() {}

    /// What commonly opens an account to whoever reads it.
    public static let standardNames = ["pass*", "token", "code", "session", "authorization"]

    /// Whether a text can be one of ``redact``: letters, digits, `_`, `-` and `.`, and perhaps a `*` at the end.
    public static func isName(_ text: String) -> Bool {
        let name = text.hasSuffix("*") ? text.dropLast() : text[...]
        return (1...64).contains(name.utf8.count)
            && name.utf8.allSatisfy { byte in
                ASCII.isDigit(byte) || ASCII.isLower(byte) || "_-.".utf8.contains(byte)
            }
    }
}
