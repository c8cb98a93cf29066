/// Keeps a file in memory.
public struct BufferSink: ParquetSink, Sendable {
    public private(set) var bytes: [UInt8] = []

    public init() {}

    public mutating func write(_ bytes: Span<UInt8>) {
        // SAFETY: the buffer is read before the closure ends.
        unsafe bytes.withUnsafeBufferPointer { unsafe self.bytes.append(contentsOf: $0) }
    }
}
