public import Events

/// A column of raw texts: distinct values, interned as they come, and for each row the index of its value.
public struct RawTextColumn: Sendable {
    private var interner: ByteInterner
    /// One index per row, ``absentIndex`` for null; an empty array means that every row is null.
    public private(set) var indices: [UInt32] = []

    init(seed: UInt64) {
        interner = ByteInterner(seed: seed)
    }

    /// The distinct values.
    public var dictionary: ByteDictionary { interner.dictionary }

    @inline(__always)
    public mutating func append(_ value: Span<UInt8>) {
        indices.append(interner.intern(value))
    }

    @inline(__always)
    public mutating func appendAbsent() {
        indices.append(absentIndex)
    }
}
