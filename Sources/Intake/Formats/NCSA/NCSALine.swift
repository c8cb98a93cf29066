import Events

/// The reading of lines of the NCSA family: `client ident user [time] "request" status bytes`, and what is put around
/// it.
///
/// Two readings. The strict one takes quoted fields as servers write them today, with `\` before what would end the
/// field. If it fails behind the time, the tolerant one (`NCSALine+Tolerant.swift`) looks for quotes that are followed
/// by what the next field must look like, since old servers wrote fields without any escaping.
enum NCSALine {
    /// What follows the byte count.
    enum Tail {
        case none, commonWithExtras, combined, combinedWithExtras
    }

    /// A quoted field: where it lies between its quotes, and whether it has escapes.
    struct Quoted {
        let range: Range<Int>
        let hasEscapes: Bool
    }

    /// - Parameter hasHost: whether the virtual host's name, perhaps with a port, stands before the client.
    @inline(__always)
    static func parse(
        _ bytes: Span<UInt8>, _ line: Range<Int>, hasHost: Bool, tail: Tail, into record: inout LineRecord,
        _ context: inout LineContext
    ) throws(LineFailure) {
        var position = line.lowerBound
        let end = line.upperBound
        if hasHost { try readHost(bytes, &position, end, into: &record) }
        try readClient(bytes, &position, end, mayBeAbsent: !hasHost, into: &record)
        _ = try token(bytes, &position, end)
        try readUserAndTime(bytes, &position, end, into: &record, &context)
        let rest = position
        do throws(LineFailure) {
            try readRest(bytes, rest..<end, tail, into: &record, &context)
        } catch {
            guard try readRestTolerantly(bytes, rest..<end, tail, into: &record, &context) else { throw error }
        }
    }

    /// Takes the bytes up to the next space, and the space.
    @inline(__always)
    static func token(_ bytes: Span<UInt8>, _ position: inout Int, _ end: Int) throws(LineFailure) -> Range<Int> {
        let start = position
        var index = start
        while index < end, bytes[index] != ASCII.space { index &+= 1 }
        guard index < end else { throw LineFailure(.missingField, at: index) }
        guard index > start else { throw LineFailure(.unexpected, at: index) }
        position = index + 1
        return start..<index
    }

    @inline(__always)
    static func isAbsent(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        range.isEmpty || (range.count == 1 && bytes[range.lowerBound] == ASCII.minus)
    }

    /// Reads `name` or `name:port`; only the name is kept.
    @inline(__always)
    private static func readHost(
        _ bytes: Span<UInt8>, _ position: inout Int, _ end: Int, into record: inout LineRecord
    ) throws(LineFailure) {
        let start = position
        let host = try token(bytes, &position, end)
        let last = bytes[host.upperBound - 1]
        // A list of forwarded addresses, or a quoted field, is no host.
        if last == ASCII.comma || bytes[start] == ASCII.quote { throw LineFailure(.unexpected, at: start) }
        var nameEnd = host.upperBound
        while nameEnd > start, ASCII.digit(bytes[nameEnd - 1]) < 10 { nameEnd -= 1 }
        let hasPort = nameEnd < host.upperBound && nameEnd > start && bytes[nameEnd - 1] == ASCII.colon
        let name = start..<(hasPort ? nameEnd - 1 : host.upperBound)
        // An address alone is rather a client's that a proxy has forwarded than the host's.
        if isAddress(bytes, host) { throw LineFailure(.unexpected, at: start) }
        if !isAbsent(bytes, name) { record.set(.host, name) }
    }

    /// Whether there are only digits and dots, or two colons and more.
    private static func isAddress(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        range.allSatisfy { ASCII.digit(bytes[$0]) < 10 || bytes[$0] == ASCII.dot }
            || bytes[range.lowerBound] != ASCII.leftBracket && range.count { bytes[$0] == ASCII.colon } > 1
    }

    /// Reads an address or a host name, or a list of them with commas, as proxies forward it; kept as it is written.
    @inline(__always)
    private static func readClient(
        _ bytes: Span<UInt8>, _ position: inout Int, _ end: Int, mayBeAbsent: Bool, into record: inout LineRecord
    ) throws(LineFailure) {
        let start = position
        var client = try token(bytes, &position, end)
        if bytes[start] == ASCII.quote { throw LineFailure(.unexpected, at: start) }
        while bytes[client.upperBound - 1] == ASCII.comma {
            client = start..<(try token(bytes, &position, end)).upperBound
        }
        if !isAbsent(bytes, client) {
            record.set(.client, client)
        } else if !mayBeAbsent {
            throw LineFailure(.unexpected, at: start)
        }
    }

    /// Reads the user name, which may have spaces and brackets, up to the first ` [` that a time follows.
    @inline(__always)
    private static func readUserAndTime(
        _ bytes: Span<UInt8>, _ position: inout Int, _ end: Int, into record: inout LineRecord,
        _ context: inout LineContext
    ) throws(LineFailure) {
        let start = position
        if end - start > 2, bytes[start] == ASCII.minus, bytes[start + 1] == ASCII.space,
            bytes[start + 2] == ASCII.leftBracket
        {
            position = start + 2
            record.time = try context.clock.read(bytes, &position, end, context.options)
        } else {
            let user = try readNamedUserAndTime(bytes, &position, end, into: &record, &context)
            if !isAbsent(bytes, user) { record.set(.user, user) }
        }
        guard position < end else { throw LineFailure(.missingField, at: position) }
        guard bytes[position] == ASCII.space else { throw LineFailure(.unexpected, at: position) }
        position += 1
    }

    @inline(never)
    private static func readNamedUserAndTime(
        _ bytes: Span<UInt8>, _ position: inout Int, _ end: Int, into record: inout LineRecord,
        _ context: inout LineContext
    ) throws(LineFailure) -> Range<Int> {
        let start = position
        // "- " at the start of a name is no name: the line has more fields before the time than the format.
        if end - start > 1, bytes[start] == ASCII.minus, bytes[start + 1] == ASCII.space {
            throw LineFailure(.unexpected, at: start + 2)
        }
        var failure = LineFailure(.missingField, at: end)
        var search = start
        while let bracket = bytes.firstIndex(of: ASCII.leftBracket, in: search..<end) {
            if bracket > start, bytes[bracket - 1] == ASCII.space {
                do throws(LineFailure) {
                    var behind = bracket
                    record.time = try context.clock.read(bytes, &behind, end, context.options)
                    position = behind
                    let isEmpty =
                        bracket - 1 - start == 2 && bytes[start] == ASCII.quote && bytes[start + 1] == ASCII.quote
                    return start..<(isEmpty ? start : bracket - 1)
                } catch {
                    if failure.reason == .missingField { failure = error }
                }
            }
            search = bracket + 1
        }
        throw failure
    }
}
