/// Where a file goes, from its first byte to its last.
public protocol ParquetSink {
    /// Takes the next bytes. The writer calls this once per column chunk.
    mutating func write(_ bytes: Span<UInt8>) throws
}
