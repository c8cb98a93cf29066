/// The smallest and largest integer of a column.
struct IntegerBounds<Value: FixedWidthInteger & SignedInteger & BitwiseCopyable> {
    /// Added (without carry) to every value, so that unsigned order becomes signed order.
    private let flip: Value
    private var smallest = Value.max
    private var largest = Value.min

    init(isSigned: Bool) {
        flip = isSigned ? 0 : .min
    }

    @inline(__always)
    mutating func include(_ values: Span<Value>) {
        var low = smallest
        var high = largest
        for index in 0..<values.count {
            let value = values[index] ^ flip
            low = min(low, value)
            high = max(high, value)
        }
        smallest = low
        largest = high
    }

    /// Both bounds as PLAIN bytes, nil if there were no values.
    var bytes: (minimum: [UInt8], maximum: [UInt8])? {
        if smallest > largest { return nil }
        var low: [UInt8] = []
        var high: [UInt8] = []
        low.append(UInt64(truncatingIfNeeded: smallest ^ flip), bytes: MemoryLayout<Value>.size)
        high.append(UInt64(truncatingIfNeeded: largest ^ flip), bytes: MemoryLayout<Value>.size)
        return (low, high)
    }
}
