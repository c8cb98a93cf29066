extension TimeParts {
    /// What a part of a time counts.
    enum Field: UInt32, Hashable, Sendable {
        /// A whole date, as the number of a day since 1970-01-01.
        case date
        case year, century, yearOfCentury
        case month, day, dayOfYear
        /// Year and number of a week by ISO 8601, whose weeks begin on Monday and whose first has the year's first
        /// Thursday.
        case weekYear, weekYearOfCentury, week
        /// The number of a week by the year's first Sunday or Monday; before it is week 0.
        case sundayWeek, mondayWeek
        /// 1 for Monday … 7 for Sunday.
        case weekday
        case hour
        /// The hour of a clock that counts to 12, and 1 if that is in the afternoon.
        case clockHour, isAfternoon
        case minute, second, millisecond
        /// Seconds from UTC, positive in the east.
        case offset

        /// How many digits the number has at most.
        var digits: Int {
            switch self {
            case .year, .weekYear: 4
            case .dayOfYear, .millisecond: 3
            case .weekday: 1
            default: 2
            }
        }

        /// What the number may be, whatever the others are.
        var bounds: ClosedRange<Int> {
            switch self {
            case .year, .weekYear: 1...9999
            case .month, .clockHour: 1...12
            case .day: 1...31
            case .dayOfYear: 1...366
            case .week: 1...53
            case .sundayWeek, .mondayWeek: 0...53
            case .weekday: 0...7
            case .hour: 0...23
            case .minute: 0...59
            case .second: 0...60
            default: 0...999
            }
        }
    }
}
