public import Releases

/// What a report says, before it has a form: released days, their totals and the sums of their tables.
///
/// It is made from releases alone, so it cannot say what was not released; everything longer than a day is a sum of
/// released numbers, and visitors are never summed.
public struct Report: Sendable {
    /// The days of the period that were closed, oldest first.
    public let days: [ReportDay]
    /// When the report was made, as the caller writes times.
    public let asOf: String
    /// What the caller wants to be said before there is anything to report, such as when the first day will be
    /// closed; one line each.
    public let waiting: [String]

    /// - Parameter epochs: days and supplements, in any order; a supplement without its day is left out.
    public init(_ epochs: [ReleasedEpoch], asOf: String, waiting: [String] = []) {
        let supplements = Dictionary(grouping: epochs.filter { $0.supplement > 0 }, by: \.date)
        days = epochs.filter { $0.supplement == 0 }.sorted { $0.date < $1.date }
            .map { day in
                ReportDay(day, supplements: (supplements[day.date] ?? []).sorted { $0.supplement < $1.supplement })
            }
        self.asOf = asOf
        self.waiting = waiting
    }

    /// The newest closed day and the seven days before it, as far as they were closed.
    public static func latest(of epochs: [ReleasedEpoch]) -> [ReleasedEpoch] {
        guard let newest = epochs.filter({ $0.supplement == 0 }).map(\.date).max() else { return [] }
        let first = newest.advanced(by: -7)
        return epochs.filter { $0.date >= first && $0.date <= newest }
    }

    /// The newest day.
    var newest: ReportDay? { days.last }

    /// The day `count` days before the newest, if it was closed and is part of the period.
    func day(before count: Int) -> ReportDay? {
        guard let newest else { return nil }
        let date = newest.date.advanced(by: -count)
        return days.first { $0.date == date }
    }

    /// The names of all tables but the totals, in the order in which they are printed.
    var tableNames: [String] {
        var names: [String] = []
        for release in days.flatMap({ [$0.release] + $0.supplements }) {
            for table in release.tables where table.name != Vocabulary.totals && !names.contains(table.name) {
                names.append(table.name)
            }
        }
        return names.enumerated().sorted { left, right in
            (Vocabulary.rank(left.element), left.offset) < (Vocabulary.rank(right.element), right.offset)
        }.map(\.element)
    }

    /// The table called `name`, summed over the period.
    func table(_ name: String) -> SummedTable? {
        SummedTable(name, of: days)
    }
}
