/// Collects numbers: as indices while every page is dictionary-coded, as values from the first page that is not.
struct NumberAccumulator<Value: BitwiseCopyable & Hashable & Sendable>: ColumnAccumulator {
    /// Appends the values of a page in an encoding only this type has; false if there is no such encoding.
    typealias Decoder = (DataPage, inout [Value]) throws(ParquetError) -> Bool

    /// Stands in the array where a row is null.
    private let filler: Value
    private let wrap: ([Value], NullRows<Value>) -> ColumnValues
    private let decode: Decoder
    private var indices: [UInt32] = []
    private var values: [Value] = []
    private var isExpanded = false
    private var isNull: [Bool] = []
    private var leadingNulls = 0

    init(
        filler: Value, wrap: @escaping ([Value], NullRows<Value>) -> ColumnValues,
        decode: @escaping Decoder = { _, _ throws(ParquetError) in false }
    ) {
        self.filler = filler
        self.wrap = wrap
        self.decode = decode
    }

    private var rowCount: Int { isExpanded ? values.count : indices.count }

    mutating func appendNulls(_ count: Int) {
        if rowCount == 0 {
            leadingNulls += count
        } else {
            appendNullRows(count)
        }
    }

    mutating func append(_ page: DataPage, dictionary: EncodedDictionary?) throws(ParquetError) {
        if !page.encoding.isDictionary { expand(dictionary) }
        if rowCount == 0, leadingNulls > 0 { appendNullRows(leadingNulls) }
        if page.encoding.isDictionary {
            guard let dictionary else { throw .damaged(.dictionary, offset: page.offset) }
            if !isExpanded { return try page.appendIndices(below: dictionary.count, to: &indices) }
            var pageIndices: [UInt32] = []
            try page.appendIndices(below: dictionary.count, to: &pageIndices)
            append(pageIndices, from: dictionary)
            return
        }
        markNulls(of: page)
        if page.encoding == .plain {
            let input = page.bytes.span.extracting(page.values)
            guard PlainDecoder.append(input, count: page.presentCount, filler: filler, to: &values) else {
                throw page.damaged
            }
        } else if try !decode(page, &values) {
            throw .unsupported(.encoding(page.encoding), offset: page.offset)
        }
        page.spread(&values, filler: filler)
    }

    func finish(dictionary: EncodedDictionary?) -> ColumnValues {
        if !isExpanded, let dictionary { return .dictionary(dictionary, indices: indices) }
        return wrap(values, isNull.isEmpty ? .none : .flagged(isNull))
    }

    private mutating func appendNullRows(_ count: Int) {
        guard isExpanded else {
            indices.append(contentsOf: repeatElement(ColumnValues.nullIndex, count: count))
            return
        }
        prepareFlags()
        isNull.append(contentsOf: repeatElement(true, count: count))
        values.append(contentsOf: repeatElement(filler, count: count))
    }

    /// Replaces the indices so far by their values.
    private mutating func expand(_ dictionary: EncodedDictionary?) {
        if isExpanded { return }
        isExpanded = true
        if let dictionary { append(indices, from: dictionary) }
        indices = []
    }

    private mutating func append(_ indices: [UInt32], from dictionary: EncodedDictionary) {
        if indices.contains(ColumnValues.nullIndex) || !isNull.isEmpty {
            prepareFlags()
            isNull.append(contentsOf: indices.lazy.map { $0 == ColumnValues.nullIndex })
        }
        var distinct: [Value] = []
        // The dictionary holds a whole number of values, so the input is never too short.
        _ = PlainDecoder.append(dictionary.bytes.span, count: dictionary.count, filler: filler, to: &distinct)
        values.append(
            contentsOf: indices.lazy.map { [filler] in $0 == ColumnValues.nullIndex ? filler : distinct[Int($0)] })
    }

    private mutating func markNulls(of page: DataPage) {
        if case .some(let flags, _) = page.presence {
            prepareFlags()
            isNull.append(contentsOf: flags.lazy.map { !$0 })
        } else if !isNull.isEmpty {
            isNull.append(contentsOf: repeatElement(false, count: page.rowCount))
        }
    }

    /// Gives the rows so far, which have values, their flags.
    private mutating func prepareFlags() {
        if isNull.isEmpty { isNull = [Bool](repeating: false, count: values.count) }
    }
}
