/// Why a text of `strftime` directives cannot be used to read times.
public enum TimePatternError: Error, Equatable, Sendable {
    /// The directive that begins at this byte of the text is not known.
    case unknownDirective(String, offset: Int)
    /// The text ends within the directive that begins at this byte.
    case incompleteDirective(offset: Int)
}

extension TimePatternError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unknownDirective(let directive, let offset):
            "the directive \(directive) at byte \(offset) of the time's format is not known;"
                + " take one that strftime has for a part of a date, a time or a zone"
        case .incompleteDirective(let offset):
            "the time's format ends within the directive at byte \(offset); write %% for a percent sign"
        }
    }
}
