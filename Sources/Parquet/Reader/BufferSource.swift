/// A file that is already in memory.
public struct BufferSource: ParquetSource, Sendable {
    private let bytes: [UInt8]

    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    public var byteCount: Int64 { Int64(bytes.count) }

    public func read(at offset: Int64, count: Int) -> [UInt8] {
        [UInt8](bytes[Int(offset)..<Int(offset) + count])
    }
}
