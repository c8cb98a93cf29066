/// Reads times of any notation out of the fields of lines, and remembers the last date.
struct TimeReader: Sendable {
    /// The offset from UTC, in seconds, that the last time was written with; nil before the first.
    private(set) var lastOffset: Int?
    var date = DateCache()
    var commonLogDate = DateCache()

    /// Reads a field that tells a whole time.
    ///
    /// - Returns: UTC milliseconds.
    mutating func readInstant(
        _ notation: TimeNotation, _ bytes: Span<UInt8>, _ range: Range<Int>, _ options: LineOptions
    ) throws(LineFailure) -> Int64 {
        switch notation {
        case .iso8601:
            guard let time = readISO8601(bytes, range) else { throw LineFailure(.time, at: range.lowerBound) }
            if let offset = time.offset { lastOffset = offset }
            return try TimeParts.checked(time.instant(options), options, at: range.lowerBound)
        case .epoch(let unit):
            return try TimeParts.checked(TimeReader.epoch(bytes, range, unit), options, at: range.lowerBound)
        default:
            var parts = TimeParts()
            try read(notation, bytes, range, into: &parts)
            return try parts.instant(options, at: range.lowerBound)
        }
    }

    /// Reads a field that tells a time or a part of one.
    ///
    /// All bytes of the range must belong to it; whatever is wrong, the failure is where it begins.
    mutating func read(
        _ notation: TimeNotation, _ bytes: Span<UInt8>, _ range: Range<Int>, into parts: inout TimeParts
    ) throws(LineFailure) {
        guard take(notation, bytes, range, into: &parts) else { throw LineFailure(.time, at: range.lowerBound) }
        if let offset = parts[.offset] { lastOffset = offset }
    }

    private mutating func take(
        _ notation: TimeNotation, _ bytes: Span<UInt8>, _ range: Range<Int>, into parts: inout TimeParts
    ) -> Bool {
        switch notation {
        case .commonLog: parts.set(readCommonLog(bytes, range))
        case .iso8601: parts.set(readISO8601(bytes, range))
        case .epoch(let unit): parts.set(epoch: TimeReader.epoch(bytes, range, unit))
        case .automatic: takeAny(bytes, range, into: &parts)
        case .date: takeDate(bytes, range, into: &parts)
        case .timeOfDay: TimeReader.takeTimeOfDay(bytes, range, into: &parts)
        case .syslog:
            NamedTime.syslog(bytes, at: range.lowerBound, end: range.upperBound, into: &parts) == range.upperBound
        case .pattern(let pattern):
            pattern.match(bytes, at: range.lowerBound, end: range.upperBound, into: &parts) == range.upperBound
        }
    }

    /// Reads a number since 1970; nil if it is none.
    ///
    /// - Parameter unit: nil to tell it by the size of the number.
    private static func epoch(_ bytes: Span<UInt8>, _ range: Range<Int>, _ unit: EpochUnit?) -> Int64? {
        var position = range.lowerBound
        guard let number = EpochText.number(bytes, &position, range.upperBound), position == range.upperBound
        else { return nil }
        return EpochText.milliseconds(number, unit ?? EpochText.unit(of: number))
    }

    /// Reads a time of whichever notation its first bytes have.
    private mutating func takeAny(_ bytes: Span<UInt8>, _ range: Range<Int>, into parts: inout TimeParts) -> Bool {
        var range = range
        if range.count > 2, bytes[range.lowerBound] == ASCII.leftBracket,
            bytes[range.upperBound - 1] == ASCII.rightBracket
        {
            range = range.lowerBound + 1..<range.upperBound - 1
        }
        var start = range.lowerBound
        while start < range.upperBound, ASCII.digit(bytes[start]) < 10 { start += 1 }
        let digits = start - range.lowerBound
        let next = start < range.upperBound ? bytes[start] : 0
        switch (digits, next) {
        case (0, _), (1...2, ASCII.space), (1...2, ASCII.minus):
            let end = range.upperBound
            return NamedTime.any(bytes, at: range.lowerBound, end: end, into: &parts) == end
        case (4, ASCII.minus), (4, ASCII.slash), (8, UInt8(ascii: "T")), (8, UInt8(ascii: "t")),
            (8, ASCII.space):
            return parts.set(readISO8601(bytes, range, dash: next))
        case (2, ASCII.slash):
            return parts.set(readCommonLog(bytes, range))
        default:
            return parts.set(epoch: TimeReader.epoch(bytes, range, nil))
        }
    }
}
