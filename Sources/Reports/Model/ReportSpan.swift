public import Releases

/// What the releases of a report are about.
public enum ReportSpan: Hashable, Sendable {
    /// Days that were closed.
    case days
    /// The hours of a day that goes on.
    case hours(of: ReleasedDate)
    /// Whole months, as they are published.
    ///
    /// - Parameters:
    ///   - next: the first day of the next month that can be published; nil if nothing of it has been read.
    ///   - from: from when on, as the caller writes times; nil if days of it only have to be closed.
    case months(next: ReleasedDate?, from: String?)

    /// The number of visitors behind what is published, where there is no release to name it.
    static let publishedK = 50

    /// The name in JSON and CSV.
    var name: String {
        switch self {
        case .days: "days"
        case .hours: "hours"
        case .months: "months"
        }
    }
}
