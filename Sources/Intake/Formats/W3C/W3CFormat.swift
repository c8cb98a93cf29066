/// The W3C extended format, whose `#Fields` directives say what the columns are: IIS 5 to 10, CloudFront and others.
///
/// A directive rules until the next one, so that the columns may change in the middle of a file. Times are UTC.
struct W3CFormat: LineFormat {
    var name = "w3c"
    let summary = "W3C extended: the columns of its #Fields lines (IIS, CloudFront and others)"

    /// The columns of a log that has no directives; nil if a line needs one before it.
    var columns: ColumnLayout?

    func parse(
        _ bytes: Span<UInt8>, _ line: Range<Int>, into record: inout LineRecord, _ context: inout LineContext
    ) throws(LineFailure) {
        guard let columns = context.header.columns ?? columns else {
            throw LineFailure(.noColumns, at: line.lowerBound)
        }
        try columns.parse(bytes, line, into: &record, &context)
    }
}
