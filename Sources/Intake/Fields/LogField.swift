/// What a value of a log line stands for, and how it is written.
///
/// Every format that is more than a fixed row of fields names its values by these: the texts of server configurations,
/// columns, JSON members, labels.
enum LogField: Hashable, Sendable {
    /// A text of the record, as it is; `-` and nothing mean that there is none.
    case text(RawBatch.Text)
    /// `METHOD target PROTOCOL`.
    case request
    /// The target without its query, and the query, with or without `?`: joined when the line has ended.
    case path, query
    case status
    /// A status if it is a number, else what an app or a device says of its state.
    case statusOrState
    case bytes
    case duration(DurationUnit)
    /// The instant of the record, or a part of it.
    case time(TimeNotation)
    /// Passed over.
    case ignored
}

extension LogField {
    /// Whether two fields of a line would fill the same place, so that only one of them can be used.
    func isRival(of other: LogField) -> Bool {
        if case .time = self { return false }
        return place != nil && place == other.place
    }
}
