/// The combined format behind the name of the virtual host: Debian's `%v:%p %h %l %u %t "%r" %>s %O …`.
struct VirtualHostCombinedFormat: LineFormat {
    let name = "vhost_combined"
    let summary = "virtual host with or without its port, then combined (Debian Apache)"

    func parse(
        _ bytes: Span<UInt8>, _ line: Range<Int>, into record: inout LineRecord, _ context: inout LineContext
    ) throws(LineFailure) {
        try NCSALine.parse(bytes, line, hasHost: true, tail: .combined, into: &record, &context)
    }
}
