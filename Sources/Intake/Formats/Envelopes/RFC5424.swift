/// The header of RFC 5424, section 6: `<PRI>VERSION TIMESTAMP HOSTNAME APP-NAME PROCID MSGID STRUCTURED-DATA MSG`.
enum RFC5424 {
    static func open(
        _ bytes: Span<UInt8>, _ line: Range<Int>, _ context: inout LineContext
    ) throws(LineFailure) -> Range<Int> {
        let end = line.upperBound
        var position = line.lowerBound
        guard SyslogPriority.pass(bytes, &position, end), position + 1 < end, ASCII.digit(bytes[position]) < 10,
            bytes[position + 1] == ASCII.space
        else { throw LineFailure(.unexpected, at: position) }
        position += 2
        let time = try NCSALine.token(bytes, &position, end)
        if !RecordBuilder.isAbsent(bytes, time) {
            let options = context.options
            context.envelopeTime = try context.times.readInstant(.iso8601, bytes, time, options)
        }
        for _ in 0..<4 { _ = try NCSALine.token(bytes, &position, end) }
        try passStructuredData(bytes, &position, end)
        if position < end, bytes[position] == ASCII.space { position += 1 }
        if end - position >= 3, bytes.hasPrefix("\u{FEFF}", at: position, end) { position += 3 }
        return position..<end
    }

    /// Passes over `-`, or elements in brackets, in whose quoted values a backslash escapes.
    private static func passStructuredData(
        _ bytes: Span<UInt8>, _ position: inout Int, _ end: Int
    ) throws(LineFailure) {
        guard position < end else { throw LineFailure(.missingField, at: end) }
        if bytes[position] == ASCII.minus {
            position += 1
            return
        }
        guard bytes[position] == ASCII.leftBracket else { throw LineFailure(.unexpected, at: position) }
        while position < end, bytes[position] == ASCII.leftBracket {
            var isQuoted = false
            while true {
                position += 1
                guard position < end else { throw LineFailure(.missingField, at: end) }
                let byte = bytes[position]
                if byte == ASCII.backslash, isQuoted { position += 1 }
                if byte == ASCII.quote { isQuoted.toggle() }
                if byte == ASCII.rightBracket, !isQuoted { break }
            }
            position += 1
        }
    }
}

/// `<34>`, the priority in front of a syslog message.
enum SyslogPriority {
    /// - Returns: whether there was one.
    static func pass(_ bytes: Span<UInt8>, _ position: inout Int, _ end: Int) -> Bool {
        var index = position
        guard index < end, bytes[index] == UInt8(ascii: "<") else { return false }
        index += 1
        let first = index
        while index < end, index - first < 3, ASCII.digit(bytes[index]) < 10 { index += 1 }
        guard index > first, index < end, bytes[index] == UInt8(ascii: ">") else { return false }
        position = index + 1
        return true
    }
}
