import Events

extension TimeReader {
    /// Reads a date and a time of day with what stands between and behind them; nil if they are not there.
    ///
    /// - Parameter dash: what stands between year, month and day.
    mutating func readISO8601(
        _ bytes: Span<UInt8>, _ range: Range<Int>, dash: UInt8 = ASCII.minus
    ) -> WrittenTime? {
        var position = range.lowerBound
        let end = range.upperBound
        guard range.count >= 13 else { return nil }
        let isExtended = bytes[position + 4] == dash
        guard
            let midnight = isExtended
                ? extendedDate(bytes, &position) : TimeReader.readDate(bytes, &position, dash: nil),
            TimeReader.isSeparator(bytes[position])
        else { return nil }
        position += 1
        guard let timeOfDay = TimeReader.timeOfDay(bytes, &position, end, isExtended: isExtended) else { return nil }
        var time = WrittenTime(local: midnight + Int64(timeOfDay), offset: nil)
        if position == end { return time }
        if end - position == 1, bytes[position] == UInt8(ascii: "Z") {
            time.offset = 0
            return time
        }
        _ = TimeText.byte(ASCII.space, bytes, &position, end)
        guard let offset = TimeText.zone(bytes, &position, end), position == end else { return nil }
        time.offset = offset
        return time
    }

    /// Reads a date alone.
    mutating func takeDate(_ bytes: Span<UInt8>, _ range: Range<Int>, into parts: inout TimeParts) -> Bool {
        var position = range.lowerBound
        guard range.count == 10, bytes[position + 4] == ASCII.minus, let midnight = extendedDate(bytes, &position)
        else { return false }
        parts[.date] = Int(midnight / TimeParts.day)
        return true
    }

    /// Reads a time of day alone.
    static func takeTimeOfDay(_ bytes: Span<UInt8>, _ range: Range<Int>, into parts: inout TimeParts) -> Bool {
        var position = range.lowerBound
        guard let timeOfDay = timeOfDay(bytes, &position, range.upperBound, isExtended: true),
            position == range.upperBound
        else { return false }
        parts.set(timeOfDay: timeOfDay)
        return true
    }

    /// Takes `yyyy-mm-dd`, with the first dash for the second too, and tells its midnight in milliseconds.
    ///
    /// The ten bytes must be there.
    @inline(__always)
    private mutating func extendedDate(_ bytes: Span<UInt8>, _ position: inout Int) -> Int64? {
        let first = bytes.word(at: position)
        let second = bytes.word(at: position + 2)
        if let midnight = date.midnight(first, second) {
            position += 10
            return midnight
        }
        let dash = bytes[position + 4]
        guard let midnight = TimeReader.readDate(bytes, &position, dash: dash) else { return nil }
        date.keep(midnight, first, second)
        return midnight
    }

    /// Takes a date with or without something between its numbers.
    @inline(never)
    private static func readDate(_ bytes: Span<UInt8>, _ position: inout Int, dash: UInt8?) -> Int64? {
        let end = position + (dash == nil ? 8 : 10)
        guard let year = TimeText.digits(4, bytes, &position, end),
            dash.map({ TimeText.byte($0, bytes, &position, end) }) ?? true,
            let month = TimeText.digits(2, bytes, &position, end),
            dash.map({ TimeText.byte($0, bytes, &position, end) }) ?? true,
            let day = TimeText.digits(2, bytes, &position, end),
            let date = Day(year: year, month: month, day: day)
        else { return nil }
        return Int64(date.number) * TimeParts.day
    }

    private static func isSeparator(_ byte: UInt8) -> Bool {
        byte | 0x20 == UInt8(ascii: "t") || byte == ASCII.space
    }

    /// Takes `hh:mm` and perhaps `:ss` and a fraction, or in the basic form `hhmm` and perhaps `ss`.
    ///
    /// - Returns: milliseconds since midnight.
    @inline(__always)
    private static func timeOfDay(
        _ bytes: Span<UInt8>, _ position: inout Int, _ end: Int, isExtended: Bool
    ) -> Int? {
        guard let hour = TimeText.digits(2, bytes, &position, end), hour < 24,
            !isExtended || TimeText.byte(ASCII.colon, bytes, &position, end),
            let minute = TimeText.digits(2, bytes, &position, end), minute < 60
        else { return nil }
        let seconds = hour * 3600 + minute * 60
        guard position < end, isExtended ? bytes[position] == ASCII.colon : ASCII.digit(bytes[position]) < 10
        else { return seconds * 1000 }
        if isExtended { position += 1 }
        guard let second = TimeText.digits(2, bytes, &position, end), second <= 60,
            let fraction = TimeText.optionalFraction(bytes, &position, end)
        else { return nil }
        return (seconds + min(second, 59)) * 1000 + fraction
    }
}
