public import Events

/// What the rows of a table stand for: how a row of the scope gets its label.
public enum Dimension: Hashable, Sendable {
    /// One row for everything.
    case all
    /// Local hour, `00` … `23`.
    case hour
    /// Three local hours, `00-02` … `21-23`.
    case hourBlock
    /// The value of a column of texts.
    case text(EventField.Text)
    /// Status code.
    case status
    /// Major version of the browser.
    case browserMajor
    /// `member` or `guest`.
    case membership
    /// What the last segment of the path ends with, in lower case.
    case fileExtension
    /// Referrer domain; `(internal)` for links within the site, `(none)` where there is no referrer, `(unnamed)` where
    /// it has no domain.
    case referrer
    /// Source, medium and name of a campaign.
    case campaign
    /// Templated path of the next page view of the visit.
    case nextPath
    /// Bytes sent, in bins.
    case responseSize
    /// Microseconds that answering took, in bins.
    case responseTime
    /// Seconds from first to last page view of the visit, in bins.
    case visitDuration
    /// Page views of the visit, in bins.
    case visitLength
    /// Visits of the visitor, in bins.
    case visitCount
}

extension Dimension {
    /// The row of records that have no value.
    public static let noValue = "(none)"
    /// The row of referrers without a registrable domain: an address, an intranet name.
    public static let unnamedReferrer = "(unnamed)"
    /// The row of links from within the site.
    public static let internalReferrer = "(internal)"
    /// What stands in closed partitions for all values seen from fewer than k visitors, and in ``Scope/steps`` for
    /// all ends of steps that fewer than k visitors took.
    ///
    /// Never a row of its own.
    public static let rare = "(rare)"

    /// The name in definitions.
    public var name: String {
        switch self {
        case .text(let field): field.name
        case .hourBlock: "hour_block"
        case .browserMajor: "browser_major"
        case .fileExtension: "extension"
        case .nextPath: "next_path"
        case .responseSize: "bytes"
        case .responseTime: "duration_us"
        case .visitDuration: "visit_duration"
        case .visitLength: "visit_length"
        case .visitCount: "visit_count"
        case .all, .hour, .status, .membership, .referrer, .campaign: String(describing: self)
        }
    }
}
