public import Releases

/// What has been read and not been closed yet.
public struct WaitingDays: Hashable, Sendable {
    /// 0 if nothing is waiting.
    public let days: Int
    public let rows: Int
    /// The first of the days.
    public let first: ReleasedDate?
    /// When that day can be closed, as the caller writes times; nil if it can be closed now.
    public let closable: String?

    public init(days: Int, rows: Int, first: ReleasedDate?, closable: String?) {
        self.days = days
        self.rows = rows
        self.first = first
        self.closable = closable
    }

    public static let none = WaitingDays(days: 0, rows: 0, first: nil, closable: nil)
}
