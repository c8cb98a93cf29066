extension LineTemplate {
    /// Reads the line at `line` of `bytes`.
    func parse(
        _ bytes: Span<UInt8>, _ line: Range<Int>, into record: inout LineRecord, _ context: inout LineContext
    ) throws(LineFailure) {
        var position = line.lowerBound
        let end = line.upperBound
        var builder = RecordBuilder()
        try pass(prefix, bytes, &position, end)
        for step in steps {
            if step.ending == .time {
                try readTime(step.field, bytes, &position, end, into: &builder, &context)
                try pass(step.literal, bytes, &position, end)
                continue
            }
            let valueEnd = try self.end(of: step, bytes, position, end)
            var value = FieldValue(position..<valueEnd)
            if escapes != .none, step.field != .ignored,
                bytes.firstIndex(of: ASCII.backslash, in: value.range) != nil
            {
                value.escapes = escapes
            }
            try builder.set(step.field, value, of: bytes, into: &record, &context)
            position = valueEnd + step.literal.count
            // Only behind the last field may the literal be missing, in part: trailing blanks are often stripped.
            if position > end { throw LineFailure(.missingField, at: end) }
        }
        if !isOpen, position < end { throw LineFailure(.trailing, at: position) }
        try builder.finish(bytes, at: line.lowerBound, into: &record, &context)
    }

    /// Passes over a literal.
    private func pass(
        _ literal: Range<Int>, _ bytes: Span<UInt8>, _ position: inout Int, _ end: Int
    ) throws(LineFailure) {
        for index in literal {
            guard position < end else { throw LineFailure(.missingField, at: end) }
            guard bytes[position] == literals[index] else { throw LineFailure(.unexpected, at: position) }
            position += 1
        }
    }

    /// Where the value that begins at `start` ends.
    private func end(
        of step: Step, _ bytes: Span<UInt8>, _ start: Int, _ end: Int
    ) throws(LineFailure) -> Int {
        if step.literal.isEmpty { return end }
        var search = start
        while let found = find(step.literal, bytes, search..<end) {
            switch step.ending {
            case .quote where LineTemplate.isEscaped(bytes, found, from: start): break
            case .list where LineTemplate.continues(bytes, found, from: start, end): break
            default: return found
            }
            search = found + 1
        }
        if step.ending == .quote, let found = find(step.literal, bytes, start..<end) {
            // Written without escapes after all.
            return found
        }
        throw LineFailure(.missingField, at: end)
    }

    @inline(__always)
    private func find(_ literal: Range<Int>, _ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
        literal.count == 1
            ? bytes.firstIndex(of: literals[literal.lowerBound], in: range)
            : bytes.firstIndex(of: literals.span.extracting(literal), in: range)
    }

    /// Whether an odd number of backslashes stands before a place.
    private static func isEscaped(_ bytes: Span<UInt8>, _ place: Int, from start: Int) -> Bool {
        var index = place
        while index > start, bytes[index - 1] == ASCII.backslash { index -= 1 }
        return (place - index) % 2 == 1
    }

    /// Whether the value is a list that goes on behind the space at a place: `a, b` and `a : b`.
    private static func continues(_ bytes: Span<UInt8>, _ place: Int, from start: Int, _ end: Int) -> Bool {
        guard place > start, bytes[place] == ASCII.space else { return false }
        let before = bytes[place - 1]
        if before == ASCII.comma { return true }
        if before == ASCII.colon { return place - 2 > start && bytes[place - 2] == ASCII.space }
        return place + 2 < end && bytes[place + 1] == ASCII.colon && bytes[place + 2] == ASCII.space
    }

    /// Reads a time whose notation tells where it ends.
    private func readTime(
        _ field: LogField, _ bytes: Span<UInt8>, _ position: inout Int, _ end: Int, into builder: inout RecordBuilder,
        _ context: inout LineContext
    ) throws(LineFailure) {
        guard case .time(let notation) = field else { preconditionFailure("only times end by themselves") }
        if position < end, bytes[position] == ASCII.minus, position + 1 == end || bytes[position + 1] == ASCII.space {
            position += 1
            return
        }
        if case .pattern(let pattern) = notation {
            let start = position
            try builder.setPart { parts throws(LineFailure) in
                guard let matched = pattern.match(bytes, at: start, end: end, into: &parts) else {
                    throw LineFailure(.time, at: start)
                }
                position = matched
            }
        } else {
            builder.set(instant: try context.clock.read(bytes, &position, end, context.options))
        }
    }
}
