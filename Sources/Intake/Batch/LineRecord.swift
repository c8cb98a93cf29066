import Events

/// What one line says: where its texts lie, and its numbers.
///
/// Formats fill it; nothing is copied until the line is known to be sound.
struct LineRecord {
    /// UTC milliseconds.
    var time: Int64 = 0
    private var texts = InlineArray<27, ByteRange>(repeating: .absent)
    private var numbers = InlineArray<3, Int64>(repeating: 0)
    /// One bit per field that the line has; the places of the others hold what an earlier line left there.
    private(set) var textBits: UInt32 = 0
    private(set) var numberBits: UInt8 = 0
    /// One bit per text that lies among the decoded bytes, because the line writes it with escapes.
    private(set) var decodedBits: UInt32 = 0

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

    /// Takes note that all texts that lay in the line now lie among the decoded bytes, `distance` bytes further on.
    mutating func moveToDecoded(by distance: Int) {
        for field in RawBatch.Text.allCases where textBits & ~decodedBits & (1 << field.rawValue) != 0 {
            let range = texts.span[field.rawValue].indices
            texts[field.rawValue] = ByteRange(range.lowerBound + distance..<range.upperBound + distance)
        }
        decodedBits = textBits
    }

    /// Whether the line has the text.
    @inline(__always)
    func has(_ field: RawBatch.Text) -> Bool {
        textBits & (1 << field.rawValue) != 0
    }

    /// Where the text lies, absent if the line has none.
    @inline(__always)
    func range(_ field: RawBatch.Text) -> ByteRange {
        // An index into the array itself would copy it.
        textBits & (1 << field.rawValue) == 0 ? .absent : texts.span[field.rawValue]
    }

    /// The texts of which a line must have one, if it has no status, to be a record of something.
    static let countedTexts: [RawBatch.Text] = [.client, .method, .target, .mac, .device, .event]

    /// Whether the line says that something happened, and to whom or what.
    var isCounted: Bool {
        let bits = LineRecord.countedTexts.reduce(0) { $0 | UInt32(1) << $1.rawValue }
        return textBits & bits != 0 || numberBits & (1 << RawBatch.Number.status.rawValue) != 0
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
