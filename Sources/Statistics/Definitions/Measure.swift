public import Releases

/// A sum over rows, and at the same time the group of people who contributed to it.
///
/// Some are never printed. They are the differences that a reader could compute from those that are, such as hits
/// without page views; disclosure control asks for the people behind them all the same. Every measure counts only rows
/// of its definition's ``Scope``.
public enum Measure: String, CaseIterable, Sendable {
    /// Requests.
    case hits
    /// Events of apps and devices.
    case events
    /// Requests and events.
    case records
    /// Visitors, each once.
    case people
    /// Bytes sent.
    case bytes
    /// Page views.
    case pageViews = "page_views"
    /// Hits that are not page views.
    case otherHits = "other_hits"
    /// Visits, counted at the first page view of each.
    case visits
    /// Page views that are not the first of their visit.
    case laterViews = "later_views"
    /// Hits that are not the first page view of a visit.
    case furtherHits = "further_hits"
    /// Visits, counted at the last page view of each.
    case exits
    /// Page views that are not the last of their visit.
    case earlierViews = "earlier_views"
    /// Visits of exactly one page view, counted at it.
    case bounces
    /// Visits of more than one page view, counted at the first.
    case longerVisits = "longer_visits"
    /// Seconds between first and last page view of a visit, counted at the first.
    case visitTime = "visit_time"
    /// Seconds until the next page view of the visit, counted at each page view that has one.
    case viewingTime = "viewing_time"
    /// Hits whose duration is known.
    case timedHits = "timed_hits"
    /// Hits whose duration is not known.
    case untimedHits = "untimed_hits"
    /// Microseconds that answering took.
    case requestTime = "request_time"
    /// Successful hits that are neither page views nor of ``Scope/files``.
    case otherSuccesses = "other_successes"
}

extension Measure {
    /// The name in definitions and, where nothing else is said, in tables.
    public var name: String { rawValue }

    /// What a sum of the measure is a number of.
    public var unit: PublishedTable.Unit {
        switch self {
        case .people: .people
        case .bytes: .bytes
        default: .count
        }
    }
}
