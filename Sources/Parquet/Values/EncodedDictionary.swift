/// A list of values encoded as PLAIN, ready to be written as a dictionary page.
///
/// BYTE_ARRAY values carry a length of four bytes before them; values of all other types have a fixed width.
public struct EncodedDictionary: Hashable, Sendable {
    /// Bytes of every value, nil if each value carries its length.
    public let width: Int?
    /// The values, one behind the other, as PLAIN writes them.
    public private(set) var bytes: [UInt8] = []
    /// Where each value of variable length begins, behind its length.
    ///
    /// Unused for a fixed width.
    private var starts: [UInt32] = []

    /// An empty list of BYTE_ARRAY values.
    public init() {
        width = nil
    }

    /// An empty list of values of `width` bytes.
    public init(width: Int) {
        precondition(width > 0, "a value has at least one byte")
        self.width = width
    }

    public var count: Int {
        if let width { bytes.count / width } else { starts.count }
    }

    public var isEmpty: Bool { bytes.isEmpty }

    public mutating func reserveCapacity(values: Int, bytes count: Int) {
        bytes.reserveCapacity(width == nil ? count + values * 4 : count)
        if width == nil { starts.reserveCapacity(values) }
    }

    public mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        starts.removeAll(keepingCapacity: true)
    }

    /// Appends a value: any bytes for BYTE_ARRAY, exactly `width` bytes otherwise.
    ///
    /// All values together have less than 4 GiB.
    public mutating func append(_ value: Span<UInt8>) {
        if let width {
            precondition(value.count == width, "the value does not have the width of the list")
        } else {
            bytes.appendLittleEndian(UInt32(value.count))
            starts.append(UInt32(bytes.count))
        }
        // SAFETY: the buffer is read before the closure ends.
        unsafe value.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    }

    /// Appends a value of sixteen bytes, the highest byte of `high` first.
    public mutating func append(high: UInt64, low: UInt64) {
        precondition(width == 16, "the value does not have the width of the list")
        appendNumber(high.bigEndian)
        appendNumber(low.bigEndian)
    }

    /// Appends an INT32.
    public mutating func append(_ value: Int32) {
        precondition(width == 4, "the value does not have the width of the list")
        appendNumber(value)
    }

    /// Appends an INT64.
    public mutating func append(_ value: Int64) {
        precondition(width == 8, "the value does not have the width of the list")
        appendNumber(value)
    }

    /// Where value `index` lies in ``bytes``, without its length.
    @inline(__always)
    public func range(of index: Int) -> Range<Int> {
        if let width { return index * width..<index * width + width }
        let start = Int(starts[index])
        let end = index + 1 < starts.count ? Int(starts[index + 1]) - 4 : bytes.count
        return start..<end
    }

    /// Lends the bytes of value `index`.
    @inline(__always)
    public func withValue<Result>(_ index: Int, _ body: (Span<UInt8>) throws -> Result) rethrows -> Result {
        try body(bytes.span.extracting(range(of: index)))
    }

    /// Value `index` of sixteen bytes as two numbers.
    public func words(_ index: Int) -> (high: UInt64, low: UInt64) {
        precondition(width == 16, "the values do not have sixteen bytes")
        return (
            UInt64(bigEndian: number(at: index * 16, as: UInt64.self)),
            UInt64(bigEndian: number(at: index * 16 + 8, as: UInt64.self))
        )
    }

    /// Value `index` of four or eight bytes as an integer.
    public func integer(_ index: Int) -> Int64 {
        switch width {
        case 4: return Int64(number(at: index * 4, as: Int32.self))
        case 8: return number(at: index * 8, as: Int64.self)
        default: preconditionFailure("the values are not integers")
        }
    }

    /// Appends the `count` values that `encoded` begins with; false if it does not hold so many, or if the list would
    /// become too large.
    mutating func append(encoded: Span<UInt8>, count: Int) -> Bool {
        var end = 0
        if let width {
            guard encoded.count / width >= count else { return false }
            end = count * width
        } else {
            let base = bytes.count
            guard base + encoded.count <= Int(UInt32.max) else { return false }
            for _ in 0..<count {
                guard let length = encoded.readUInt32(at: end), Int(length) <= encoded.count - end - 4 else {
                    return false
                }
                starts.append(UInt32(base + end + 4))
                end += 4 + Int(length)
            }
        }
        // SAFETY: the buffer is read before the closure ends.
        unsafe encoded.extracting(..<end).withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
        return true
    }

    private mutating func appendNumber<Number: BitwiseCopyable>(_ number: Number) {
        // SAFETY: the bytes of a local value are read before the closure ends.
        unsafe withUnsafeBytes(of: number) { unsafe bytes.append(contentsOf: $0) }
    }

    private func number<Number: BitwiseCopyable>(at offset: Int, as type: Number.Type) -> Number {
        precondition(offset >= 0 && offset + MemoryLayout<Number>.size <= bytes.count, "there is no such value")
        // SAFETY: the bytes exist, as was just checked, and every bit pattern is a value of an integer.
        return unsafe bytes.withUnsafeBytes { unsafe $0.loadUnaligned(fromByteOffset: offset, as: type) }
    }
}
