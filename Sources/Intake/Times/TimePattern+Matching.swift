extension TimePattern {
    /// Takes the time that begins at `start`, adds its parts, and says where it ends.
    ///
    /// - Returns: nil if there is no such time; some parts may have been added then.
    func match(_ bytes: Span<UInt8>, at start: Int, end: Int, into parts: inout TimeParts) -> Int? {
        var position = start
        for step in steps {
            guard TimePattern.take(step, bytes, &position, end, into: &parts) else { return nil }
        }
        return position
    }

    @inline(__always)
    private static func take(
        _ step: Step, _ bytes: Span<UInt8>, _ position: inout Int, _ end: Int, into parts: inout TimeParts
    ) -> Bool {
        switch step {
        case .literal(let byte):
            return TimeText.byte(byte, bytes, &position, end)
        case .whiteSpace:
            while position < end, isWhiteSpace(bytes[position]) { position += 1 }
            return true
        case .number(let field):
            return number(field, bytes, &position, end, into: &parts)
        case .monthName:
            parts[.month] = MonthName.take(bytes, &position, end)
            return parts[.month] != nil
        case .weekdayName:
            return weekday(bytes, &position, end, into: &parts)
        case .halfDayName:
            return halfDay(bytes, &position, end, into: &parts)
        case .zone:
            parts[.offset] = TimeText.zone(bytes, &position, end)
            return parts[.offset] != nil
        case .fraction(let digits):
            parts[.millisecond] = TimeText.fraction(count: digits, bytes, &position, end)
            return parts[.millisecond] != nil
        case .epoch(let unit):
            parts.epoch = EpochText.integer(bytes, &position, end).flatMap { EpochText.milliseconds($0, unit) }
            return parts.epoch != nil
        }
    }

    /// Takes a number, which may have spaces for leading zeros.
    private static func number(
        _ field: TimeParts.Field, _ bytes: Span<UInt8>, _ position: inout Int, _ end: Int, into parts: inout TimeParts
    ) -> Bool {
        var digits = field.digits
        while digits > 1, TimeText.byte(ASCII.space, bytes, &position, end) { digits -= 1 }
        guard let value = TimeText.number(most: digits, bytes, &position, end), field.bounds.contains(value)
        else { return false }
        // Sunday is 7 of one directive and 0 of the other.
        parts[field] = field == .weekday && value == 0 ? 7 : value
        return true
    }

    /// Takes the name of a day of the week in any language; the English ones are understood, for dates that are written
    /// with the number of a week.
    private static func weekday(
        _ bytes: Span<UInt8>, _ position: inout Int, _ end: Int, into parts: inout TimeParts
    ) -> Bool {
        let start = position
        guard TimeText.letters(bytes, &position, end) else { return false }
        if let number = WeekdayName.number(bytes, start..<position) { parts[.weekday] = number }
        return true
    }

    private static func halfDay(
        _ bytes: Span<UInt8>, _ position: inout Int, _ end: Int, into parts: inout TimeParts
    ) -> Bool {
        guard end - position >= 2, bytes[position + 1] | 0x20 == UInt8(ascii: "m") else { return false }
        switch bytes[position] | 0x20 {
        case UInt8(ascii: "a"): parts[.isAfternoon] = 0
        case UInt8(ascii: "p"): parts[.isAfternoon] = 1
        default: return false
        }
        position += 2
        return true
    }

    private static func isWhiteSpace(_ byte: UInt8) -> Bool {
        byte == ASCII.space || (ASCII.tab...ASCII.carriageReturn).contains(byte)
    }
}
