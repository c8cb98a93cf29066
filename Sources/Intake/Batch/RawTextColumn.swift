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

    /// Appends one value per range, null where the range is absent.
    mutating func append(_ ranges: Span<ByteRange>, of bytes: Span<UInt8>) {
        interner.intern(ranges, of: bytes, appendingTo: &indices)
    }

    /// Appends nulls until the column has `rows` rows.
    mutating func pad(to rows: Int) {
        if indices.count < rows {
            indices.append(contentsOf: repeatElement(absentIndex, count: rows - indices.count))
        }
    }

    /// The index of a value, which joins the dictionary if it is new; no row has it yet.
    mutating func intern(_ value: Span<UInt8>) -> UInt32 {
        interner.intern(value)
    }

    /// Gives the rows from `first` on, those without a value excepted, other values of the dictionary.
    @inline(__always)
    mutating func replace(from first: Int, _ replacement: (_ row: Int, _ index: UInt32) -> UInt32) {
        var row = first
        while row < indices.count {
            if indices[row] != absentIndex { indices[row] = replacement(row, indices[row]) }
            row += 1
        }
    }

    /// Gives rows, those without a value too, one value of the dictionary.
    mutating func set(_ index: UInt32, in rows: [Int]) {
        for row in rows { indices[row] = index }
    }

    /// Puts nulls before the first value, for the rows that came before the column was first used.
    mutating func insertAbsent(_ rows: Int) {
        indices.insert(contentsOf: repeatElement(absentIndex, count: rows), at: 0)
    }

    /// Removes the rows from `first` on for which `isRemoved` says so; the distinct values stay.
    mutating func removeRows(from first: Int, where isRemoved: [Bool]) {
        indices.remove(from: first, where: isRemoved)
    }

    mutating func reserveCapacity(_ rows: Int) {
        indices.reserveCapacity(rows)
    }

    mutating func removeAll() {
        interner.removeAll()
        indices.removeAll(keepingCapacity: true)
    }
}
