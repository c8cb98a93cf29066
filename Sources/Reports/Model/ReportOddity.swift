public import Releases

/// A number clearly outside the range that the same weekday had in the eight weeks before.
public struct ReportOddity: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        /// Beyond the highest or the lowest of them, by so many thousandths of it.
        case above(ReportCell, permille: Int64), below(ReportCell, permille: Int64)
        /// A status code that too few visitors met on each of them.
        case unseen
        /// Nothing of the day can be shown, and each of them had at least so many visitors.
        case silent(Int64)
    }

    public let date: ReleasedDate
    /// The column of the totals; for a status code `hits`.
    public let figure: String
    /// The status code, if the number is one's.
    public let status: String?
    public let unit: PublishedTable.Unit
    public let value: ReportCell
    public let kind: Kind
    /// How many days of the weekday were compared with.
    public let weeks: Int

    /// What the most striking ones come first by.
    var weight: Int64 {
        switch kind {
        case .above(_, let permille): permille
        case .below(_, let permille): permille * 2
        case .unseen: 1_000_000
        case .silent: .max
        }
    }
}
