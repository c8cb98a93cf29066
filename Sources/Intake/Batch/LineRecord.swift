import Events

/// What one line says: where its texts lie, and its numbers.
///
/// Formats fill it; nothing is copied until the line is known to be sound.
struct LineRecord {
    /// UTC milliseconds.
    var time: Int64 = 0
    private var texts = InlineArray<11, ByteRange>(repeating: .absent)
    private var numbers = InlineArray<3, Int64>(repeating: 0)
    /// One bit per field that the line has; the places of the others hold what an earlier line left there.
    private(set) var textBits: UInt16 = 0
    private(set) var numberBits: UInt8 = 0
    /// One bit per text that lies among the decoded bytes, because the line writes it with escapes.
    private(set) var decodedBits: UInt16 = 0

    /// Forgets the fields of an earlier line.
    @inline(__always)
    mutating func clear() {
        textBits = 0
        numberBits = 0
        decodedBits = 0
    }

    @inline(__always)
    mutating func set(_ field: RawBatch.Text, _ range: Range<Int>, decoded: Bool = false) {
        texts[field.rawValue] = ByteRange(range)
        textBits |= 1 << field.rawValue
        if decoded { decodedBits |= 1 << field.rawValue }
    }

    @inline(__always)
    mutating func set(_ field: RawBatch.Number, _ value: Int64) {
        numbers[field.rawValue] = value
        numberBits |= 1 << field.rawValue
    }

    /// Where the text lies, absent if the line has none.
    @inline(__always)
    func range(_ field: RawBatch.Text) -> ByteRange {
        textBits & (1 << field.rawValue) == 0 ? .absent : texts[field.rawValue]
    }

    @inline(__always)
    func isDecoded(_ field: RawBatch.Text) -> Bool {
        decodedBits & (1 << field.rawValue) != 0
    }

    @inline(__always)
    func value(_ field: RawBatch.Number) -> Int64 {
        numberBits & (1 << field.rawValue) == 0 ? NumberColumn.absent : numbers[field.rawValue]
    }
}
