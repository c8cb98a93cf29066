public import Releases

/// One column of a table of a report.
public struct ReportColumn: Hashable, Sendable {
    /// How the days of a period are put together.
    public enum Combination: String, Hashable, Sendable {
        case sum
        /// People: the sum of the days over the number of days.
        case average = "average_per_day"
        /// The parts of a ratio are summed.
        case ratio
        /// Quantiles and maxima are never summed: from the lowest to the highest of the days' bins.
        case range
    }

    /// The name in JSON and CSV, such as `page_views`.
    public let name: String
    public let unit: PublishedTable.Unit
    public let combination: Combination

    init(_ column: PublishedTable.Column, holdsBins: Bool) {
        name = column.name
        unit = column.unit
        combination =
            switch column.unit {
            case .people: .average
            case .count, .bytes: .sum
            case .microseconds: .range
            case .share, .mean, .seconds, .meanMicroseconds: holdsBins ? .range : .ratio
            }
    }
}
