/// An identifier that stands where none may stand.
///
/// Tells the number of its line in the list, never the identifier.
public struct LeakFinding: Hashable, Sendable {
    /// What was searched when it was found.
    public enum Place: Hashable, Sendable {
        /// The path of the file.
        case name
        /// The file as it lies on disk; the position counts its bytes.
        case file
        /// gzip data that begin at a byte of the file, or others within them, each beginning at a byte of what those
        /// around it inflate to; the position counts inflated bytes.
        case inflated(from: Int64, inner: [Int64] = [])
        /// A page of a Parquet file that begins at a byte of it; the position counts bytes of the page without
        /// compression.
        case page(Int, column: String, rowGroup: Int, at: Int64)
        /// A value in the catalog; the position counts its bytes.
        case record(Int, table: String, column: String)
        /// The values of a column; the position counts rows, or bytes of text, of the row group.
        case values(column: String, rowGroup: Int)
    }

    /// The line of the identifier in the list, from 1.
    public let line: Int
    public let notation: LeakNotation
    /// The path in the store; where it holds an identifier itself, that is left out.
    public let file: String
    public let place: Place
    /// Where it was first found in that place.
    public let position: Int64
    /// How often it was found there.
    public internal(set) var count: Int
}
