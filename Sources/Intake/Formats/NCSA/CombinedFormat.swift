/// The common format with referrer and user agent: Apache's and nginx's `combined`.
struct CombinedFormat: LineFormat {
    let name = "combined"
    let summary = "NCSA combined: common, then \"referrer\" \"user agent\" (Apache, nginx)"

    func parse(
        _ bytes: Span<UInt8>, _ line: Range<Int>, into record: inout LineRecord, _ context: inout LineContext
    ) throws(LineFailure) {
        try NCSALine.parse(bytes, line, hasHost: false, tail: .combined, into: &record, &context)
    }
}
