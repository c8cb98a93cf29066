/// Collects byte strings: indices into the chunk's dictionary, which is extended by the values of pages that are not
/// dictionary-coded.
struct BytesAccumulator: ColumnAccumulator {
    private let width: Int?
    private let byteLimit: Int
    private var indices: [UInt32] = []
    /// The dictionary and what PLAIN pages added to it; nil while there was no such page.
    private var extended: EncodedDictionary?
    /// Nulls before the first value.
    ///
    /// As long as there is none, they take no memory.
    private var leadingNulls = 0

    init(width: Int?, byteLimit: Int) {
        self.width = width
        self.byteLimit = byteLimit
    }

    mutating func appendNulls(_ count: Int) {
        if indices.isEmpty {
            leadingNulls += count
        } else {
            indices.append(contentsOf: repeatElement(ColumnValues.nullIndex, count: count))
        }
    }

    mutating func append(_ page: DataPage, dictionary: EncodedDictionary?) throws(ParquetError) {
        if indices.isEmpty { indices.append(contentsOf: repeatElement(ColumnValues.nullIndex, count: leadingNulls)) }
        if page.encoding.isDictionary {
            guard let dictionary else { throw .damaged(.dictionary, offset: page.offset) }
            return try page.appendIndices(below: dictionary.count, to: &indices)
        }
        var values = extended ?? dictionary ?? width.map { EncodedDictionary(width: $0) } ?? EncodedDictionary()
        extended = nil
        let first = UInt32(values.count)
        switch (page.encoding, width) {
        case (.plain, _):
            let input = page.bytes.span.extracting(page.values)
            guard values.append(encoded: input, count: page.presentCount) else { throw page.damaged }
        case (.deltaLengthByteArray, nil): try page.appendDeltaLengthValues(to: &values, byteLimit: byteLimit)
        case (.deltaByteArray, _): try page.appendDeltaValues(to: &values, byteLimit: byteLimit)
        default: throw .unsupported(.encoding(page.encoding), offset: page.offset)
        }
        indices.append(contentsOf: first..<UInt32(values.count))
        page.spread(&indices, filler: ColumnValues.nullIndex)
        extended = values
    }

    func finish(dictionary: EncodedDictionary?) -> ColumnValues {
        if let extended { return .plain(extended, indices: indices) }
        return .dictionary(
            dictionary ?? width.map { EncodedDictionary(width: $0) } ?? EncodedDictionary(), indices: indices)
    }
}
