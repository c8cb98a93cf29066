/// The data section of an MMDB file while it is written; what is in it already is pointed to.
public struct MMDBSection {
    public private(set) var bytes: [UInt8] = []
    private var offsets: [MMDBWriter.Value: Int] = [:]

    public init() {}

    /// Where `value` lies, written now if it is not there yet.
    public mutating func offset(of value: MMDBWriter.Value) -> Int {
        if let offset = offsets[value] { return offset }
        let offset = bytes.count
        write(value)
        offsets[value] = offset
        return offset
    }

    /// Writes `value` at the end.
    public mutating func write(_ value: MMDBWriter.Value) {
        switch value {
        case .map(let pairs):
            head(7, pairs.count)
            for pair in pairs {
                part(.string(pair.key))
                part(pair.value)
            }
        case .array(let elements):
            head(11, elements.count)
            for element in elements { part(element) }
        case .string(let text):
            head(2, text.utf8.count)
            bytes += text.utf8
        case .double(let number): self.number(3, number.bitPattern, isPadded: true)
        case .uint16(let number): self.number(5, UInt64(number))
        case .uint32(let number): self.number(6, UInt64(number))
        case .uint64(let number): self.number(9, number)
        case .boolean(let flag): head(14, flag ? 1 : 0)
        case .raw(let raw): bytes += raw
        }
    }

    /// Writes a value within another: as a pointer where it stands already.
    private mutating func part(_ value: MMDBWriter.Value) {
        if let offset = offsets[value] { return pointer(offset) }
        let offset = bytes.count
        write(value)
        switch value {
        case .map, .array, .string: offsets[value] = offset
        default: break
        }
    }

    private mutating func pointer(_ offset: Int) {
        func low(_ value: Int, _ count: Int) {
            for shift in (0..<count).reversed() { bytes.append(UInt8(truncatingIfNeeded: value >> (shift * 8))) }
        }
        let (size, base) = offset < 2048 ? (0, 0) : offset < 526_336 ? (1, 2048) : (2, 526_336)
        bytes.append(UInt8(0x20 | size << 3 | (offset - base) >> (8 * (size + 1))))
        low(offset - base, size + 1)
    }

    /// A number without its leading zeros.
    private mutating func number(_ type: Int, _ number: UInt64, isPadded: Bool = false) {
        let digits = (0..<8).reversed().map { UInt8(truncatingIfNeeded: number >> UInt64($0 * 8)) }
        let kept = isPadded ? digits[...] : digits.drop { $0 == 0 }
        head(type, kept.count)
        bytes += kept
    }

    private mutating func head(_ type: Int, _ size: Int) {
        let (short, more): (Int, [Int]) =
            switch size {
            case ..<29: (size, [])
            case ..<285: (29, [size - 29])
            case ..<65_821: (30, [(size - 285) >> 8, size - 285])
            default: (31, [(size - 65_821) >> 16, (size - 65_821) >> 8, size - 65_821])
            }
        bytes += type > 7 ? [UInt8(short), UInt8(type - 7)] : [UInt8(type << 5 | short)]
        bytes += more.map { UInt8(truncatingIfNeeded: $0) }
    }
}
