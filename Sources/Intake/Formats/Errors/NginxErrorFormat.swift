/// nginx's error log: `2026/03/01 00:00:03 [error] 12#12: *34 message, client: …, server: …, request: "…", host: "…"`.
///
/// Lines that tell of a request are events, named after their level, and never hits: the access log has those. The others
/// are messages.
struct NginxErrorFormat: LineFormat {
    let name = "nginx_error"
    let summary = "nginx's error log; its lines are events, not hits"

    func parse(
        _ bytes: Span<UInt8>, _ line: Range<Int>, into record: inout LineRecord, _ context: inout LineContext
    ) throws(LineFailure) {
        let (start, end) = (line.lowerBound, line.upperBound)
        guard line.count > 22, bytes[start + 4] == ASCII.slash, bytes[start + 20] == ASCII.leftBracket,
            let close = bytes.firstIndex(of: ASCII.rightBracket, in: start + 20..<end)
        else { throw LineFailure(.unexpected, at: start) }
        let options = context.options
        record.time = try context.times.readInstant(.automatic, bytes, start..<start + 19, options)
        guard let client = ErrorLine.last(", client: ", bytes, close..<end) else { throw .message(at: start) }
        record.set(.event, start + 21..<close)
        record.set(.client, ErrorLine.word(bytes, client..<end))
        if let request = ErrorLine.quoted(", request: \"", bytes, client..<end) {
            RequestLine.read(bytes, request, isDecoded: false, into: &record)
        }
        if let host = ErrorLine.quoted(", host: \"", bytes, client..<end) { record.set(.host, host) }
        if let referrer = ErrorLine.quoted(", referrer: \"", bytes, client..<end) { record.set(.referrer, referrer) }
    }
}

/// What the lines of error logs have in common: named values behind a message that can hold anything.
enum ErrorLine {
    /// The place behind the last `mark`.
    static func last(_ mark: StaticString, _ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
        var place = range.upperBound - mark.utf8CodeUnitCount
        while place >= range.lowerBound {
            if bytes.hasPrefix(mark, at: place, range.upperBound) { return place + mark.utf8CodeUnitCount }
            place -= 1
        }
        return nil
    }

    /// Up to the next comma, closing bracket or blank.
    static func word(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
        var end = range.lowerBound
        while end < range.upperBound, bytes[end] > ASCII.space, bytes[end] != ASCII.comma,
            bytes[end] != ASCII.rightBracket || bytes[range.lowerBound] == ASCII.leftBracket
        { end += 1 }
        return range.lowerBound..<end
    }

    /// Behind the last `mark`, which ends with a quote, up to the next quote.
    static func quoted(_ mark: StaticString, _ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int>? {
        guard let start = last(mark, bytes, range) else { return nil }
        let end = bytes.firstIndex(of: ASCII.quote, in: start..<range.upperBound) ?? range.upperBound
        return end > start ? start..<end : nil
    }
}
