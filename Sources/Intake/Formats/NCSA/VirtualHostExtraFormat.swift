/// Behind the name of the virtual host what ``CombinedExtraFormat`` and ``TomcatFormat`` read: combined or common, and
/// any number of further fields.
struct VirtualHostExtraFormat: LineFormat {
    let name = "vhost_extra"
    let summary = "virtual host, then common or combined with any further fields, which are passed over"
    let passesOverFields = true

    func parse(
        _ bytes: Span<UInt8>, _ line: Range<Int>, into record: inout LineRecord, _ context: inout LineContext
    ) throws(LineFailure) {
        do throws(LineFailure) {
            try NCSALine.parse(bytes, line, hasHost: true, tail: .combinedWithExtras, into: &record, &context)
        } catch {
            record.clear()
            try NCSALine.parse(bytes, line, hasHost: true, tail: .commonWithExtras, into: &record, &context)
        }
    }
}
