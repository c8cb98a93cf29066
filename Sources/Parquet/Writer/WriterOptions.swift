/// How a file is cut and compressed.
public struct WriterOptions: Sendable {
    /// Rows of a data page, at most.
    public var rowsPerPage = 128 * 1024
    /// Bytes of a data page before compression, at most; for values of varying length on average.
    public var bytesPerPage = 1 << 20
    /// Bytes of a dictionary page before compression beyond which values are written PLAIN.
    public var dictionaryByteLimit = 64 << 20
    /// zlib's level for GZIP columns.
    public var compressionLevel = 1
    /// Whether page headers carry the CRC-32 of their page.
    public var hasChecksums = true
    /// Bytes of a BYTE_ARRAY's bound in the statistics; longer ones are shortened.
    public var statisticsByteLimit = 64
    /// Who the footer names as the writer.
    public var createdBy = "footfall"

    public init() {}
}
