import Releases

extension Report {
    /// A pause that did not end a visit, and from which of the report's days on it was the longest.
    struct VisitGap: Hashable, Sendable {
        let seconds: Int
        /// Nil for the first.
        let since: ReleasedDate?
    }

    /// The longest pauses that did not end a visit, over the days of the report and those it is compared with; more than
    /// one where the policy was changed, and none where no day was closed.
    var visitGaps: [VisitGap] {
        ((previous?.days ?? []) + days).reduce(into: []) { gaps, day in
            guard gaps.last?.seconds != day.release.visitGap else { return }
            gaps.append(VisitGap(seconds: day.release.visitGap, since: gaps.isEmpty ? nil : day.date))
        }
    }
}
