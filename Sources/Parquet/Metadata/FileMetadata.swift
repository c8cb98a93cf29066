/// The footer of a file.
public struct FileMetadata: Hashable, Sendable {
    public let schema: ParquetSchema
    public let rowCount: Int64
    public let rowGroups: [RowGroupMetadata]
    /// Pairs in the order of the file.
    public let keyValues: [KeyValue]
    /// The program that wrote the file.
    public let createdBy: String?

    /// A note in the footer.
    public struct KeyValue: Hashable, Sendable {
        public let key: String
        public let value: String?

        public init(_ key: String, _ value: String?) {
            self.key = key
            self.value = value
        }
    }

    /// The value of the first note called `key`.
    public func value(of key: String) -> String? {
        keyValues.first { $0.key == key }?.value
    }
}
