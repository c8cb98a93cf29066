/// A `strftime` text, made ready to read the times that were written with it.
///
/// The directives are those of POSIX `strftime` in its C locale, with the GNU ones `%k`, `%l`, `%P` and `%s`, and `%f`
/// for a fraction of the second (`%3f` for one of three digits). Numbers may have fewer digits than they could, and
/// spaces for zeros; the flags `-_0^#` and the modifiers `E` and `O` change nothing. Days of the week are passed over
/// in any language, months must be English. A zone is an offset, or one of the abbreviations that are common in North
/// America, Europe, India, Japan and Korea.
///
/// A pattern finds out itself where a time ends, since times may have spaces within.
///
/// ```swift
/// let pattern = try TimePattern("%Y-%m-%d %H:%M:%S %z")
/// let end = pattern.match(bytes, at: start, end: lineEnd, into: &parts)
/// ```
public struct TimePattern: Hashable, Sendable {
    /// One thing that a time has after the other.
    enum Step: Hashable, Sendable {
        case literal(UInt8)
        /// Any white space, also none.
        case whiteSpace
        case number(TimeParts.Field)
        case monthName, weekdayName, halfDayName
        /// An offset or a name.
        case zone
        /// So many digits of a fraction of a second; nil for any number of them.
        case fraction(digits: Int?)
        /// An integer since 1970.
        case epoch(EpochUnit)
    }

    /// The directives as they were given.
    public let text: String
    let steps: [Step]

    /// Compiles a `strftime` text.
    public init(_ text: String) throws(TimePatternError) {
        self.text = text
        steps = try TimePattern.compile(Array(text.utf8))
    }

    /// Compiles what stands between the braces of Apache's `%{…}t` (`mod_log_config`).
    ///
    /// Besides directives that is one of the words `sec`, `msec`, `usec`, `msec_frac` and `usec_frac`, or nothing for a
    /// time of the common log format in its brackets. In front `begin:` or `end:` may stand, or alone `begin` or `end`;
    /// they say nothing of how the time is written.
    public init(apache text: String) throws(TimePatternError) {
        self.text = text
        var rest = text[...]
        for word in ["begin", "end"] where rest.hasPrefix(word) {
            let behind = rest.dropFirst(word.count)
            guard behind.isEmpty || behind.first == ":" else { continue }
            rest = behind.dropFirst()
            break
        }
        switch rest {
        case "": steps = try TimePattern.compile(Array("[%d/%b/%Y:%H:%M:%S %z]".utf8))
        case "sec": steps = [.epoch(.seconds)]
        case "msec": steps = [.epoch(.milliseconds)]
        case "usec": steps = [.epoch(.microseconds)]
        case "msec_frac": steps = [.fraction(digits: 3)]
        case "usec_frac": steps = [.fraction(digits: 6)]
        default:
            // Offsets of errors are those in the whole text.
            steps = try TimePattern.compile(Array(text.utf8), from: text.utf8.count - rest.utf8.count)
        }
    }
}
