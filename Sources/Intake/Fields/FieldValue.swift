/// A value that a format has found in a line: where it lies, and how to read it.
struct FieldValue: Sendable {
    /// How bytes are escaped within a value.
    enum Escapes: Sendable {
        case none
        /// Backslashes as Apache and nginx write them; see ``LogEscapes``.
        case log
        /// RFC 8259, section 7.
        case json
        /// A plus sign stands for a space.
        case plus
        /// `%` and two hexadecimal digits, of which `%25` may stand for `%` once more.
        case percent
        /// Two quotes stand for one.
        case doubledQuotes
    }

    let range: Range<Int>
    /// What has to be decoded; ``Escapes/none`` also if the value could have escapes and has none.
    var escapes: Escapes

    @inline(__always)
    init(_ range: Range<Int>, escapes: Escapes = .none) {
        self.range = range
        self.escapes = escapes
    }
}
