/// The header of RFC 3164, section 4.1, `<PRI>TIMESTAMP HOSTNAME TAG:`, as it arrives and as it stands in files: without
/// a priority, with a year, with the time of RFC 3339 (rsyslog, systemd) or of `asctime` with facility and level behind it
/// (OpenWrt's logread).
enum RFC3164 {
    static func open(
        _ bytes: Span<UInt8>, _ line: Range<Int>, _ context: inout LineContext
    ) throws(LineFailure) -> Range<Int> {
        let end = line.upperBound
        var position = line.lowerBound
        _ = SyslogPriority.pass(bytes, &position, end)
        try readTime(bytes, &position, end, &context)
        guard position < end, bytes[position] == ASCII.space else { throw LineFailure(.unexpected, at: position) }
        position += 1
        let host = try NCSALine.token(bytes, &position, end)
        // A container's line has the same time in front, and no host is called so.
        if bytes.equals("stdout", at: host) || bytes.equals("stderr", at: host) {
            throw LineFailure(.unexpected, at: host.lowerBound)
        }
        // Senders on the same machine leave the host away: then the tag stands in its place.
        if bytes[host.upperBound - 1] == ASCII.colon { return position..<end }
        return (passTag(bytes, position..<end) ?? position)..<end
    }

    /// Passes over `tag:` or `tag[123]:` and the space behind it; a tag has no blanks.
    private static func passTag(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
        var index = range.lowerBound
        while index < range.upperBound, bytes[index] > ASCII.space {
            if bytes[index] == ASCII.colon, index + 1 == range.upperBound || bytes[index + 1] == ASCII.space {
                return min(index + 2, range.upperBound)
            }
            index += 1
        }
        return nil
    }

    private static func readTime(
        _ bytes: Span<UInt8>, _ position: inout Int, _ end: Int, _ context: inout LineContext
    ) throws(LineFailure) {
        let start = position
        guard start < end else { throw LineFailure(.missingField, at: end) }
        if ASCII.digit(bytes[start]) < 10 {
            var timeEnd = start
            while timeEnd < end, bytes[timeEnd] != ASCII.space { timeEnd += 1 }
            let options = context.options
            context.envelopeTime = try context.times.readInstant(.iso8601, bytes, start..<timeEnd, options)
            position = timeEnd
            return
        }
        var parts = TimeParts()
        guard let timeEnd = NamedTime.any(bytes, at: start, end: end, into: &parts)
        else { throw LineFailure(.time, at: start) }
        context.envelopeTime = try parts.instant(context.options, at: start)
        position = timeEnd
    }
}
