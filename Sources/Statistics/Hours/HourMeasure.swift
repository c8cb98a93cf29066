@_spi(DisclosureControl) import Releases

/// What is counted of a local hour.
///
/// ``otherHits`` is never printed: it is the difference that a reader can compute.
enum HourMeasure: Int, CaseIterable, Sendable {
    case hits, pageViews, bytes, otherHits

    /// What is printed of an hour besides its visitors, the leading measure first.
    static let printed: [HourMeasure] = [.hits, .pageViews, .bytes]

    /// The column of what is printed, as in the table of hours of a closed day.
    var column: PublishedTable.Column {
        switch self {
        case .hits, .otherHits: .init(name: "hits", unit: .count)
        case .pageViews: .init(name: "page_views", unit: .count)
        case .bytes: .init(name: "bytes", unit: .bytes)
        }
    }
}
