import Events

/// Lines of one block that have been parsed, on their way into the vault.
struct SealedLines {
    /// Where the lines lie that became rows, line ends included, and the instants of their rows in UTC milliseconds.
    let accepted: [ByteRange]
    let times: ArraySlice<Int64>
    /// Where the lines lie that were rejected.
    let rejected: [ByteRange]
    let source: String
    let context: ParseContext
    /// When they were parsed, in UTC milliseconds.
    let arrival: Int64
    /// For each line that became a row, whether it is of a person who objects; empty if none is.
    var objectors: [Bool] = []
}
