import Events

/// What the rows of a tally stand for.
///
/// The tally switches on it once per batch. Every dimension but ``robot`` counts people; robots are counted apart.
public enum Dimension: Int, CaseIterable, Sendable {
    /// One row for everything.
    case total
    /// Local hour, `00` … `23`.
    case hour
    /// Three local hours, `00-02` … `21-23`.
    case hourBlock
    /// Templated path of page views.
    case page
    /// Referrer domain of page views; `(internal)` for links within the site, `(none)` where there
    /// is no referrer, `(unnamed)` where it has no domain.
    case referrer
    case browser
    case operatingSystem
    case deviceClass
    /// Status code.
    case status
    /// Name of a declared robot; `(none)` for robots without a name.
    case robot
}

extension Dimension {
    /// The row of events that have no value.
    public static let noValue = "(none)"
    /// The row of page views whose referrer has no registrable domain: an address, an intranet name.
    public static let unnamedReferrer = "(unnamed)"
    /// The row of page views that came from a link within the site.
    public static let internalReferrer = "(internal)"
    /// The value that stands in closed partitions for all values seen from fewer than k visitors.
    ///
    /// Never a row of its own.
    public static let rare = "(rare)"

    /// The name in the listing of a tally and in definitions.
    public var name: String {
        switch self {
        case .hourBlock: "hour_block"
        case .operatingSystem: "operating_system"
        case .deviceClass: "device_class"
        default: String(describing: self)
        }
    }

    /// What is counted per row, the leading measure first: every event of the dimension contributes to it.
    public var measures: [Measure] {
        switch self {
        case .total: Measure.allCases
        case .page: [.pageViews, .visits, .laterViews, .exits, .earlierViews]
        case .referrer: [.pageViews]
        case .robot: [.hits, .bytes]
        case .hour, .hourBlock, .browser, .operatingSystem, .deviceClass, .status: [.hits]
        }
    }

    /// The column that holds the values, for dimensions that are one column of texts.
    var column: EventField.Text? {
        switch self {
        case .page: .path
        case .browser: .browser
        case .operatingSystem: .os
        case .deviceClass: .deviceClass
        case .robot: .robotName
        case .total, .hour, .hourBlock, .referrer, .status: nil
        }
    }
}
