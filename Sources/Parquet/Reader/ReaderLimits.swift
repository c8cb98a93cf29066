/// How much of what a file claims is believed.
///
/// A few bytes can stand for many equal rows, so rows are limited as well as bytes.
public struct ReaderLimits: Sendable {
    public var footerBytes = 64 << 20
    public var rowsPerRowGroup = 1 << 27
    /// Bytes of a page after decompression.
    public var pageBytes = 256 << 20
    /// Bytes of all pages of a column chunk after decompression.
    public var chunkBytes = 1 << 30

    public init() {}
}
