extension NCSALine {
    /// Reads what stands behind the time, quoted fields by the rules of escaping.
    @inline(__always)
    static func readRest(
        _ bytes: Span<UInt8>, _ rest: Range<Int>, _ tail: Tail, into record: inout LineRecord,
        _ context: inout LineContext
    ) throws(LineFailure) {
        var position = rest.lowerBound
        let end = rest.upperBound
        let request = try quoted(bytes, &position, end)
        try expectSpace(bytes, &position, end)
        try readStatusAndBytes(bytes, &position, end, into: &record)
        if tail == .none {
            try expectEnd(bytes, position, end)
        } else if tail == .commonWithExtras {
            try passExtras(bytes, &position, end)
        } else {
            try expectSpace(bytes, &position, end)
            let referrer = try quoted(bytes, &position, end)
            try expectSpace(bytes, &position, end)
            let agent = try quoted(bytes, &position, end)
            if tail == .combinedWithExtras {
                try passExtras(bytes, &position, end)
            } else {
                try expectEnd(bytes, position, end)
            }
            set(.referrer, referrer, of: bytes, into: &record, &context)
            set(.agent, agent, of: bytes, into: &record, &context)
        }
        if request.hasEscapes {
            let decoded = LogEscapes.decode(bytes, request.range, into: &context.decoded)
            RequestLine.read(context.decoded.span, decoded, isDecoded: true, into: &record)
        } else {
            RequestLine.read(bytes, request.range, isDecoded: false, into: &record)
        }
    }

    /// Reads `status bytes`; `-` stands for none.
    @inline(__always)
    static func readStatusAndBytes(
        _ bytes: Span<UInt8>, _ position: inout Int, _ end: Int, into record: inout LineRecord
    ) throws(LineFailure) {
        let start = position
        guard start < end else { throw LineFailure(.missingField, at: start) }
        if bytes[start] == ASCII.minus {
            position = start + 1
        } else {
            guard end - start >= 3 else { throw LineFailure(.missingField, at: end) }
            let hundreds = ASCII.digit(bytes[start])
            let tens = ASCII.digit(bytes[start + 1])
            let ones = ASCII.digit(bytes[start + 2])
            guard hundreds < 10, tens < 10, ones < 10 else { throw LineFailure(.status, at: start) }
            record.set(.status, Int64(hundreds * 100 + tens * 10 + ones))
            position = start + 3
        }
        guard position == end || bytes[position] == ASCII.space else { throw LineFailure(.status, at: start) }
        try expectSpace(bytes, &position, end)
        try readByteCount(bytes, &position, end, into: &record)
    }

    @inline(__always)
    static func readByteCount(
        _ bytes: Span<UInt8>, _ position: inout Int, _ end: Int, into record: inout LineRecord
    ) throws(LineFailure) {
        guard position < end else { throw LineFailure(.missingField, at: position) }
        if bytes[position] == ASCII.minus {
            position += 1
        } else {
            var index = position
            var value: Int64 = 0
            while index < end, ASCII.digit(bytes[index]) < 10 {
                let (product, tooLarge) = value.multipliedReportingOverflow(by: 10)
                let (sum, overflow) = product.addingReportingOverflow(Int64(ASCII.digit(bytes[index])))
                guard !tooLarge, !overflow else { throw LineFailure(.number, at: position) }
                value = sum
                index &+= 1
            }
            guard index > position else { throw LineFailure(.number, at: position) }
            position = index
            record.set(.bytes, value)
        }
        guard position == end || bytes[position] == ASCII.space else { throw LineFailure(.number, at: position) }
    }

    /// Takes a quoted field and its quotes.
    @inline(__always)
    static func quoted(_ bytes: Span<UInt8>, _ position: inout Int, _ end: Int) throws(LineFailure) -> Quoted {
        let start = position + 1
        guard start <= end else { throw LineFailure(.missingField, at: end) }
        guard bytes[position] == ASCII.quote else { throw LineFailure(.unexpected, at: position) }
        guard let close = bytes.firstIndex(of: ASCII.quote, in: start..<end) else {
            throw LineFailure(.missingField, at: end)
        }
        if let escape = bytes.firstIndex(of: ASCII.backslash, in: start..<close) {
            return try quotedWithEscapes(bytes, &position, end, firstEscape: escape)
        }
        position = close + 1
        return Quoted(range: start..<close, hasEscapes: false)
    }

    @inline(never)
    private static func quotedWithEscapes(
        _ bytes: Span<UInt8>, _ position: inout Int, _ end: Int, firstEscape: Int
    ) throws(LineFailure) -> Quoted {
        let start = position + 1
        var index = firstEscape
        while index < end, bytes[index] != ASCII.quote {
            index += bytes[index] == ASCII.backslash ? 2 : 1
        }
        guard index < end else { throw LineFailure(.missingField, at: end) }
        position = index + 1
        return Quoted(range: start..<index, hasEscapes: true)
    }

    /// Passes over any number of further fields, each behind a space, quoted or not.
    @inline(__always)
    static func passExtras(_ bytes: Span<UInt8>, _ position: inout Int, _ end: Int) throws(LineFailure) {
        while position < end {
            guard bytes[position] == ASCII.space else { throw LineFailure(.quote, at: position) }
            position += 1
            if position < end, bytes[position] == ASCII.quote {
                _ = try quoted(bytes, &position, end)
            } else {
                while position < end, bytes[position] != ASCII.space {
                    guard bytes[position] != ASCII.quote else { throw LineFailure(.quote, at: position) }
                    position &+= 1
                }
            }
        }
    }

    @inline(__always)
    static func expectSpace(_ bytes: Span<UInt8>, _ position: inout Int, _ end: Int) throws(LineFailure) {
        guard position < end else { throw LineFailure(.missingField, at: position) }
        guard bytes[position] == ASCII.space else { throw LineFailure(.quote, at: position) }
        position &+= 1
    }

    /// The line must end here, spaces aside.
    @inline(__always)
    static func expectEnd(_ bytes: Span<UInt8>, _ position: Int, _ end: Int) throws(LineFailure) {
        var index = position
        while index < end, bytes[index] == ASCII.space { index &+= 1 }
        guard index == end else { throw LineFailure(.trailing, at: index) }
    }

    /// Sets a text, decoded if it has escapes; an empty one and `-` are absent.
    @inline(__always)
    static func set(
        _ field: RawBatch.Text, _ value: Quoted, of bytes: Span<UInt8>, into record: inout LineRecord,
        _ context: inout LineContext
    ) {
        if isAbsent(bytes, value.range) { return }
        if value.hasEscapes {
            record.set(field, LogEscapes.decode(bytes, value.range, into: &context.decoded), decoded: true)
        } else {
            record.set(field, value.range)
        }
    }
}
