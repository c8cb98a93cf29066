/// How a key=value notation differs from logfmt.
///
/// Devices write the same idea in many ways; which one a log has is said by its format and never guessed line by line.
struct LogfmtOptions: Equatable, Sendable {
    /// What stands between two pairs.
    enum Separator: Sendable {
        /// Spaces and control characters.
        case space
        /// A comma or semicolon, with or without spaces around it; a bare value may have spaces in it.
        case comma, semicolon

        /// The byte that ends a pair besides spaces; a space if there is none.
        @inline(__always)
        var byte: UInt8 {
            switch self {
            case .space: ASCII.space
            case .comma: ASCII.comma
            case .semicolon: ASCII.semicolon
            }
        }
    }

    var separator = Separator.space
    /// Whether values may stand between apostrophes.
    var allowsApostrophes = false
    /// Whether spaces may stand around the equals sign.
    ///
    /// With spaces between the pairs as well, `a= b=1` is then malformed rather than an empty value and a pair.
    var allowsSpacesAroundEquals = false

    /// Whether quoted values may have `\xhh` for bytes that are no characters, as Go, Python and Ruby quote them.
    var allowsHexEscapes = false

    /// Logfmt as its Go library reads it.
    static let logfmt = LogfmtOptions()
}
