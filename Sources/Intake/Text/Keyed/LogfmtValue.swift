/// A value of a key=value line, as it stands there.
struct LogfmtValue: Equatable, Sendable {
    /// The bytes of the value, without quotes; empty for a key without a value.
    let range: Range<Int>
    let isQuoted: Bool
    /// Whether a quoted value has escapes, which ``JSONEscapes`` decodes.
    let hasEscapes: Bool

    @inline(__always)
    init(_ range: Range<Int>, isQuoted: Bool = false, hasEscapes: Bool = false) {
        self.range = range
        self.isQuoted = isQuoted
        self.hasEscapes = hasEscapes
    }
}
