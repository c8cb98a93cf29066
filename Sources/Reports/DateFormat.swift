import Releases

/// Dates as people read them, in English.
enum DateFormat {
    private static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    /// `Saturday 7 March 2026`.
    static func long(_ date: ReleasedDate) -> String {
        "\(weekdays[date.weekday - 1]) \(date.dayOfMonth) \(months[date.month - 1]) \(date.year)"
    }

    /// `Sat  7 Mar`.
    static func short(_ date: ReleasedDate) -> String {
        let day = date.dayOfMonth < 10 ? " \(date.dayOfMonth)" : "\(date.dayOfMonth)"
        return "\(weekdays[date.weekday - 1].prefix(3)) \(day) \(months[date.month - 1].prefix(3))"
    }
}
