/// What a file says about the values of a column in one row group, without reading them.
public struct ColumnStatistics: Hashable, Sendable {
    public var nullCount: Int64?
    /// A lower bound of the values, encoded as PLAIN without a length.
    public var minimum: [UInt8]?
    /// An upper bound of the values, encoded as PLAIN without a length.
    public var maximum: [UInt8]?
    /// False if the bound was shortened; nil if the file does not say.
    public var isMinimumExact: Bool?
    public var isMaximumExact: Bool?

    public init(nullCount: Int64? = nil, minimum: [UInt8]? = nil, maximum: [UInt8]? = nil) {
        self.nullCount = nullCount
        self.minimum = minimum
        self.maximum = maximum
    }

    /// The bounds of a signed INT32 or INT64, nil if the file gives none or they make no sense.
    public var integerRange: ClosedRange<Int64>? {
        guard let low = ColumnStatistics.integer(minimum), let high = ColumnStatistics.integer(maximum), low <= high
        else {
            return nil
        }
        return low...high
    }

    private static func integer(_ bytes: [UInt8]?) -> Int64? {
        guard let bytes, bytes.count == 4 || bytes.count == 8 else { return nil }
        var word: UInt64 = 0
        for (index, byte) in bytes.enumerated() { word |= UInt64(byte) << UInt64(index * 8) }
        return bytes.count == 8 ? Int64(bitPattern: word) : Int64(Int32(truncatingIfNeeded: word))
    }
}
