/// The common format with any further fields: what Tomcat, Jetty and Undertow are often told to write (duration, thread).
struct TomcatFormat: LineFormat {
    let name = "tomcat"
    let summary = "common with any further fields, which are passed over (Tomcat, Jetty)"
    let passesOverFields = true

    func parse(
        _ bytes: Span<UInt8>, _ line: Range<Int>, into record: inout LineRecord, _ context: inout LineContext
    ) throws(LineFailure) {
        try NCSALine.parse(bytes, line, hasHost: false, tail: .commonWithExtras, into: &record, &context)
    }
}
