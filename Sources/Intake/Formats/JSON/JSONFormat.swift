/// Lines that are JSON objects, read through a map from keys to fields.
struct JSONFormat: LineFormat {
    let name: String
    let summary: String
    private let map: FieldMap
    /// How many keys a line must have to be of this format.
    private let signatureCount: Int
    private var wholeSignature: Int { 1 << signatureCount - 1 }
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
        self.recordMark = recordMark.map { Array($0.value.utf8) }
    }

    func parse(
        _ bytes: Span<UInt8>, _ line: Range<Int>, into record: inout LineRecord, _ context: inout LineContext
    ) throws(LineFailure) {
        var values = LineValues()
        var signature = 0
        var isMarked = recordMark == nil
        try JSONScanner.scan(bytes, line, wanting: map.table, requiresUTF8: false) { id, scalar throws(LineFailure) in
            for (place, mark) in map.marks.enumerated() where mark == id {
                signature |= 1 << place
                if place == signatureCount, let recordMark { isMarked = bytes.equals(recordMark, at: scalar.range) }
            }
            guard scalar.kind != .null else { return }
            map.note(id, FieldValue(scalar.range, escapes: scalar.hasEscapes ? .json : .none), of: bytes, in: &values)
        }
        guard signature & wholeSignature == wholeSignature else { throw LineFailure(.unexpected, at: line.lowerBound) }
        guard isMarked else { throw .message(at: line.lowerBound) }
        try map.fill(values, of: bytes, at: line.lowerBound, into: &record, &context)
        guard record.isCounted else { throw LineFailure(.noRecord, at: line.lowerBound) }
    }
}
