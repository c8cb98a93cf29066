/// The parts of a data page: which rows have values, and where the values lie.
struct DataPage {
    let encoding: Encoding
    let rowCount: Int
    let presence: Presence
    /// The inflated page.
    let bytes: [UInt8]
    let values: Range<Int>
    /// Where the page's header begins in the file.
    let offset: Int64

    /// Rows that have a value.
    var presentCount: Int {
        switch presence {
        case .all: rowCount
        case .none: 0
        case .some(_, let count): count
        }
    }

    var damaged: ParquetError { .damaged(.values, offset: offset) }

    /// Makes room for nulls among the values of this page, which are the last of `output`, and puts `filler` there.
    func spread<Value>(_ output: inout [Value], filler: Value) {
        guard case .some(let flags, let count) = presence else { return }
        let start = output.count - count
        output.append(contentsOf: repeatElement(filler, count: rowCount - count))
        var from = output.count - (rowCount - count) - 1
        for row in flags.indices.reversed() {
            if flags[row] {
                output[start + row] = output[from]
                from -= 1
            } else {
                output[start + row] = filler
            }
        }
    }

    /// Appends dictionary indices, nulls as ``ColumnValues/nullIndex``, all others below `dictionaryCount`.
    func appendIndices(below dictionaryCount: Int, to indices: inout [UInt32]) throws(ParquetError) {
        let input = bytes.span.extracting(values)
        let start = indices.count
        guard let width = input.isEmpty ? nil : Int(input[0]), width <= 32 else {
            throw .damaged(.indices, offset: offset)
        }
        try HybridDecoder.append(
            input.extracting(1...), width: width, count: presentCount, to: &indices, at: offset)
        var largest: UInt32 = 0
        for index in start..<indices.count { largest = max(largest, indices[index]) }
        guard presentCount == 0 || Int(largest) < dictionaryCount else { throw .damaged(.indices, offset: offset) }
        spread(&indices, filler: ColumnValues.nullIndex)
    }
}
