/// Collects booleans.
struct BooleanAccumulator: ColumnAccumulator {
    private var values: [Bool] = []
    private var isNull: [Bool] = []
    private var leadingNulls = 0

    mutating func appendNulls(_ count: Int) {
        if values.isEmpty {
            leadingNulls += count
        } else {
            appendNullRows(count)
        }
    }

    mutating func append(_ page: DataPage, dictionary: EncodedDictionary?) throws(ParquetError) {
        if values.isEmpty, leadingNulls > 0 { appendNullRows(leadingNulls) }
        if case .some(let flags, _) = page.presence {
            prepareFlags()
            isNull.append(contentsOf: flags.lazy.map { !$0 })
        } else if !isNull.isEmpty {
            isNull.append(contentsOf: repeatElement(false, count: page.rowCount))
        }
        let input = page.bytes.span.extracting(page.values)
        switch page.encoding {
        case .plain:
            guard input.count >= (page.presentCount + 7) / 8 else { throw page.damaged }
            var ignored = 0
            LevelDecoder.appendBits(input, count: page.presentCount, to: &values, countingInto: &ignored)
        case .rle:
            guard let length = input.readUInt32(at: 0), Int(length) <= input.count - 4 else { throw page.damaged }
            let bits = input.extracting(4..<4 + Int(length))
            switch try LevelDecoder.decode(bits, count: page.presentCount, at: page.offset) {
            case .all: values.append(contentsOf: repeatElement(true, count: page.presentCount))
            case .none: values.append(contentsOf: repeatElement(false, count: page.presentCount))
            case .some(let flags, _): values.append(contentsOf: flags)
            }
        default: throw .unsupported(.encoding(page.encoding), offset: page.offset)
        }
        page.spread(&values, filler: false)
    }

    func finish(dictionary: EncodedDictionary?) -> ColumnValues {
        .boolean(values, nulls: isNull.isEmpty ? .none : .flagged(isNull))
    }

    private mutating func appendNullRows(_ count: Int) {
        prepareFlags()
        isNull.append(contentsOf: repeatElement(true, count: count))
        values.append(contentsOf: repeatElement(false, count: count))
    }

    /// Gives the rows so far, which have values, their flags.
    private mutating func prepareFlags() {
        if isNull.isEmpty { isNull = [Bool](repeating: false, count: values.count) }
    }
}
