import Releases

extension ReportDates {
    static let english = ReportDates(
        weekdays: weekdays, shortWeekdays: shortWeekdays,
        long: { "\(weekdays[$0.weekday - 1]) \($0.dayOfMonth) \(months[$0.month - 1]) \($0.year)" },
        short: { "\(shortWeekdays[$0.weekday - 1]) \($0.dayOfMonth) \(months[$0.month - 1].prefix(3))" },
        range: { first, last in
            let start = first.year == last.year ? "" : " \(first.year)"
            return "\(first.dayOfMonth) \(months[first.month - 1])\(start) to "
                + "\(last.dayOfMonth) \(months[last.month - 1]) \(last.year)"
        })

    private static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    private static let shortWeekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}
