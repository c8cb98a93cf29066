/// The combined format with any number of further fields, such as nginx's `"$http_x_forwarded_for"` or Traefik's CLF.
struct CombinedExtraFormat: LineFormat {
    let name = "combined_extra"
    let summary = "combined with any further fields, quoted or not, which are passed over"
    let passesOverFields = true

    func parse(
        _ bytes: Span<UInt8>, _ line: Range<Int>, into record: inout LineRecord, _ context: inout LineContext
    ) throws(LineFailure) {
        try NCSALine.parse(bytes, line, hasHost: false, tail: .combinedWithExtras, into: &record, &context)
    }
}
