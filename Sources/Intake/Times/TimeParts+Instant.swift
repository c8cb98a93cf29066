import Events

extension TimeParts {
    /// Milliseconds of a day.
    static let day: Int64 = 86_400_000
    /// The instants that a time may tell, in UTC milliseconds: the years 1970 to 9999.
    static let instants: Range<Int64> = 0..<253_402_300_800_000

    /// Puts the parts together.
    ///
    /// Without an offset the time is one of the options' zone. Without a year it is of the year that brings it nearest
    /// to the present, not more than a day ahead of it: old logs are more than logs of the future. Hour and minute are needed, the second is not; a leap second is told as the second before it.
    ///
    /// - Parameter position: where the time begins, for the failure.
    /// - Returns: UTC milliseconds.
    func instant(_ options: LineOptions, at position: Int) throws(LineFailure) -> Int64 {
        try TimeParts.checked(utc(options), options, at: position)
    }

    /// Refuses an instant that is none, or too far in the future.
    @inline(__always)
    static func checked(_ instant: Int64?, _ options: LineOptions, at position: Int) throws(LineFailure) -> Int64 {
        guard let instant, instants.contains(instant) else { throw LineFailure(.time, at: position) }
        if instant - day > options.latest { throw LineFailure(.future, at: position) }
        return instant
    }

    private func utc(_ options: LineOptions) -> Int64? {
        if let epoch {
            // Apache writes the second and its fraction as two fields.
            return epoch % 1000 == 0 ? epoch + Int64(self[.millisecond] ?? 0) : epoch
        }
        guard let timeOfDay else { return nil }
        if let date { return utc(date, timeOfDay, options) }
        return lacksYear ? nearest(timeOfDay, options) : nil
    }

    private func utc(_ date: Day, _ timeOfDay: Int64, _ options: LineOptions) -> Int64 {
        WrittenTime(local: Int64(date.number) * TimeParts.day + timeOfDay, offset: self[.offset]).instant(options)
    }

    /// Milliseconds since midnight.
    private var timeOfDay: Int64? {
        let hour: Int
        if let written = self[.hour] {
            hour = written
        } else if let clockHour = self[.clockHour], let isAfternoon = self[.isAfternoon] {
            hour = clockHour % 12 + isAfternoon * 12
        } else {
            return nil
        }
        guard let minute = self[.minute] else { return nil }
        let seconds = hour * 3600 + minute * 60 + min(self[.second] ?? 0, 59)
        return Int64(seconds * 1000 + (self[.millisecond] ?? 0))
    }

    /// The instant of a date without a year that is nearest to the present and not too far in the future.
    private func nearest(_ timeOfDay: Int64, _ options: LineOptions) -> Int64? {
        guard let month = self[.month], let day = self[.day] else { return nil }
        let present = min(max(options.latest, TimeParts.instants.lowerBound), TimeParts.instants.upperBound - 1)
        let year = Day(number: Int32(present / TimeParts.day)).civil.year
        // Between two leap days lie up to eight years.
        let reach = month == 2 && day == 29 ? 8 : 1
        var nearest: Int64?
        // This year, the last, the next, the one before the last …
        for step in 0...2 * reach {
            let candidate = year + (step % 2 == 0 ? step / 2 : -(step + 1) / 2)
            guard let date = Day(year: candidate, month: month, day: day) else { continue }
            let instant = utc(date, timeOfDay, options)
            guard TimeParts.instants.contains(instant), instant - TimeParts.day <= present else { continue }
            let distance = abs(instant - present)
            if let known = nearest, abs(known - present) <= distance { continue }
            nearest = instant
            if distance < TimeParts.surelyNearest { break }
        }
        return nearest
    }

    /// An instant that is so near has no nearer one of the same date in another year.
    private static let surelyNearest = 180 * day
}
