import Events

@testable import Intake

/// An instant as many notations write it, for reading it back.
struct RenderedTime {
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
    private static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

    private let instant: Int64
    private let offset: Int
    private let day: Day
    private let milliseconds: Int

    /// - Parameter offset: seconds from UTC.
    init(_ instant: Int64, offset: Int) {
        self.instant = instant
        self.offset = offset
        let local = instant + Int64(offset) * 1000
        day = Day(number: Int32(local / 86_400_000))
        milliseconds = Int(local % 86_400_000)
    }

    private var year: String { padded(day.civil.year, 4) }
    private var month: String { padded(day.civil.month, 2) }
    private var monthName: String { RenderedTime.months[day.civil.month - 1] }
    private var weekday: String { RenderedTime.weekdays[day.weekday - 1] }
    private var dayOfMonth: String { padded(day.civil.day, 2) }
    private var clock: String {
        let seconds = milliseconds / 1000
        return "\(padded(seconds / 3600, 2)):\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2))"
    }
    private var halfDayClock: String {
        let hour = milliseconds / 3_600_000
        return "\(padded((hour + 11) % 12 + 1, 2))\(clock.dropFirst(2)) \(hour < 12 ? "AM" : "PM")"
    }
    private var fraction: String { padded(milliseconds % 1000, 3) }
    private var zone: String {
        let minutes = abs(offset) / 60
        return "\(offset < 0 ? "-" : "+")\(padded(minutes / 60, 2))\(padded(minutes % 60, 2))"
    }
    private var dayOfYear: Int {
        Int(day.number) - Int(Day(year: day.civil.year, month: 1, day: 1)?.number ?? 0) + 1
    }
    /// Year and week by ISO 8601: those of the week's Thursday.
    private var week: (year: Int, number: Int) {
        let thursday = day.advanced(by: 4 - day.weekday)
        let first = Day(year: thursday.civil.year, month: 1, day: 1)?.number ?? 0
        return (thursday.civil.year, Int(thursday.number - first) / 7 + 1)
    }

    var syslog: String { "\(monthName.prefix(3)) \(spaced(day.civil.day)) \(clock)" }

    /// Each notation with its text and how many milliseconds it tells apart.
    func notations() throws -> [(notation: TimeNotation, text: String, precision: Int64)] {
        let short = (month: monthName.prefix(3), weekday: weekday.prefix(3))
        let commonLog = "\(dayOfMonth)/\(short.month)/\(year):\(clock)"
        let basic = "\(year)\(month)\(dayOfMonth)T\(clock.filter { $0 != ":" })"
        let date = "\(year)-\(month)-\(dayOfMonth)"
        let whole: [(TimeNotation, String, Int64)] = [
            (.commonLog, "[\(commonLog) \(zone)]", 1000), (.commonLog, "\(commonLog).\(fraction)", 1),
            (.iso8601, "\(date)T\(clock).\(fraction)\(zone)", 1), (.iso8601, "\(date) \(clock),\(fraction)000000", 1),
            (.iso8601, "\(date)T\(clock)\(zone.prefix(3)):\(zone.suffix(2))", 1000),
            (.iso8601, "\(basic).\(fraction)\(zone)", 1), (.iso8601, basic, 1000),
            (.iso8601, "\(date)T\(clock.prefix(5))\(zone)", 60_000), (.epoch(.milliseconds), "\(instant)", 1),
            (.epoch(.seconds), "\(instant / 1000).\(padded(Int(instant % 1000), 3))", 1),
            (.epoch(.microseconds), "\(instant)999", 1), (.epoch(.nanoseconds), "\(instant)999e3", 1),
            (.epoch(.seconds), "\(instant)E-3", 1), (.epoch(.seconds), "\(instant / 1000)", 1000),
            (.automatic, "\(short.weekday), \(dayOfMonth) \(short.month) \(year) \(clock) \(zone)", 1000),
            (.automatic, "\(short.weekday) \(short.month) \(spaced(day.civil.day)) \(clock) \(year)", 1000),
            (.automatic, "\(year)/\(month)/\(dayOfMonth) \(clock).\(fraction)", 1), (.syslog, syslog, 1000),
            (.syslog, "\(short.month) \(spaced(day.civil.day)) \(year) \(clock).\(fraction)", 1),
        ]
        let patterns: [(String, String, Int64)] = [
            ("%F %T.%3f %z", "\(date) \(clock).\(fraction) \(zone)", 1),
            ("%Y%m%d%H%M%S", basic.filter { $0 != "T" }, 1000),
            ("%A, %B %d, %Y %r", "\(weekday), \(monthName) \(dayOfMonth), \(year) \(halfDayClock)", 1000),
            ("%Y/%j-%T", "\(year)/\(padded(dayOfYear, 3))-\(clock)", 1000),
            ("%G-W%V-%u %T", "\(padded(week.year, 4))-W\(padded(week.number, 2))-\(day.weekday) \(clock)", 1000),
            ("%Y %U %a %X", "\(year) \((dayOfYear + 6 - day.weekday % 7) / 7) \(short.weekday) \(clock)", 1000),
            ("%Y %W %u %X", "\(year) \((dayOfYear + 6 - (day.weekday - 1)) / 7) \(day.weekday) \(clock)", 1000),
            ("%s", "\(instant / 1000)", 1000),
        ]
        return try whole + patterns.map { (.pattern(try TimePattern($0)), $1, $2) }
    }

    private func padded(_ value: Int, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    private func spaced(_ value: Int) -> String { value < 10 ? " \(value)" : "\(value)" }
}
