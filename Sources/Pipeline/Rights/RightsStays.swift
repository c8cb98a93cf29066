import Events
import Privacy
import Store

/// What stays of the data about somebody, whoever it is.
struct RightsStays {
    private let rights: RightsRun

    init(_ rights: RightsRun) {
        self.rights = rights
    }

    /// Events of days of which there are no lines any more.
    func unattributable(beside living: [Day]) throws -> [RequestOutcome.Stay] {
        let catalog = rights.catalog
        let epochs = try [true, false].flatMap { try catalog.closedEpochs(coarse: $0) }
        let days = Set(epochs.map(\.day)).subtracting(living)
        return RightsStays.ranges(days).map { .init(.unattributable, .destroyed, days: $0) }
    }

    /// Statistics that were released of these days.
    func released(_ days: some Collection<Day>) throws -> [RequestOutcome.Stay] {
        guard let first = days.min(), let last = days.max() else { return [] }
        let released = Set(try rights.catalog.releases(first...last).map(\.epoch.day)).intersection(days)
        return RightsStays.ranges(released).map { .init(.statistics, .released, days: $0) }
    }

    /// Sealed lines that a law keeps, day by day, since each has its last day.
    func sealed(_ kept: RequestOutcome.Kept, _ kind: RetentionClass, _ days: some Sequence<Day>) -> [RequestOutcome
        .Stay]
    {
        let term = rights.site.policy.options.retention[kind]
        return days.sorted().map { .init(kept, .law, days: $0...$0, until: term.lastDay(for: $0)) }
    }

    /// Days that follow each other, put together.
    static func ranges(_ days: Set<Day>) -> [ClosedRange<Day>] {
        days.sorted().reduce(into: []) { ranges, day in
            if let last = ranges.last, last.upperBound.advanced(by: 1) == day {
                ranges[ranges.count - 1] = last.lowerBound...day
            } else {
                ranges.append(day...day)
            }
        }
    }
}
