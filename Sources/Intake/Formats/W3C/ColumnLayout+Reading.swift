extension ColumnLayout {
    /// Reads a line whose columns blanks or tabs separate; values with blanks stand in quotes.
    ///
    /// - Parameter isOpen: whether further columns may follow, which are passed over, or the last ones be missing.
    func parse(
        _ bytes: Span<UInt8>, _ line: Range<Int>, isOpen: Bool = false, into record: inout LineRecord,
        _ context: inout LineContext
    ) throws(LineFailure) {
        var position = line.lowerBound
        let end = line.upperBound
        var builder = RecordBuilder()
        builder.assume(outset)
        for field in fields {
            while position < end, ASCII.isBlank(bytes[position]) { position += 1 }
            guard position < end else {
                if isOpen { break }
                throw LineFailure(.missingField, at: end)
            }
            let isQuoted = bytes[position] == ASCII.quote
            var value = try ColumnLayout.value(bytes, &position, end)
            if !isQuoted { value.escapes = escapes(of: field) }
            try builder.set(field, value, of: bytes, into: &record, &context)
        }
        while position < end, ASCII.isBlank(bytes[position]) { position += 1 }
        if !isOpen, position < end { throw LineFailure(.trailing, at: position) }
        try builder.finish(bytes, at: line.lowerBound, into: &record, &context)
    }

    /// How values that stand without quotes are written: IIS writes the spaces of user agents as plus signs.
    @inline(__always)
    private func escapes(of field: LogField) -> FieldValue.Escapes {
        switch field {
        case .text(.agent): isCloudFront ? .percent : .plus
        case .text(.forwarded): isCloudFront ? .percent : .none
        default: .none
        }
    }

    /// Takes the next value: up to a blank, or between quotes, where a doubled quote stands for one.
    private static func value(
        _ bytes: Span<UInt8>, _ position: inout Int, _ end: Int
    ) throws(LineFailure) -> FieldValue {
        let start = position
        guard bytes[start] == ASCII.quote else {
            while position < end, !ASCII.isBlank(bytes[position]) { position += 1 }
            return FieldValue(start..<position)
        }
        position += 1
        var hasDoubled = false
        while let quote = bytes.firstIndex(of: ASCII.quote, in: position..<end) {
            position = quote + 1
            if position < end, bytes[position] == ASCII.quote {
                hasDoubled = true
                position += 1
            } else if position == end || ASCII.isBlank(bytes[position]) {
                return FieldValue(start + 1..<quote, escapes: hasDoubled ? .doubledQuotes : .none)
            }
        }
        throw LineFailure(.quote, at: start)
    }
}
