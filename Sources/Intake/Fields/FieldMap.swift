/// Which key of a line leads to which field, for formats whose values have names.
struct FieldMap: Sendable {
    /// A key, and what its value stands for.
    struct Entry: Sendable {
        /// The keys from the outermost object inwards; one key for flat formats.
        let path: [String]
        let field: LogField
        let ignoresCase: Bool

        /// - Parameter path: with dots between the keys.
        init(_ path: String, _ field: LogField, ignoresCase: Bool = false) {
            self.init(path.split(separator: ".").map(String.init), field, ignoresCase: ignoresCase)
        }

        init(_ path: [String], _ field: LogField, ignoresCase: Bool = false) {
            self.path = path
            self.field = field
            self.ignoresCase = ignoresCase
        }
    }

    /// The keys, told under their places in ``fields``.
    let table: KeyPathTable
    private let fields: [LogField]
    private let places: [Int]
    /// For each number, which of the marks is told under it, one bit each.
    private let marks: [UInt8]

    /// - Parameters:
    ///   - entries: of those that fill the same place, the one that stands first is used.
    ///   - marks: further keys, told under numbers behind those of the entries; of a key that is an entry, too, under its.
    init(_ entries: [Entry], marks: [[String]] = []) {
        let all = entries + marks.map { Entry($0, .ignored) }
        table = KeyPathTable(all.enumerated().map { KeyPathTable.Want($1.path, ignoresCase: $1.ignoresCase, id: $0) })
        var bits = [UInt8](repeating: 0, count: all.count)
        for (place, mark) in marks.enumerated() {
            if let id = all.firstIndex(where: { $0.path == mark }) { bits[id] |= 1 << place }
        }
        self.marks = bits
        fields = all.map(\.field)
        places = all.map { $0.field.place ?? LogField.placeCount }
    }

    /// The marks that are told under a number, one bit each in their order.
    @inline(__always)
    func marks(under id: Int) -> UInt8 { marks[id] }

    /// Takes note of a value of the line.
    ///
    /// - Parameter id: what the table tells the value under.
    @inline(__always)
    func note(_ id: Int, _ value: FieldValue, of bytes: Span<UInt8>, in values: inout LineValues) {
        guard places[id] < LogField.placeCount else { return }
        if RecordBuilder.isAbsent(bytes, value.range) { return }
        values.note(id, value, at: places[id])
    }

    /// Puts the values of the line into its record.
    ///
    /// - Parameter mayLackTime: whether a line without a time is one of the present.
    func fill(
        _ values: LineValues, of bytes: Span<UInt8>, at start: Int, mayLackTime: Bool = false,
        into record: inout LineRecord,
        _ context: inout LineContext
    ) throws(LineFailure) {
        var builder = RecordBuilder()
        if mayLackTime, !values.hasTime { builder.set(instant: context.envelopeTime ?? context.options.latest) }
        try values.forEach { id, value throws(LineFailure) in
            try builder.set(fields[id], value, of: bytes, into: &record, &context)
        }
        try builder.finish(bytes, at: start, into: &record, &context)
    }
}
