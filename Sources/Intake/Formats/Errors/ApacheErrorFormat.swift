/// Apache's error log: `[Mon Aug 31 09:30:48.958285 2015] [module:level] [pid 12:tid 34] [client 192.0.2.1:59307] message`.
///
/// Lines that name a client are events, named after their level, and never hits: the access log has those. The others are
/// messages.
struct ApacheErrorFormat: LineFormat {
    let name = "apache_error"
    let summary = "Apache's error log; its lines are events, not hits"

    func parse(
        _ bytes: Span<UInt8>, _ line: Range<Int>, into record: inout LineRecord, _ context: inout LineContext
    ) throws(LineFailure) {
        let (start, end) = (line.lowerBound, line.upperBound)
        guard bytes[start] == ASCII.leftBracket,
            let timeEnd = bytes.firstIndex(of: ASCII.rightBracket, in: line), bytes.hasPrefix("] [", at: timeEnd, end),
            let levelEnd = bytes.firstIndex(of: ASCII.rightBracket, in: timeEnd + 3..<end)
        else { throw LineFailure(.unexpected, at: start) }
        var parts = TimeParts()
        guard NamedTime.any(bytes, at: start + 1, end: timeEnd, into: &parts) == timeEnd else {
            throw LineFailure(.time, at: start)
        }
        record.time = try parts.instant(context.options, at: start)
        guard let client = firstClient(bytes, levelEnd..<end) else { throw .message(at: start) }
        var level = timeEnd + 3
        if let colon = bytes.firstIndex(of: ASCII.colon, in: level..<levelEnd) { level = colon + 1 }
        if level < levelEnd { record.set(.event, level..<levelEnd) }
        record.set(.client, client)
        if let referrer = ErrorLine.last(", referer: ", bytes, client.upperBound..<end), referrer < end {
            record.set(.referrer, referrer..<end)
        }
    }

    /// The client stands before the message.
    private func firstClient(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int>? {
        var position = range.lowerBound
        while let bracket = bytes.firstIndex(of: ASCII.leftBracket, in: position..<range.upperBound) {
            if bytes.hasPrefix("[client ", at: bracket, range.upperBound) {
                let start = bracket + 8
                let close = bytes.firstIndex(of: ASCII.rightBracket, in: start..<range.upperBound) ?? range.upperBound
                return close > start ? ApacheErrorFormat.withoutPort(bytes, start..<close) : nil
            }
            position = bracket + 1
        }
        return nil
    }

    /// Apache writes the port of an IPv6 client without brackets around the address.
    private static func withoutPort(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
        guard bytes[range.lowerBound] != ASCII.leftBracket,
            let colon = range.last(where: { bytes[$0] == ASCII.colon }),
            range.count(where: { bytes[$0] == ASCII.colon }) > 2,
            range.upperBound - colon == 6
        else { return range }
        return range.lowerBound..<colon
    }
}
