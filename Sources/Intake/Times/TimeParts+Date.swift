import Events

extension TimeParts {
    /// The date that the parts tell; nil if they do not, or if the calendar has no such date.
    var date: Day? {
        if let date = self[.date] { return Day(number: Int32(date)) }
        if let year {
            if let month = self[.month], let day = self[.day] { return Day(year: year, month: month, day: day) }
            if let number = self[.dayOfYear] { return TimeParts.day(number, of: year) }
            if let date = dayOfCountedWeek(year) { return date }
        }
        return dayOfWeek
    }

    /// Whether there is a date but for its year.
    var lacksYear: Bool { year == nil && self[.month] != nil && self[.day] != nil }

    private var year: Int? {
        self[.year] ?? self[.yearOfCentury].map { TimeParts.year($0, century: self[.century]) }
    }

    /// A year of two digits is one of 1969 … 2068, as POSIX has it for `strptime`.
    private static func year(_ yearOfCentury: Int, century: Int? = nil) -> Int {
        (century ?? (yearOfCentury < 69 ? 20 : 19)) * 100 + yearOfCentury
    }

    private static func day(_ number: Int, of year: Int) -> Day? {
        guard let first = Day(year: year, month: 1, day: 1) else { return nil }
        let day = first.advanced(by: number - 1)
        return day.civil.year == year ? day : nil
    }

    /// The day of a week by ISO 8601.
    private var dayOfWeek: Day? {
        guard let year = self[.weekYear] ?? self[.weekYearOfCentury].map({ TimeParts.year($0) }),
            let week = self[.week], let weekday = self[.weekday],
            let fourth = Day(year: year, month: 1, day: 4)
        else { return nil }
        let monday = fourth.advanced(by: 1 - fourth.weekday + (week - 1) * 7)
        return monday.advanced(by: 3).civil.year == year ? monday.advanced(by: weekday - 1) : nil
    }

    /// The day of a week that is counted from the year's first Sunday or Monday.
    private func dayOfCountedWeek(_ year: Int) -> Day? {
        guard let weekday = self[.weekday], let first = Day(year: year, month: 1, day: 1) else { return nil }
        let number: Int
        if let week = self[.sundayWeek] {
            number = (7 - first.weekday % 7) % 7 + (week - 1) * 7 + weekday % 7
        } else if let week = self[.mondayWeek] {
            number = (8 - first.weekday) % 7 + (week - 1) * 7 + weekday - 1
        } else {
            return nil
        }
        return number >= 0 ? TimeParts.day(number + 1, of: year) : nil
    }
}
