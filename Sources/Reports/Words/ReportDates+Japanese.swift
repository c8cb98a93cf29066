import Releases

extension ReportDates {
    static let japanese = ReportDates(
        weekdays: weekdays, shortWeekdays: shortWeekdays,
        long: { "\($0.year)年\($0.month)月\($0.dayOfMonth)日(\(shortWeekdays[$0.weekday - 1]))" },
        short: { "\($0.month)月\($0.dayOfMonth)日(\(shortWeekdays[$0.weekday - 1]))" },
        range: { first, last in
            let year = first.year == last.year ? "" : "\(last.year)年"
            return "\(first.year)年\(first.month)月\(first.dayOfMonth)日〜\(year)\(last.month)月\(last.dayOfMonth)日"
        })

    private static let weekdays = ["月曜日", "火曜日", "水曜日", "木曜日", "金曜日", "土曜日", "日曜日"]
    private static let shortWeekdays = ["月", "火", "水", "木", "金", "土", "日"]
}
