/// A sum over events, and at the same time the group of people who contributed to it.
///
/// Some are never printed. They are the differences that a reader could compute from those that are, such as hits
/// without page views; disclosure control asks for the people behind them all the same.
public enum Measure: Int, CaseIterable, Sendable {
    /// Requests and events.
    case hits
    /// Bytes sent.
    case bytes
    /// Page views.
    case pageViews
    /// Hits that are not page views.
    case otherHits
    /// Visits, counted at the first page view of each.
    case visits
    /// Page views that are not the first of their visit.
    case laterViews
    /// Visits, counted at the last page view of each.
    case exits
    /// Page views that are not the last of their visit.
    case earlierViews
    /// Visits of exactly one page view, counted at it.
    case bounces
    /// Visits of more than one page view, counted at the first.
    case longerVisits
    /// Seconds between first and last page view of a visit, counted at the first.
    case duration
}

extension Measure {
    /// The name in tables, definitions and JSON.
    public var name: String {
        switch self {
        case .pageViews: "page_views"
        case .otherHits: "other_hits"
        case .laterViews: "later_views"
        case .earlierViews: "earlier_views"
        case .longerVisits: "longer_visits"
        default: String(describing: self)
        }
    }

    /// The measure as one bit of a row's set of measures.
    var bit: UInt16 { 1 << UInt16(rawValue) }
}
