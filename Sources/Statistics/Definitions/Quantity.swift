public import Releases

/// A quantity whose distribution is told in logarithmic bins.
public enum Quantity: String, CaseIterable, Sendable {
    /// Microseconds that answering a request took.
    case requestDuration = "request_duration"
    /// Seconds between first and last page view of a visit.
    case visitDuration = "visit_duration"
    /// Seconds until the next page view of a visit.
    case viewingTime = "viewing_time"

    /// What the bins are numbers of.
    public var unit: PublishedTable.Unit {
        self == .requestDuration ? .microseconds : .seconds
    }

    /// The measure that counts the values: one per row with a value.
    public var count: Measure {
        switch self {
        case .requestDuration: .timedHits
        case .visitDuration: .visits
        case .viewingTime: .earlierViews
        }
    }

    /// The measure that adds the values up.
    public var sum: Measure {
        switch self {
        case .requestDuration: .requestTime
        case .visitDuration: .visitTime
        case .viewingTime: .viewingTime
        }
    }
}
