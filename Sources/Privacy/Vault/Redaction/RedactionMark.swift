/// What stands in the place of a value that was taken out.
///
/// The gate takes both marks for an identifier wherever it may meet one: eight digits in one piece that are no date make
/// a path's segment `{id}`, words that are dropped, and no event's name. They need no escape in JSON, URLs, quotes and
/// columns, and are no number that is taken out once more.
enum RedactionMark {
    static let text = Array("redacted-00000000".utf8)
    /// In JSON, where a number stands without quotes.
    static let number = Array("99999999".utf8)

    /// Whether a value is a mark.
    static func isMark(_ value: Span<UInt8>) -> Bool {
        value.equals(text) || value.equals(number)
    }
}
