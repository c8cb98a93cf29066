public import Events
import Releases
public import Reports
import Statistics
import Store

extension Reporting {
    /// What is published: whole months of which all days are closed; without a period the newest one.
    ///
    /// - Parameters:
    ///   - first: only months that begin on this day or later.
    ///   - last: only months that end on this day or earlier.
    /// - Throws: ``StoreError`` if a release is not what was recorded when its day was closed.
    public func published(from first: Day? = nil, to last: Day? = nil) throws -> Report {
        let calendar = try environment.calendar(of: store, logOffset: nil)
        let now = environment.now() / 1000
        let days = try store.catalog.epochs([.open, .closing, .closed]).filter { $0.supplement == 0 }.map(\.day)
        let open = Set(
            try store.catalog.epochs([.open, .closing]).filter {
                try $0.supplement == 0 && store.catalog.rowCount(of: $0) > 0
            }.map(\.day))
        // The month in which the store began is not whole.
        let months = Set(days.compactMap(MonthOfDays.init)).filter {
            $0.range.lowerBound >= days.min() ?? $0.range.lowerBound
        }
        .sorted { $0.range.lowerBound < $1.range.lowerBound }
        func due(_ month: MonthOfDays) -> Int64 {
            calendar.localDay(month.range.upperBound).range.upperBound + Aggregate.closeAfter
        }
        let closed = months.filter { month in due(month) <= now && open.allSatisfy { !month.range.contains($0) } }
        let wanted = closed.filter { month in
            (first.map { month.range.lowerBound >= $0 } ?? true) && (last.map { month.range.upperBound <= $0 } ?? true)
        }
        let chosen = first == nil && last == nil ? Array(wanted.suffix(1)) : wanted
        let next = months.first { !closed.contains($0) }
        return Report(
            try chosen.compactMap { month in
                try PublishedMonth.release(store.catalog.releases(month.range).map { try decode($0) })
            },
            asOf: calendar.text(of: now), outputClass: .published,
            span: .months(
                next: next.map { ReleasedDate($0.range.lowerBound) },
                from: next.flatMap { due($0) <= now ? nil : calendar.text(of: due($0)) }))
    }
}
