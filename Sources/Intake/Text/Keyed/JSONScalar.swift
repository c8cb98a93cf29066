/// A string, number or literal of a JSON text, as it stands there.
struct JSONScalar: Equatable, Sendable {
    enum Kind: Sendable {
        case string, number, `true`, `false`, null
    }

    let kind: Kind
    /// The bytes of the value; of a string, those between its quotes.
    let range: Range<Int>
    /// Whether the string has escapes, which ``JSONEscapes`` decodes.
    let hasEscapes: Bool

    @inline(__always)
    init(_ kind: Kind, _ range: Range<Int>, hasEscapes: Bool = false) {
        self.kind = kind
        self.range = range
        self.hasEscapes = hasEscapes
    }
}
