public import Releases

extension Definition {
    /// One column of a table: its name, and what it is computed from.
    public struct Column: Hashable, Sendable {
        /// How the value of a row comes about.
        public enum Content: Hashable, Sendable {
            /// Distinct visitors behind the leading measure.
            case visitors
            case sum(Measure)
            /// One sum over another one of the same row.
            case ratio(Measure, over: Measure)
            /// The bin of the value that so many per cent of the values do not exceed.
            case quantile(Quantity, percent: Int)
            /// The highest bin that tells of enough people.
            case maximum(Quantity)
        }

        /// The name in tables, JSON and CSV.
        public let name: String
        public let unit: PublishedTable.Unit
        public let content: Content

        /// The measures that the value is computed from.
        public var measures: [Measure] {
            switch content {
            case .visitors, .quantile, .maximum: []
            case .sum(let measure): [measure]
            case .ratio(let numerator, let denominator): [numerator, denominator]
            }
        }
    }
}

extension Definition.Column.Content {
    /// The quantity whose distribution the value is taken from.
    var quantity: Quantity? {
        switch self {
        case .quantile(let quantity, _), .maximum(let quantity): quantity
        case .visitors, .sum, .ratio: nil
        }
    }

    /// The content in canonical text.
    var canonicalText: String {
        switch self {
        case .visitors: "distinct visitors"
        case .sum(let measure): "sum \(measure.name)"
        case .ratio(let numerator, let denominator): "sum \(numerator.name) / sum \(denominator.name)"
        case .quantile(let quantity, let percent): "\(percent) % of \(quantity.rawValue)"
        case .maximum(let quantity): "maximum of \(quantity.rawValue)"
        }
    }
}

extension Definition.Column {
    static let visitors = Self(name: "visitors", unit: .people, content: .visitors)
    static let hits = sum(.hits)
    static let bytes = sum(.bytes)
    static let pageViews = sum(.pageViews)
    static let visits = sum(.visits)
    static let events = sum(.events)

    static let pageViewsPerVisit = Self(
        name: "page_views_per_visit", unit: .mean, content: .ratio(.pageViews, over: .visits))
    static let bounceRate = Self(name: "bounce_rate", unit: .share, content: .ratio(.bounces, over: .visits))
    static let visitDuration = mean(.visitDuration, "visit_duration", .seconds)
    static let visitDurationMedian = quantile(.visitDuration, 50, "visit_duration_p50")
    static let viewingTime = mean(.viewingTime, "viewing_time", .seconds)
    static let viewingTimeMedian = quantile(.viewingTime, 50, "viewing_time_p50")

    /// Mean, median, 95th and 99th percentile and maximum of the time that answering took.
    static let durations: [Self] = [
        mean(.requestDuration, "duration_mean", .meanMicroseconds),
        quantile(.requestDuration, 50, "duration_p50"),
        quantile(.requestDuration, 95, "duration_p95"),
        quantile(.requestDuration, 99, "duration_p99"),
        Self(name: "duration_max", unit: .microseconds, content: .maximum(.requestDuration)),
    ]

    /// - Parameter name: the measure's own if nil.
    static func sum(_ measure: Measure, as name: String? = nil) -> Self {
        Self(name: name ?? measure.name, unit: measure.unit, content: .sum(measure))
    }

    private static func mean(_ quantity: Quantity, _ name: String, _ unit: PublishedTable.Unit) -> Self {
        Self(name: name, unit: unit, content: .ratio(quantity.sum, over: quantity.count))
    }

    private static func quantile(_ quantity: Quantity, _ percent: Int, _ name: String) -> Self {
        Self(name: name, unit: quantity.unit, content: .quantile(quantity, percent: percent))
    }
}
