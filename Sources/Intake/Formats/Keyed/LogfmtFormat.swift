/// Lines of key=value pairs, read through a map from keys to fields.
struct LogfmtFormat: LineFormat {
    let name: String
    let summary: String
    private var options: LogfmtOptions
    private let map: FieldMap
    /// Whether lines without a time are of the present: devices that write to a collector often leave it to that.
    private let mayLackTime: Bool

    init(
        name: String, summary: String, _ entries: [FieldMap.Entry], options: LogfmtOptions = LogfmtOptions(),
        mayLackTime: Bool = false
    ) {
        self.name = name
        self.summary = summary
        self.options = options
        self.options.allowsHexEscapes = true
        self.mayLackTime = mayLackTime
        map = FieldMap(entries)
    }

    func parse(
        _ bytes: Span<UInt8>, _ line: Range<Int>, into record: inout LineRecord, _ context: inout LineContext
    ) throws(LineFailure) {
        var values = LineValues()
        try LogfmtScanner.scan(bytes, line, options, wanting: map.table) { id, value throws(LineFailure) in
            map.note(id, FieldValue(value.range, escapes: value.hasEscapes ? .json : .none), of: bytes, in: &values)
        }
        try map.fill(
            values, of: bytes, at: line.lowerBound, mayLackTime: mayLackTime, into: &record, &context)
        guard record.isCounted else { throw LineFailure(.noRecord, at: line.lowerBound) }
    }
}
