/// HAProxy's HTTP log (`option httplog`), and the line that it writes without one.
///
/// `client:port [time] frontend backend/server Tq/Tw/Tc/Tr/Tt status bytes … {request headers} {response headers} "request"`;
/// see section 8.2 of HAProxy's configuration manual. Captured headers are passed over: what they are is not in the line.
struct HAProxyFormat: LineFormat {
    let name = "haproxy"
    let summary = "HAProxy's HTTP log (option httplog)"

    func parse(
        _ bytes: Span<UInt8>, _ line: Range<Int>, into record: inout LineRecord, _ context: inout LineContext
    ) throws(LineFailure) {
        var position = line.lowerBound
        let end = line.upperBound
        if bytes.hasPrefix("Connect from ", at: position, end) {
            return try readConnection(bytes, position + 13..<end, into: &record, context)
        }
        if HAProxyFormat.isMessage(bytes, line) { throw .message(at: position) }
        let client = try NCSALine.token(bytes, &position, end)
        guard position < end, bytes[position] == ASCII.leftBracket else { throw LineFailure(.unexpected, at: position) }
        record.time = try context.clock.read(bytes, &position, end, context.options)
        guard position < end, bytes[position] == ASCII.space else { throw LineFailure(.unexpected, at: position) }
        position += 1
        let frontend = try NCSALine.token(bytes, &position, end)
        // `frontend/socket: SSL handshake failure` and the like: there was no request.
        if bytes[frontend.upperBound - 1] == ASCII.colon { throw .message(at: frontend.lowerBound) }
        _ = try NCSALine.token(bytes, &position, end)
        var timers = try NCSALine.token(bytes, &position, end)
        // Further fields are often put in front of the timers.
        while !HAProxyFormat.isTimers(bytes, timers) { timers = try NCSALine.token(bytes, &position, end) }
        // Of a client that is not known only the port is written.
        if bytes[client.lowerBound] != ASCII.minus { record.set(.client, HAProxyFormat.withoutPort(bytes, client)) }
        try readTimers(bytes, timers, into: &record)
        if HAProxyFormat.slashes(bytes, timers) == 2 {
            try NCSALine.readByteCount(bytes, &position, end, into: &record)
            return
        }
        try NCSALine.readStatusAndBytes(bytes, &position, end, into: &record)
        try readRequest(bytes, position..<end, into: &record, &context)
    }

    /// `Connect from 192.0.2.1:40780 to 192.0.2.2:80 (main/HTTP)`, the log without options; its time is the envelope's.
    private func readConnection(
        _ bytes: Span<UInt8>, _ range: Range<Int>, into record: inout LineRecord, _ context: LineContext
    ) throws(LineFailure) {
        var position = range.lowerBound
        let client = try NCSALine.token(bytes, &position, range.upperBound)
        guard let time = context.envelopeTime else { throw LineFailure(.time, at: range.lowerBound) }
        record.set(.client, client)
        record.time = time
    }

    /// Whether HAProxy says something about itself: `Proxy main started.`, `Server main/a is UP …`.
    private static func isMessage(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
        let (start, end) = (line.lowerBound, line.upperBound)
        return bytes.hasPrefix("Proxy ", at: start, end) || bytes.hasPrefix("Server ", at: start, end)
            || bytes.hasPrefix("Backup Server ", at: start, end) || bytes.hasPrefix("backend ", at: start, end)
            || bytes.hasPrefix("Stopping ", at: start, end) || bytes.hasPrefix("Pausing ", at: start, end)
            || bytes.hasPrefix("[WARNING]", at: start, end) || bytes.hasPrefix("[NOTICE]", at: start, end)
            || bytes.hasPrefix("[ALERT]", at: start, end)
    }

    /// There is always a port, also behind an IPv6 address, which has no brackets.
    private static func withoutPort(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
        guard let colon = range.last(where: { bytes[$0] == ASCII.colon }), colon > range.lowerBound,
            (colon + 1..<range.upperBound).allSatisfy({ ASCII.digit(bytes[$0]) < 10 })
        else { return range }
        return range.lowerBound..<colon
    }

    private static func slashes(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
        range.count { bytes[$0] == ASCII.slash }
    }

    /// Whether a field has nothing but numbers with slashes between them.
    private static func isTimers(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        range.allSatisfy {
            ASCII.digit(bytes[$0]) < 10 || bytes[$0] == ASCII.slash || bytes[$0] == ASCII.minus
                || bytes[$0] == ASCII.plus
        } && (2...4).contains(slashes(bytes, range))
    }

    /// `Tq/Tw/Tc/Tr/Tt` in milliseconds, of a connection (`option tcplog`) `Tw/Tc/Tt`; the last is the whole time, with a plus sign if it was logged early.
    private func readTimers(
        _ bytes: Span<UInt8>, _ range: Range<Int>, into record: inout LineRecord
    ) throws(LineFailure) {
        var start = range.upperBound
        while start > range.lowerBound, bytes[start - 1] != ASCII.slash { start -= 1 }
        guard start > range.lowerBound, let total = DecimalText.scaled(bytes, start..<range.upperBound, by: 3) else {
            throw LineFailure(.number, at: range.lowerBound)
        }
        if total >= 0 { record.set(.duration, total) }
    }

    /// The request is the last thing in quotes; HAProxy writes quotes within it as `#22`, and cuts it with the line.
    private func readRequest(
        _ bytes: Span<UInt8>, _ range: Range<Int>, into record: inout LineRecord, _ context: inout LineContext
    ) throws(LineFailure) {
        guard let open = bytes.firstIndex(of: ASCII.quote, in: range) else {
            throw LineFailure(.missingField, at: range.upperBound)
        }
        let start = open + 1
        let close = bytes.firstIndex(of: ASCII.quote, in: start..<range.upperBound) ?? range.upperBound
        RequestLine.read(bytes, start..<close, isDecoded: false, into: &record)
    }
}
