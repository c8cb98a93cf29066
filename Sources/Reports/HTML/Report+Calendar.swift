import Releases

extension Report {
    /// Every date from the first to the last closed day, with the day if it was closed.
    var calendar: [(date: ReleasedDate, day: ReportDay?)] {
        guard let first = days.first?.date, let last = days.last?.date else { return [] }
        var calendar: [(ReleasedDate, ReportDay?)] = []
        var place = 0
        var date = first
        while date <= last {
            let isClosed = days[place].date == date
            calendar.append((date, isClosed ? days[place] : nil))
            if isClosed { place += 1 }
            date = date.advanced(by: 1)
        }
        return calendar
    }

    /// What the newest day is compared with: the same weekday a week before, else the day before.
    var reference: ReportDay? {
        guard let newest else { return nil }
        return [7, 1].compactMap { knownDay(newest.date.advanced(by: -$0)) }.first(where: \.isShown)
    }
}
