/// The format of NCSA httpd and every server since: Apache's `%h %l %u %t "%r" %>s %b`.
struct CommonFormat: LineFormat {
    let name = "common"
    let summary = "NCSA common: client ident user [time] \"request\" status bytes"

    func parse(
        _ bytes: Span<UInt8>, _ line: Range<Int>, into record: inout LineRecord, _ context: inout LineContext
    ) throws(LineFailure) {
        try NCSALine.parse(bytes, line, hasHost: false, tail: .none, into: &record, &context)
    }
}
