extension NCSALine {
    /// Reads what stands behind the time on a line whose quoted fields have quotes or backslashes that nobody escaped.
    ///
    /// The request ends at the first quote that a status and a byte count follow, the referrer at the first `" "`, and
    /// the user agent at the last quote of the line (with further fields: at the first quote before a space or the
    /// end). Nothing is decoded.
    ///
    /// - Returns: whether the line could be read so; if not, the strict reading's failure is the one to tell.
    @inline(never)
    static func readRestTolerantly(
        _ bytes: Span<UInt8>, _ rest: Range<Int>, _ tail: Tail, into record: inout LineRecord,
        _ context: inout LineContext
    ) throws(LineFailure) -> Bool {
        let end = rest.upperBound
        guard rest.count > 1, bytes[rest.lowerBound] == ASCII.quote else { return false }
        guard var position = requestEnd(bytes, rest.lowerBound + 1..<end) else { return false }
        let request = rest.lowerBound + 1..<position
        position += 2
        do throws(LineFailure) {
            try readStatusAndBytes(bytes, &position, end, into: &record)
        } catch {
            return false
        }
        if tail == .commonWithExtras { return false }
        if tail == .none {
            guard position == end else { return false }
        } else {
            guard let fields = lastFields(bytes, position..<end, tail) else { return false }
            set(.referrer, fields.referrer, of: bytes, into: &record, &context)
            set(.agent, fields.agent, of: bytes, into: &record, &context)
        }
        RequestLine.read(bytes, request, isDecoded: false, into: &record)
        return true
    }

    /// The first quote that is followed by a space, a status, a space and the beginning of a byte count.
    private static func requestEnd(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
        var search = range.lowerBound
        while let quote = bytes.firstIndex(of: ASCII.quote, in: search..<range.upperBound) {
            if isStatus(bytes, quote + 1..<range.upperBound) { return quote }
            search = quote + 1
        }
        return nil
    }

    private static func isStatus(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        let start = range.lowerBound
        guard range.count >= 4, bytes[start] == ASCII.space else { return false }
        if bytes[start + 1] == ASCII.minus {
            return bytes[start + 2] == ASCII.space && isCount(bytes[start + 3])
        }
        guard range.count >= 6, bytes[start + 4] == ASCII.space, isCount(bytes[start + 5]) else { return false }
        return (1...3).allSatisfy { ASCII.digit(bytes[start + $0]) < 10 }
    }

    private static func isCount(_ byte: UInt8) -> Bool {
        byte == ASCII.minus || ASCII.digit(byte) < 10
    }

    private static func lastFields(
        _ bytes: Span<UInt8>, _ range: Range<Int>, _ tail: Tail
    ) -> (referrer: Quoted, agent: Quoted)? {
        let start = range.lowerBound
        let end = range.upperBound
        guard range.count >= 7, bytes[start] == ASCII.space, bytes[start + 1] == ASCII.quote else { return nil }
        var between = start + 2
        while between + 2 < end {
            if bytes[between] == ASCII.quote, bytes[between + 1] == ASCII.space, bytes[between + 2] == ASCII.quote {
                break
            }
            between += 1
        }
        guard between + 3 < end, tail != .combined || !hasExtras(bytes, between + 2..<end),
            let close = agentEnd(bytes, between + 3..<end, tail)
        else { return nil }
        let referrer = Quoted(range: start + 2..<between, hasEscapes: false)
        return (referrer, Quoted(range: between + 3..<close, hasEscapes: false))
    }

    /// Whether a sound quoted field, which begins the range, is followed by sound further fields: then the line is of
    /// another format.
    private static func hasExtras(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var position = range.lowerBound
        do throws(LineFailure) {
            _ = try quoted(bytes, &position, range.upperBound)
            let fieldEnd = position
            try passExtras(bytes, &position, range.upperBound)
            return (fieldEnd..<range.upperBound).contains { bytes[$0] != ASCII.space }
        } catch {
            return false
        }
    }

    private static func agentEnd(_ bytes: Span<UInt8>, _ range: Range<Int>, _ tail: Tail) -> Int? {
        if tail == .combined {
            var last = range.upperBound - 1
            while last > range.lowerBound, bytes[last] == ASCII.space { last -= 1 }
            return bytes[last] == ASCII.quote ? last : nil
        }
        var search = range.lowerBound
        while let quote = bytes.firstIndex(of: ASCII.quote, in: search..<range.upperBound) {
            if quote + 1 == range.upperBound || bytes[quote + 1] == ASCII.space { return quote }
            search = quote + 1
        }
        return nil
    }
}
