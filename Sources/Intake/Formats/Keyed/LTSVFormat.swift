/// Labelled tab-separated values (<http://ltsv.org>), with the labels that its authors recommend for access logs and
/// those of ``CommonNames``.
struct LTSVFormat: LineFormat {
    let name: String
    let summary: String
    private let map: FieldMap

    init(
        name: String = "ltsv", summary: String = "LTSV: labels and values, label:value, with tabs between them",
        _ entries: [FieldMap.Entry] = LTSVFormat.recommended + CommonNames.flat
    ) {
        self.name = name
        self.summary = summary
        map = FieldMap(entries)
    }

    func parse(
        _ bytes: Span<UInt8>, _ line: Range<Int>, into record: inout LineRecord, _ context: inout LineContext
    ) throws(LineFailure) {
        var values = LineValues()
        try LTSVScanner.scan(bytes, line, wanting: map.table) { id, range throws(LineFailure) in
            let hasEscapes = bytes.firstIndex(of: ASCII.backslash, in: range) != nil
            map.note(id, FieldValue(range, escapes: hasEscapes ? .log : .none), of: bytes, in: &values)
        }
        try map.fill(values, of: bytes, at: line.lowerBound, into: &record, &context)
        guard record.isCounted else { throw LineFailure(.noRecord, at: line.lowerBound) }
    }

    /// The recommended labels that mean something else elsewhere, or nothing.
    private static let recommended: [FieldMap.Entry] = CommonNames.entries([
        ("host", .text(.client)), ("forwardedfor", .text(.forwarded)), ("req", .request), ("reqmethod", .text(.method)),
        ("requri", .text(.target)), ("reqtime", .duration(.seconds)), ("reqtime_microsec", .duration(.microseconds)),
        ("taken", .duration(.seconds)), ("taken_sec", .duration(.seconds)), ("time_local", .time(.automatic)),
    ])
}
