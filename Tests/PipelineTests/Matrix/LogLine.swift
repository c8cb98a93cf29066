/// A row as it is to be found in a partition; the number of bytes tells every line of a log from every other.
struct StoredLine: Hashable {
    /// UTC seconds.
    let time: Int64
    let path: String
    let status: Int64
    var bytes: Int64
}

/// One line of a log, and what has to become of it.
struct LogLine: Sendable {
    enum Fate: Sendable {
        case accepted(StoredLine), filtered, rejected
    }

    /// Without its line end.
    let text: String
    let fate: Fate
}
