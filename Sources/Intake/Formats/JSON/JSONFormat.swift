/// Lines that are JSON objects, read through a map from keys to fields.
struct JSONFormat: LineFormat {
    let name: String
    let summary: String
    private let map: FieldMap
    /// The marks of keys that a line must have to be of this format, the first ones.
    private let signature: UInt8
    private let signatureCount: Int
    /// What the value of the key behind the signature is if the line is a record of something.
    private let recordMark: [UInt8]?

    /// - Parameters:
    ///   - signature: paths of keys that every line of the format has.
    ///   - recordMark: a key and its value, where the same log has messages besides records.
    init(
        name: String, summary: String, _ entries: [FieldMap.Entry], signature: [String] = [],
        recordMark: (path: String, value: String)? = nil
    ) {
        self.name = name
        self.summary = summary
        let marks = signature + (recordMark.map { [$0.path] } ?? [])
        map = FieldMap(entries, marks: marks.map { $0.split(separator: ".").map(String.init) })
        signatureCount = signature.count
        self.signature = UInt8(1 << signature.count - 1)
        self.recordMark = recordMark.map { Array($0.value.utf8) }
    }

    func parse(
        _ bytes: Span<UInt8>, _ line: Range<Int>, into record: inout LineRecord, _ context: inout LineContext
    ) throws(LineFailure) {
        var values = LineValues()
        var marks: UInt8 = 0
        var isMarked = recordMark == nil
        try JSONScanner.scan(bytes, line, wanting: map.table, requiresUTF8: false) { id, scalar throws(LineFailure) in
            let mark = map.marks(under: id)
            if mark != 0 {
                marks |= mark
                if mark >> signatureCount != 0, let recordMark {
                    isMarked = bytes.equals(recordMark, at: scalar.range)
                }
            }
            guard scalar.kind != .null else { return }
            map.note(id, FieldValue(scalar.range, escapes: scalar.hasEscapes ? .json : .none), of: bytes, in: &values)
        }
        guard marks & signature == signature else { throw LineFailure(.unexpected, at: line.lowerBound) }
        guard isMarked else { throw .message(at: line.lowerBound) }
        try map.fill(values, of: bytes, at: line.lowerBound, into: &record, &context)
        guard record.isCounted else { throw LineFailure(.noRecord, at: line.lowerBound) }
    }
}
