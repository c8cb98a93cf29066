/// Numbers the rows of tables: rows that say the same, in whatever table they stand, have the same number.
///
/// Numbers begin at 0 and follow the first appearance. A value and the same value hidden on another day are one row.
/// Nothing is decoded: labels are compared as the bytes that were released.
public struct RowNumbers {
    private struct Entry {
        let hash: UInt64
        let kind: PublishedTable.Row.Kind
        /// Where its labels stand in ``labels``; the second begins where the first ends.
        let start: Int
        let middle: Int
        let end: Int
        let hasTwoLabels: Bool
    }

    private var entries: [Entry] = []
    private var labels: [UInt8] = []
    /// One more than the entry that is found at a slot, 0 where there is none; as many slots as a power of two.
    private var slots: [UInt32]

    public var count: Int { entries.count }

    /// - Parameter capacity: how many rows there will be, roughly.
    public init(capacity: Int = 0) {
        var size = 16
        while size < capacity * 2 { size *= 2 }
        slots = Array(repeating: 0, count: size)
        entries.reserveCapacity(capacity)
    }

    /// The number of each row of a table.
    public mutating func numbers(of rows: PublishedTable.Rows) -> [Int] {
        var numbers: [Int] = []
        numbers.reserveCapacity(rows.count)
        for start in rows.starts {
            let head = rows.bytes[Int(start)]
            let first = rows.label(at: Int(start) + 1)
            let hasTwoLabels = PublishedTable.Rows.labelCount(head) == 2
            let second = hasTwoLabels ? rows.label(at: first.upperBound) : first.upperBound..<first.upperBound
            let kind = PublishedTable.Row.Kind(rawValue: head & PublishedTable.Rows.kindMask) ?? .hidden
            numbers.append(number(rows.bytes, first, second, hasTwoLabels, kind))
        }
        return numbers
    }

    /// The number of a row with these labels.
    public mutating func number(of labels: [String], _ kind: PublishedTable.Row.Kind) -> Int {
        let bytes = labels.flatMap(\.utf8)
        let middle = labels[0].utf8.count
        return number(bytes, 0..<middle, middle..<bytes.count, labels.count == 2, kind)
    }

    /// The number of a row with these labels, if there is one.
    public func known(_ labels: [String], _ kind: PublishedTable.Row.Kind) -> Int? {
        let bytes = labels.flatMap(\.utf8)
        let middle = labels[0].utf8.count
        let kind = RowNumbers.merged(kind)
        let hash = LabelHash.of(bytes, 0..<middle, middle..<bytes.count, kind.rawValue)
        return slots[slot(of: hash, bytes, 0..<middle, middle..<bytes.count, labels.count == 2, kind)].number
    }

    public func labels(of number: Int) -> [String] {
        let entry = entries[number]
        let first = String(decoding: labels[entry.start..<entry.middle], as: UTF8.self)
        return entry.hasTwoLabels
            ? [first, String(decoding: labels[entry.middle..<entry.end], as: UTF8.self)] : [first]
    }

    public func kind(of number: Int) -> PublishedTable.Row.Kind { entries[number].kind }

    private static func merged(_ kind: PublishedTable.Row.Kind) -> PublishedTable.Row.Kind {
        kind == .hidden ? .value : kind
    }

    private mutating func number(
        _ bytes: [UInt8], _ first: Range<Int>, _ second: Range<Int>, _ hasTwoLabels: Bool,
        _ kind: PublishedTable.Row.Kind
    ) -> Int {
        let kind = RowNumbers.merged(kind)
        let hash = LabelHash.of(bytes, first, second, kind.rawValue)
        let slot = slot(of: hash, bytes, first, second, hasTwoLabels, kind)
        if let known = slots[slot].number { return known }
        let start = labels.count
        labels.append(contentsOf: bytes[first])
        labels.append(contentsOf: bytes[second])
        entries.append(
            Entry(
                hash: hash, kind: kind, start: start, middle: start + first.count, end: labels.count,
                hasTwoLabels: hasTwoLabels))
        slots[slot] = UInt32(entries.count)
        if entries.count * 2 > slots.count { grow() }
        return entries.count - 1
    }

    /// Where a row is found, or would be.
    private func slot(
        of hash: UInt64, _ bytes: [UInt8], _ first: Range<Int>, _ second: Range<Int>, _ hasTwoLabels: Bool,
        _ kind: PublishedTable.Row.Kind
    ) -> Int {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while let place = slots[slot].number {
            let entry = entries[place]
            if entry.hash == hash, entry.kind == kind, entry.hasTwoLabels == hasTwoLabels,
                entry.middle - entry.start == first.count, entry.end - entry.middle == second.count,
                LabelHash.equal(labels, entry.start..<entry.middle, bytes, first),
                LabelHash.equal(labels, entry.middle..<entry.end, bytes, second)
            {
                return slot
            }
            slot = (slot + 1) & mask
        }
        return slot
    }

    private mutating func grow() {
        slots = Array(repeating: 0, count: slots.count * 2)
        let mask = slots.count - 1
        for (place, entry) in entries.enumerated() {
            var slot = Int(truncatingIfNeeded: entry.hash) & mask
            while slots[slot] != 0 { slot = (slot + 1) & mask }
            slots[slot] = UInt32(place + 1)
        }
    }
}

extension UInt32 {
    /// The entry that a slot names.
    fileprivate var number: Int? { self == 0 ? nil : Int(self) - 1 }
}

extension PublishedTable.Rows {
    /// The label whose length stands at `offset`.
    fileprivate func label(at offset: Int) -> Range<Int> {
        let start = offset + lengthWidth
        return start..<start + Int(NarrowNumber.unsigned(bytes, at: offset, width: lengthWidth))
    }
}
