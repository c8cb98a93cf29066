/// Reads values out of one section of an MMDB file (MaxMind DB File Format Specification 2.0, "Output Data Section").
///
/// Believes nothing: an offset outside the section, a length that does not fit into it, or a pointer to a pointer is nil.
/// What a file nests or repeats costs no stack and no memory, and one decoder looks at a bounded number of values, the
/// number that the specification recommends.
struct MMDBDecoder {
    private var budget = 65_536

    /// The value at `offset`, or the one that the pointer there leads to.
    mutating func value(at offset: Int, in section: Span<UInt8>) -> MMDBValue? {
        guard budget > 0 else { return nil }
        budget -= 1
        guard let head = MMDBDecoder.byte(offset, section) else { return nil }
        guard head >> 5 == 1 else { return MMDBDecoder.plain(at: offset, in: section) }
        let extra = Int(head >> 3 & 3) + 1
        guard let low = MMDBDecoder.integer(offset + 1, byteCount: extra, section),
            let target = MMDBDecoder.plain(at: MMDBDecoder.target(head, extra, low), in: section)
        else { return nil }
        return MMDBValue(
            kind: target.kind, count: target.count, start: target.start, next: offset + 1 + extra, membersHere: 0)
    }

    /// The value of `key` in a map.
    mutating func member(_ key: String, of map: MMDBValue, in section: Span<UInt8>) -> MMDBValue? {
        guard map.kind == .map else { return nil }
        var offset = map.start
        var pairs = map.count
        while pairs > 0 {
            pairs -= 1
            guard let name = value(at: offset, in: section), name.kind == .string else { return nil }
            if section.extracting(name.range).equals(key) { return value(at: name.next, in: section) }
            guard let next = skip(at: name.next, in: section) else { return nil }
            offset = next
        }
        return nil
    }

    /// The first element of an array.
    mutating func first(of array: MMDBValue, in section: Span<UInt8>) -> MMDBValue? {
        array.kind == .array && array.count > 0 ? value(at: array.start, in: section) : nil
    }

    /// An unsigned number of up to 64 bits.
    static func number(_ value: MMDBValue, in section: Span<UInt8>) -> UInt64? {
        guard value.kind == .unsigned, value.count <= 8 else { return nil }
        var number: UInt64 = 0
        for index in value.range { number = number << 8 | UInt64(section[index]) }
        return number
    }

    /// Where the value behind the one at `offset` begins.
    private mutating func skip(at offset: Int, in section: Span<UInt8>) -> Int? {
        var offset = offset
        var pending = 1
        while pending > 0 {
            guard let value = value(at: offset, in: section) else { return nil }
            pending += value.membersHere - 1
            offset = value.next
        }
        return offset
    }

    /// The value whose own head is at `offset`; a pointer is none.
    private static func plain(at offset: Int, in section: Span<UInt8>) -> MMDBValue? {
        guard let head = byte(offset, section) else { return nil }
        var start = offset + 1
        var type = Int(head >> 5)
        if type == 0 {
            guard let extended = byte(start, section) else { return nil }
            type = Int(extended) + 7
            start += 1
        }
        var size = Int(head & 31)
        if size >= 29 {
            let extra = size - 28
            guard let more = integer(start, byteCount: extra, section) else { return nil }
            size = [29, 285, 65_821][extra - 1] + more
            start += extra
        }
        switch type {
        case 7: return MMDBValue(kind: .map, count: size, start: start, next: start, membersHere: 2 * size)
        case 11: return MMDBValue(kind: .array, count: size, start: start, next: start, membersHere: size)
        // The size of a boolean is its value.
        case 14: return MMDBValue(kind: .other, count: 0, start: start, next: start, membersHere: 0)
        case 2...6, 8...10, 15:
            guard size <= section.count - start else { return nil }
            let kind: MMDBValue.Kind =
                switch type {
                case 2: .string
                case 5, 6, 9, 10: .unsigned
                default: .other
                }
            return MMDBValue(kind: kind, count: size, start: start, next: start + size, membersHere: 0)
        default: return nil
        }
    }

    /// Where a pointer leads: its last bytes, above them three bits of the head unless there are four, and what the
    /// shorter pointers reach already.
    private static func target(_ head: UInt8, _ extra: Int, _ low: Int) -> Int {
        let high = extra == 4 ? 0 : Int(head & 7) << (8 * extra)
        return (high | low) + [0, 2048, 526_336, 0][extra - 1]
    }

    private static func byte(_ offset: Int, _ section: Span<UInt8>) -> UInt8? {
        offset >= 0 && offset < section.count ? section[offset] : nil
    }

    /// Up to four bytes, the highest first.
    private static func integer(_ offset: Int, byteCount: Int, _ section: Span<UInt8>) -> Int? {
        guard offset <= section.count - byteCount else { return nil }
        var value = 0
        for index in offset..<(offset + byteCount) { value = value << 8 | Int(section[index]) }
        return value
    }
}
