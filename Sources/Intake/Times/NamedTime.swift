/// Times whose month has a name, day by day in many orders: what `syslog`, `asctime` and mail write.
enum NamedTime {
    /// Takes a time of RFC 3164, and says where it ends.
    ///
    /// A zone is part of it only at the end or before a colon, since the name of a host may follow.
    static func syslog(_ bytes: Span<UInt8>, at start: Int, end: Int, into parts: inout TimeParts) -> Int? {
        var position = start
        if position < end, bytes[position] == UInt8(ascii: "*") || bytes[position] == ASCII.dot { position += 1 }
        guard monthAndDay(bytes, &position, end, into: &parts) else { return nil }
        guard let timeStart = optionalYear(bytes, position, end, into: &parts) else { return nil }
        position = timeStart
        guard timeOfDay(bytes, &position, end, into: &parts) else { return nil }
        var behind = position
        if TimeText.spaces(bytes, &behind, end), let offset = TimeText.zone(bytes, &behind, end),
            behind == end || bytes[behind] == ASCII.colon
        {
            parts[.offset] = offset
            return behind
        }
        return position
    }

    /// Takes a time of RFC 3164, of `asctime` or of RFC 9110, section 5.6.7, and says where it ends.
    ///
    /// The day of the week is passed over in any language; the fraction that Apache's error log has is read.
    static func any(_ bytes: Span<UInt8>, at start: Int, end: Int, into parts: inout TimeParts) -> Int? {
        var position = start
        var behind = start
        let hasWeekday =
            MonthName.take(bytes, &behind, end) == nil && TimeText.letters(bytes, &position, end)
        if hasWeekday {
            _ = TimeText.byte(ASCII.comma, bytes, &position, end)
            guard TimeText.spaces(bytes, &position, end), position < end else { return nil }
        }
        if position < end, ASCII.digit(bytes[position]) < 10 {
            guard dayMonthYear(bytes, &position, end, into: &parts) else { return nil }
        } else {
            guard hasWeekday else { return syslog(bytes, at: start, end: end, into: &parts) }
            guard monthAndDay(bytes, &position, end, into: &parts) else { return nil }
        }
        guard timeOfDay(bytes, &position, end, into: &parts) else { return nil }
        return yearAndZone(bytes, position, end, into: &parts)
    }

    /// Takes `Mon dd ` with one or two digits.
    private static func monthAndDay(
        _ bytes: Span<UInt8>, _ position: inout Int, _ end: Int, into parts: inout TimeParts
    ) -> Bool {
        guard let month = MonthName.take(bytes, &position, end), TimeText.spaces(bytes, &position, end),
            let day = TimeText.number(most: 2, bytes, &position, end), TimeText.spaces(bytes, &position, end)
        else { return false }
        parts[.month] = month
        parts[.day] = day
        return true
    }

    /// Takes `dd Mon yyyy `, or with dashes; a year of two digits is one of a century.
    private static func dayMonthYear(
        _ bytes: Span<UInt8>, _ position: inout Int, _ end: Int, into parts: inout TimeParts
    ) -> Bool {
        guard let day = TimeText.number(most: 2, bytes, &position, end), position < end else { return false }
        let dash = bytes[position]
        guard dash == ASCII.space || dash == ASCII.minus, TimeText.byte(dash, bytes, &position, end),
            let month = MonthName.take(bytes, &position, end), TimeText.byte(dash, bytes, &position, end)
        else { return false }
        let first = position
        guard let year = TimeText.number(most: 4, bytes, &position, end) else { return false }
        switch position - first {
        case 4: parts[.year] = year
        case 2: parts[.yearOfCentury] = year
        default: return false
        }
        parts[.month] = month
        parts[.day] = day
        return TimeText.spaces(bytes, &position, end)
    }

    /// Takes a year of four digits and the spaces behind it, if it is there, and says where the time of day begins.
    private static func optionalYear(
        _ bytes: Span<UInt8>, _ start: Int, _ end: Int, into parts: inout TimeParts
    ) -> Int? {
        var position = start
        guard let year = TimeText.digits(4, bytes, &position, end) else { return start }
        guard TimeText.spaces(bytes, &position, end) else { return nil }
        parts[.year] = year
        return position
    }

    /// Takes `hh:mm:ss` and perhaps a fraction.
    private static func timeOfDay(
        _ bytes: Span<UInt8>, _ position: inout Int, _ end: Int, into parts: inout TimeParts
    ) -> Bool {
        guard let hour = TimeText.digits(2, bytes, &position, end), hour < 24,
            TimeText.byte(ASCII.colon, bytes, &position, end),
            let minute = TimeText.digits(2, bytes, &position, end), minute < 60,
            TimeText.byte(ASCII.colon, bytes, &position, end),
            let second = TimeText.digits(2, bytes, &position, end), second <= 60,
            let fraction = TimeText.optionalFraction(bytes, &position, end)
        else { return false }
        parts[.hour] = hour
        parts[.minute] = minute
        parts[.second] = second
        parts[.millisecond] = fraction
        return true
    }

    /// Takes a year, a zone or both, as far as they are there, and says where the time ends.
    ///
    /// Behind it more of the line may follow.
    private static func yearAndZone(
        _ bytes: Span<UInt8>, _ start: Int, _ end: Int, into parts: inout TimeParts
    ) -> Int? {
        var position = start
        while true {
            var behind = position
            guard TimeText.byte(ASCII.space, bytes, &behind, end) else { return position }
            let word = behind
            if let year = TimeText.digits(4, bytes, &behind, end), isWordEnd(bytes, behind, end) {
                parts[.year] = year
            } else {
                behind = word
                guard let offset = TimeText.zone(bytes, &behind, end), isWordEnd(bytes, behind, end) else {
                    return position
                }
                parts[.offset] = offset
            }
            position = behind
        }
    }

    private static func isWordEnd(_ bytes: Span<UInt8>, _ position: Int, _ end: Int) -> Bool {
        position == end || bytes[position] == ASCII.space
    }
}
