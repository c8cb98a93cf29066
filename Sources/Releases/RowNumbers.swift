/// Numbers the rows of tables: rows that say the same, in whatever table they stand, have the same number.
///
/// Numbers begin at 0 and follow the first appearance. A value and the same value hidden on another day are one row.
/// Nothing is decoded: labels are compared as the bytes that were released.
public struct RowNumbers {
    /// Where the labels of a row stand among others.
    private struct Key {
        let kind: PublishedTable.Row.Kind
        let hasTwoLabels: Bool
        let start: Int
        /// The end of the first label; the second begins `gap` bytes behind it.
        let middle: Int
        let gap: Int
        let end: Int
    }

    /// A place of the hash table: the upper half of a hash, and one more than where its row stands in ``known``.
    private struct Slot {
        var hash: UInt32 = 0
        var place: UInt32 = 0
    }

    /// The rows that have a number, one behind the other: two words, then the labels.
    ///
    /// So a row that is looked up is compared with what stands in one place of memory.
    private var known: [UInt8] = []
    /// Where each row stands in ``known``.
    private var starts: [UInt32] = []
    private var slots: [Slot]

    public var count: Int { starts.count }

    /// - Parameter capacity: how many rows there will be, roughly.
    public init(capacity: Int = 0) {
        var size = 16
        while size < capacity * 2 { size *= 2 }
        slots = Array(repeating: Slot(), count: size)
        starts.reserveCapacity(capacity)
        known.reserveCapacity(capacity * 48)
    }

    /// The number of each row of a table.
    public mutating func numbers(of rows: PublishedTable.Rows) -> [Int] {
        let bytes = rows.bytes.span
        let width = rows.lengthWidth
        var numbers: [Int] = []
        numbers.reserveCapacity(rows.count)
        for start in rows.starts {
            let head = bytes[Int(start)]
            let hasTwoLabels = PublishedTable.Rows.labelCount(head) == 2
            let first = Int(start) + 1 + width
            let middle = first + Int(NarrowNumber.unsigned(bytes, at: first - width, width: width))
            let end =
                hasTwoLabels ? middle + width + Int(NarrowNumber.unsigned(bytes, at: middle, width: width)) : middle
            let key = Key(
                kind: RowNumbers.merged(PublishedTable.Row.Kind(head)), hasTwoLabels: hasTwoLabels, start: first,
                middle: middle, gap: hasTwoLabels ? width : 0, end: end)
            numbers.append(number(of: key, bytes))
        }
        return numbers
    }

    /// The number of a row with these labels.
    public mutating func number(of labels: [String], _ kind: PublishedTable.Row.Kind) -> Int {
        let bytes = labels.flatMap(\.utf8)
        return number(of: RowNumbers.key(labels, kind, bytes.count), bytes.span)
    }

    /// The number of a row with these labels, if there is one.
    public func find(_ labels: [String], _ kind: PublishedTable.Row.Kind) -> Int? {
        let bytes = labels.flatMap(\.utf8)
        let key = RowNumbers.key(labels, kind, bytes.count)
        return found(key, RowNumbers.hash(key, bytes.span), bytes.span).number
    }

    public func labels(of number: Int) -> [String] {
        let key = key(at: Int(starts[number])).key
        let first = String(decoding: known[key.start..<key.middle], as: UTF8.self)
        return key.hasTwoLabels ? [first, String(decoding: known[key.middle..<key.end], as: UTF8.self)] : [first]
    }

    public func kind(of number: Int) -> PublishedTable.Row.Kind { key(at: Int(starts[number])).key.kind }

    /// The key of labels that follow each other.
    private static func key(_ labels: [String], _ kind: PublishedTable.Row.Kind, _ count: Int) -> Key {
        Key(
            kind: merged(kind), hasTwoLabels: labels.count == 2, start: 0, middle: labels[0].utf8.count, gap: 0,
            end: count)
    }

    private static func merged(_ kind: PublishedTable.Row.Kind) -> PublishedTable.Row.Kind {
        kind == .hidden ? .value : kind
    }

    private static func hash(_ key: Key, _ bytes: borrowing Span<UInt8>) -> UInt64 {
        var hash = LabelHash(key.kind.rawValue)
        hash.add(bytes, from: key.start, to: key.middle)
        if key.hasTwoLabels { hash.add(bytes, from: key.middle + key.gap, to: key.end) }
        return hash.value
    }

    private mutating func number(of key: Key, _ bytes: borrowing Span<UInt8>) -> Int {
        let hash = RowNumbers.hash(key, bytes)
        let (number, slot) = found(key, hash, bytes)
        if let number { return number }
        slots[slot] = Slot(hash: UInt32(hash >> 32), place: UInt32(known.count + 1))
        starts.append(UInt32(known.count))
        append(key, bytes)
        if starts.count * 2 > slots.count { grow() }
        return starts.count - 1
    }

    /// The number of a key, if it has one, and the slot where it is found or would be.
    private func found(_ key: Key, _ hash: UInt64, _ bytes: borrowing Span<UInt8>) -> (number: Int?, slot: Int) {
        let mask = slots.count - 1
        let upper = UInt32(hash >> 32)
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot].place > 0 {
            if slots[slot].hash == upper {
                let (known, number) = self.key(at: Int(slots[slot].place) - 1)
                if isEqual(known, key, bytes) { return (number, slot) }
            }
            slot = (slot + 1) & mask
        }
        return (nil, slot)
    }

    private func isEqual(_ own: Key, _ key: Key, _ bytes: borrowing Span<UInt8>) -> Bool {
        let (first, second) = (key.middle - key.start, key.end - key.middle - key.gap)
        guard own.kind == key.kind, own.hasTwoLabels == key.hasTwoLabels, own.middle - own.start == first,
            own.end - own.middle == second
        else { return false }
        let labels = known.span
        return LabelHash.isEqual(labels, own.start, bytes, key.start, count: first)
            && LabelHash.isEqual(labels, own.middle, bytes, key.middle + key.gap, count: second)
    }

    /// Writes a row behind the others: its number, kind and count of labels in one word, their lengths in another.
    private mutating func append(_ key: Key, _ bytes: borrowing Span<UInt8>) {
        let (first, second) = (key.middle - key.start, key.end - key.middle - key.gap)
        let head = UInt64(starts.count - 1) | UInt64(key.kind.rawValue) << 32 | (key.hasTwoLabels ? 1 << 40 : 0)
        for word in [head, UInt64(first) | UInt64(second) << 32] {
            for shift in stride(from: 0, to: 64, by: 8) { known.append(UInt8(truncatingIfNeeded: word >> shift)) }
        }
        for place in key.start..<key.middle { known.append(bytes[place]) }
        for place in key.middle + key.gap..<key.end { known.append(bytes[place]) }
    }

    /// The row that stands at a place of ``known``.
    private func key(at place: Int) -> (key: Key, number: Int) {
        let head = UInt64(littleEndian: LabelHash.word(known.span, at: place))
        let lengths = UInt64(littleEndian: LabelHash.word(known.span, at: place + 8))
        let middle = place + 16 + Int(lengths & 0xFFFF_FFFF)
        let key = Key(
            kind: PublishedTable.Row.Kind(UInt8(truncatingIfNeeded: head >> 32)), hasTwoLabels: head >> 40 == 1,
            start: place + 16, middle: middle, gap: 0, end: middle + Int(lengths >> 32))
        return (key, Int(head & 0xFFFF_FFFF))
    }

    private mutating func grow() {
        var larger = Array(repeating: Slot(), count: slots.count * 2)
        let mask = larger.count - 1
        for start in starts {
            let hash = RowNumbers.hash(key(at: Int(start)).key, known.span)
            var slot = Int(truncatingIfNeeded: hash) & mask
            while larger[slot].place > 0 { slot = (slot + 1) & mask }
            larger[slot] = Slot(hash: UInt32(hash >> 32), place: start + 1)
        }
        slots = larger
    }
}

extension PublishedTable.Row.Kind {
    /// The kind in the head of a row.
    init(_ head: UInt8) {
        self = PublishedTable.Row.Kind(rawValue: head & PublishedTable.Rows.kindMask) ?? .hidden
    }
}
