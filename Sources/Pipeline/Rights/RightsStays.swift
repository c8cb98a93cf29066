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

    /// Sealed lines that are kept for a term.
    static func sealed(
        _ kept: RequestOutcome.Kept, _ reason: RequestOutcome.Reason, _ term: RetentionTerm,
        _ days: some Sequence<Day>
    ) -> [RequestOutcome.Stay] {
        ranges(Set(days)).map { .init(kept, reason, days: $0, until: term.lastDay(for: $0.upperBound)) }
    }

    /// Records that holds keep, and of which days.
    ///
    /// - Parameter orders: until when holds of orders are kept, by number.
    static func held(
        _ found: [SubjectFindings.FoundDay], _ retention: Retention, _ orders: [Int: Day?]
    ) -> [RequestOutcome.Stay] {
        return [RetentionClass.misuse, .illegal, .order].flatMap { kind -> [RequestOutcome.Stay] in
            guard let kept = RequestOutcome.Kept(rawValue: kind.rawValue) else { return [] }
            let files = found.flatMap(\.files).filter { $0.name.kind == kind }
            return ranges(Set(files.map(\.name.day))).map { days in
                let ends = files.filter { days.contains($0.name.day) }.map { file in
                    kind == .order
                        ? file.pair.holdNumber.flatMap { orders[$0] ?? nil }
                        : retention[kind].lastDay(for: file.name.day)
                }
                // One order without an end keeps its records without end.
                return .init(kept, .hold, days: days, until: ends.contains(nil) ? nil : ends.compactMap(\.self).max())
            }
        }
    }

    /// What could not be made anew, and why.
    static func refused(
        _ kept: RequestOutcome.Kept, _ refusals: [Day: RebuildRefusal]
    ) -> [RequestOutcome.Stay] {
        Dictionary(grouping: refusals.keys) { refusals[$0]?.reason ?? .damaged }.flatMap { reason, days in
            ranges(Set(days)).map { .init(kept, reason, days: $0) }
        }.sorted { ($0.from ?? "") < ($1.from ?? "") }
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

extension RebuildRefusal {
    /// What a person is told.
    fileprivate var reason: RequestOutcome.Reason {
        switch self {
        case .linesDestroyed, .eventsRemoved: .destroyed
        case .fileUnreadable: .damaged
        case .lineUnparsable: .unparsable
        case .policyUnknown: .policyUnknown
        case .rowsMissing: .rowsMissing
        }
    }
}
