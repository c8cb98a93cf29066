/// What a log holds: whole lines, the last of which may lack some bytes.
struct LogText: Sendable {
    var lines: [LogLine] = []
    /// How many bytes the last line lacks, its line end among them.
    var lacking = 0

    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(lines.reduce(0) { $0 + $1.text.utf8.count + 1 })
        for line in lines {
            bytes += line.text.utf8
            bytes.append(10)
        }
        return bytes.dropLast(lacking)
    }

    /// The same text without its last bytes, which all belong to the last line.
    func lacking(_ count: Int) -> LogText {
        LogText(lines: lines, lacking: count)
    }

    /// The same text up to the middle of its last line, where no format takes it for a whole one.
    var halfLine: LogText { lacking((lines.last?.text.utf8.count ?? 0) * 2 / 3) }

    /// How many bytes there are of a last line that lacks some.
    var unfinishedBytes: Int { lacking == 0 ? 0 : (lines.last?.text.utf8.count ?? 0) + 1 - lacking }

    /// What is read of a text whose last line ends in a number that lacks some digits.
    var cutShort: LogText {
        guard let last = lines.last, case .accepted(var line) = last.fate else { return self }
        for _ in 1..<lacking { line.bytes /= 10 }
        return LogText(lines: lines.dropLast() + [LogLine(text: last.text, fate: .accepted(line))], lacking: lacking)
    }

    subscript(range: some RangeExpression<Int>) -> LogText { LogText(lines: Array(lines[range])) }

    static func + (first: LogText, second: LogText) -> LogText {
        precondition(first.lacking == 0, "only the last line of a text may lack bytes")
        return LogText(lines: first.lines + second.lines, lacking: second.lacking)
    }

    /// The lines of both, in turns.
    func interleaved(with other: LogText) -> LogText {
        let common = min(lines.count, other.lines.count)
        return LogText(lines: zip(lines, other.lines).flatMap { [$0, $1] } + lines[common...] + other.lines[common...])
    }
}
