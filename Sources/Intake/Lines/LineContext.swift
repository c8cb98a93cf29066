/// What the lines of one parser share: options, what was found out about the last times, and room for decoded fields.
struct LineContext: Sendable {
    var options: LineOptions
    var clock = CommonLogClock()
    var times = TimeReader()
    /// The fields that had escapes, decoded, until the stage is appended to the batch.
    var decoded: [UInt8] = []
    var header = LogHeader()
    /// The instant that the line's envelope tells, for formats that tell none.
    var envelopeTime: Int64?
    /// The line that an envelope held as a string with escapes.
    var unwrapped: [UInt8] = []

    init(options: LineOptions) {
        self.options = options
    }

    /// Appends a value without its escapes to the decoded bytes and says where.
    mutating func decode(_ value: FieldValue, of bytes: Span<UInt8>) -> Range<Int> {
        switch value.escapes {
        case .none:
            let start = decoded.count
            for index in value.range { decoded.append(bytes[index]) }
            return start..<decoded.count
        case .log: return LogEscapes.decode(bytes, value.range, into: &decoded)
        case .json: return JSONEscapes.decode(bytes, value.range, into: &decoded)
        case .plus: return replace(ASCII.plus, in: value.range, of: bytes)
        case .percent: return PercentEscapes.decode(bytes, value.range, into: &decoded)
        case .doubledQuotes: return undouble(value.range, of: bytes)
        }
    }

    private mutating func replace(_ byte: UInt8, in range: Range<Int>, of bytes: Span<UInt8>) -> Range<Int> {
        let start = decoded.count
        for index in range { decoded.append(bytes[index] == byte ? ASCII.space : bytes[index]) }
        return start..<decoded.count
    }

    private mutating func undouble(_ range: Range<Int>, of bytes: Span<UInt8>) -> Range<Int> {
        let start = decoded.count
        var index = range.lowerBound
        while index < range.upperBound {
            decoded.append(bytes[index])
            index += bytes[index] == ASCII.quote ? 2 : 1
        }
        return start..<decoded.count
    }
}
