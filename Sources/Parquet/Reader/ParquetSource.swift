/// Where a file comes from.
public protocol ParquetSource {
    /// The length of the file.
    var byteCount: Int64 { get }
    /// The `count` bytes from `offset`, all of which lie within the file.
    func read(at offset: Int64, count: Int) throws -> [UInt8]
}
