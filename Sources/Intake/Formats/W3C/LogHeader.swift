import Events

/// What the directives of a log, its lines that begin with `#`, have said about the lines behind them.
///
/// It is of the input and not of one parser: also directives in a part of the input that is not parsed, because it has
/// been counted before, say how the rest is to be read.
public struct LogHeader: Sendable {
    /// The columns that the last `#Fields` directive named.
    private(set) var columns: ColumnLayout?
    /// What `#Date` and `#GMT-Offset` directives have said.
    private var times = ColumnLayout.utc
    private var reader = TimeReader()
    /// How often a directive has changed what is known.
    private(set) var revision = 0

    public init() {}

    /// A text that `--format` takes for a log whose columns are these and whose directives are missing; nil if there are
    /// none.
    ///
    /// Names that are not known are left out: nobody can tell what a log has in them.
    public var formatText: String? { columns?.formatText }

    /// Directives that say the same as all so far, each with its line end; empty if there were none.
    ///
    /// Names of columns that are not known are `x`.
    public var text: String {
        var lines = ""
        if let formatText { lines += formatText + "\n" }
        if let date = times[.date] {
            lines += "#Date: \(Day(number: Int32(clamping: date)))\n"
        } else if let year = times[.year], let month = times[.month], let day = times[.day],
            let date = Day(year: year, month: month, day: day)
        {
            lines += "#Date: \(date)\n"
        }
        if let offset = times[.offset], offset != 0 {
            func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
            lines +=
                "#GMT-Offset: \(offset < 0 ? "-" : "+")\(padded(abs(offset) / 3600))\(padded(abs(offset) / 60 % 60))\n"
        }
        return lines
    }

    /// Takes note of the directives among whole lines, as a parser does that reads them.
    ///
    /// - Parameter maximumLineBytes: lines with more bytes than this are passed over.
    public mutating func note(_ lines: Span<UInt8>, maximumLineBytes: Int) {
        var start = 0
        while start < lines.count {
            let lineFeed = lines.firstIndex(of: ASCII.lineFeed, in: start..<lines.count) ?? lines.count
            if lines[start] == ASCII.hash {
                let end = lines[lineFeed - 1] == ASCII.carriageReturn ? lineFeed - 1 : lineFeed
                if end - start <= maximumLineBytes { note(directive: start..<end, of: lines) }
            }
            start = lineFeed + 1
        }
    }

    /// Takes note of a line that begins with `#`.
    mutating func note(directive line: Range<Int>, of bytes: Span<UInt8>) {
        let (start, end) = (line.lowerBound, line.upperBound)
        if bytes.hasPrefix("#Fields:", at: start, end) {
            guard let layout = ColumnLayout(names: bytes.extracting(start + 8..<end)) else { return }
            columns = layout
        } else if bytes.hasPrefix("#Date:", at: start, end) {
            noteDate(bytes, LogHeader.trimmed(bytes, start + 6..<end))
        } else if bytes.hasPrefix("#GMT-Offset:", at: start, end) {
            times[.offset] = LogHeader.offset(bytes, LogHeader.trimmed(bytes, start + 12..<end)) ?? 0
        } else {
            return
        }
        columns?.outset = times
        revision += 1
    }

    /// The date of `#Date: 2026-03-01 00:00:03`, for lines that have only the time of day.
    private mutating func noteDate(_ bytes: Span<UInt8>, _ range: Range<Int>) {
        guard range.count >= 10 else { return }
        var parts = times
        do throws(LineFailure) {
            try reader.read(.date, bytes, range.lowerBound..<range.lowerBound + 10, into: &parts)
            times = parts
        } catch {
            // Not a date: the lines will have to tell theirs.
        }
    }

    /// The seconds of `-0800`.
    private static func offset(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
        guard range.count >= 5 else { return nil }
        let digits = range.dropFirst().prefix(4).map { ASCII.digit(bytes[$0]) }
        guard digits.allSatisfy({ $0 < 10 }) else { return nil }
        let size = (digits[0] * 10 + digits[1]) * 3600 + (digits[2] * 10 + digits[3]) * 60
        return bytes[range.lowerBound] == ASCII.minus ? -size : size
    }

    private static func trimmed(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        while start < range.upperBound, ASCII.isBlank(bytes[start]) { start += 1 }
        return start..<range.upperBound
    }
}
