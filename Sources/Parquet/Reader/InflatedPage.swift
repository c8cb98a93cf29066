/// A page of a column chunk as it is without compression.
public struct InflatedPage: Sendable {
    /// The number of the page in its chunk, from 0; a dictionary page counts.
    public let number: Int
    /// Where the page's header begins in the file.
    public let offset: Int64
    /// Where the bytes lie in the file as they are here; nil if they are compressed there.
    public let storedRange: Range<Int64>?
    /// Whether the page has values, and not indices into the dictionary.
    public let hasValues: Bool
    /// Of a data page of version 2 the values only; its levels are never compressed.
    public let bytes: ArraySlice<UInt8>
}
