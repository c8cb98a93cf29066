import Releases

extension ReportDates {
    static let korean = ReportDates(
        weekdays: weekdays, shortWeekdays: shortWeekdays,
        long: { "\($0.year)년 \($0.month)월 \($0.dayOfMonth)일 (\(shortWeekdays[$0.weekday - 1]))" },
        short: { "\($0.month)월 \($0.dayOfMonth)일 (\(shortWeekdays[$0.weekday - 1]))" },
        range: { first, last in
            let year = first.year == last.year ? "" : "\(last.year)년 "
            return "\(first.year)년 \(first.month)월 \(first.dayOfMonth)일 ~ \(year)\(last.month)월 \(last.dayOfMonth)일"
        })

    private static let weekdays = ["월요일", "화요일", "수요일", "목요일", "금요일", "토요일", "일요일"]
    private static let shortWeekdays = ["월", "화", "수", "목", "금", "토", "일"]
}
