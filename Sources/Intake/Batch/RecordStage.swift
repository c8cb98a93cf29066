import Events

/// The records of a few hundred lines on their way into a batch.
///
/// Appending column by column instead of line by line keeps one dictionary in the cache at a time and lets its lookups
/// overlap.
struct RecordStage: Sendable {
    /// Small enough for the records and the lines they point to to stay in the second-level cache.
    static let capacity = 256

    private(set) var count = 0
    private var records = [LineRecord](repeating: LineRecord(), count: RecordStage.capacity)
    /// Where the line lies that the next record is made of, line end included, and the lines of the records.
    var line = ByteRange.absent
    private var lines = [ByteRange](repeating: .absent, count: RecordStage.capacity)
    private var textBits: UInt32 = 0
    private var numberBits: UInt8 = 0
    private var decodedBits: UInt32 = 0

    /// Fills the next place; nothing is kept if `parse` throws.
    @inline(__always)
    mutating func add(_ parse: (inout LineRecord) throws(LineFailure) -> Void) throws(LineFailure) {
        records[count].clear()
        try parse(&records[count])
        textBits |= records[count].textBits
        numberBits |= records[count].numberBits
        decodedBits |= records[count].decodedBits
        lines[count] = line
        count += 1
    }

    mutating func removeAll() {
        count = 0
        textBits = 0
        numberBits = 0
        decodedBits = 0
    }

    /// Whether any record has the field.
    func has(_ field: RawBatch.Text) -> Bool { textBits & (1 << field.rawValue) != 0 }
    func has(_ field: RawBatch.Number) -> Bool { numberBits & (1 << field.rawValue) != 0 }

    func appendLines(to ranges: inout [ByteRange]) {
        ranges.append(contentsOf: lines[..<count])
    }

    func appendTimes(to times: inout [Int64]) {
        let records = records.span
        for row in 0..<count { times.append(records[row].time) }
    }

    func append(_ field: RawBatch.Number, to values: inout [Int64]) {
        let records = records.span
        for row in 0..<count { values.append(records[row].value(field)) }
    }

    /// Appends the field of every record to its column.
    ///
    /// - Parameter gather: working space.
    func append(
        _ field: RawBatch.Text, of bytes: Span<UInt8>, decoded: Span<UInt8>, to column: inout RawTextColumn,
        gather: inout [ByteRange]
    ) {
        gather.removeAll(keepingCapacity: true)
        // Through a span records are looked at in their place; an array would hand out copies.
        let records = records.span
        let mayBeDecoded = decodedBits & (1 << field.rawValue) != 0
        for row in 0..<count {
            if mayBeDecoded, records[row].isDecoded(field) {
                column.append(gather.span, of: bytes)
                gather.removeAll(keepingCapacity: true)
                column.append(decoded.extracting(records[row].range(field).indices))
            } else {
                gather.append(records[row].range(field))
            }
        }
        column.append(gather.span, of: bytes)
    }
}
