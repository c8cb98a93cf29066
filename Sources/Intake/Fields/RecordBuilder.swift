/// Puts the values that a format has found in a line into its record.
///
/// One builder serves one line: what several values tell together (date and time of day, path and query) is joined
/// when the line has ended.
struct RecordBuilder {
    /// The instant, if one value tells it.
    private var instant: Int64?
    /// The instant that several values tell together.
    private var parts = TimeParts()
    private var hasParts = false
    private var path: FieldValue?
    private var query: FieldValue?

    /// - Throws: ``LineFailure`` if the value is not what the field takes.
    @inline(__always)
    mutating func set(
        _ field: LogField, _ value: FieldValue, of bytes: Span<UInt8>, into record: inout LineRecord,
        _ context: inout LineContext
    ) throws(LineFailure) {
        switch field {
        case .text(let text): set(text, value, of: bytes, into: &record, &context)
        case .request: RecordBuilder.setRequest(value, of: bytes, into: &record, &context)
        case .path: path = value
        case .query: query = value
        case .status: try RecordBuilder.setStatus(bytes, value.range, into: &record)
        case .statusOrState:
            if DecimalText.scaled(bytes, value.range, by: 0) == nil {
                set(.appStatus, value, of: bytes, into: &record, &context)
            } else {
                try RecordBuilder.setStatus(bytes, value.range, into: &record)
            }
        case .bytes: try RecordBuilder.setNumber(.bytes, .microseconds, bytes, value.range, into: &record)
        case .duration(let unit): try RecordBuilder.setNumber(.duration, unit, bytes, value.range, into: &record)
        case .time(let notation): try set(notation, value, of: bytes, &context)
        case .ignored: break
        }
    }

    /// Takes the instant that the caller has read.
    @inline(__always)
    mutating func set(instant: Int64) {
        self.instant = instant
    }

    /// Lets the caller read a part of the instant.
    @inline(__always)
    mutating func setPart(_ read: (inout TimeParts) throws(LineFailure) -> Void) throws(LineFailure) {
        hasParts = true
        try read(&parts)
    }

    /// Sets out from a date and an offset that count for lines that do not tell theirs.
    mutating func assume(_ parts: TimeParts) {
        self.parts = parts
    }

    /// Joins what belongs together.
    ///
    /// - Parameter start: where the line begins, for the failure of a line without a time.
    @inline(__always)
    mutating func finish(
        _ bytes: Span<UInt8>, at start: Int, into record: inout LineRecord, _ context: inout LineContext
    ) throws(LineFailure) {
        if path != nil || query != nil { joinTarget(of: bytes, into: &record, &context) }
        if let instant {
            record.time = hasParts ? instant + fraction(behind: instant) : instant
        } else if hasParts {
            record.time = try parts.instant(context.options, at: start)
        } else if let outer = context.envelopeTime {
            record.time = outer
        } else {
            throw LineFailure(.time, at: start)
        }
    }

    /// The milliseconds that a field of their own tells, if the instant has none: `%{sec}t.%{msec_frac}t` of Apache.
    private func fraction(behind instant: Int64) -> Int64 {
        instant % 1000 == 0 && parts[.minute] == nil ? Int64(parts[.millisecond] ?? 0) : 0
    }

    @inline(__always)
    private func set(
        _ text: RawBatch.Text, _ value: FieldValue, of bytes: Span<UInt8>, into record: inout LineRecord,
        _ context: inout LineContext
    ) {
        if RecordBuilder.isAbsent(bytes, value.range) { return }
        if value.escapes == .none {
            record.set(text, value.range)
        } else {
            record.set(text, context.decode(value, of: bytes), decoded: true)
        }
    }

    private mutating func set(
        _ notation: TimeNotation, _ value: FieldValue, of bytes: Span<UInt8>, _ context: inout LineContext
    ) throws(LineFailure) {
        if RecordBuilder.isAbsent(bytes, value.range) { return }
        switch notation {
        case .iso8601, .epoch, .automatic:
            let options = context.options
            instant = try context.times.readInstant(notation, bytes, value.range, options)
        default:
            hasParts = true
            try context.times.read(notation, bytes, value.range, into: &parts)
        }
    }

    private static func setRequest(
        _ value: FieldValue, of bytes: Span<UInt8>, into record: inout LineRecord, _ context: inout LineContext
    ) {
        if value.escapes == .none {
            RequestLine.read(bytes, value.range, isDecoded: false, into: &record)
        } else {
            let range = context.decode(value, of: bytes)
            RequestLine.read(context.decoded.span, range, isDecoded: true, into: &record)
        }
    }

    /// Up to three digits; 0 is what some servers write if there was no response.
    @inline(__always)
    private static func setStatus(
        _ bytes: Span<UInt8>, _ range: Range<Int>, into record: inout LineRecord
    ) throws(LineFailure) {
        if isAbsent(bytes, range) { return }
        guard let value = DecimalText.scaled(bytes, range, by: 0), value <= 999 else {
            throw LineFailure(.status, at: range.lowerBound)
        }
        if value >= 0 { record.set(.status, value) }
    }

    /// A negative number stands for none.
    @inline(__always)
    private static func setNumber(
        _ number: RawBatch.Number, _ unit: DurationUnit, _ bytes: Span<UInt8>, _ range: Range<Int>,
        into record: inout LineRecord
    ) throws(LineFailure) {
        if isAbsent(bytes, range) { return }
        guard let value = unit.microseconds(bytes, range) else {
            throw LineFailure(.number, at: range.lowerBound)
        }
        if value >= 0 { record.set(number, value) }
    }

    @inline(never)
    private func joinTarget(of bytes: Span<UInt8>, into record: inout LineRecord, _ context: inout LineContext) {
        // A whole target is better than its parts.
        guard !record.has(.target), let path, !RecordBuilder.isAbsent(bytes, path.range) else { return }
        guard let query, !RecordBuilder.isAbsent(bytes, query.range) else {
            return set(.target, path, of: bytes, into: &record, &context)
        }
        let start = context.decoded.count
        _ = context.decode(path, of: bytes)
        if bytes[query.range.lowerBound] != UInt8(ascii: "?") { context.decoded.append(UInt8(ascii: "?")) }
        let end = context.decode(query, of: bytes).upperBound
        record.set(.target, start..<end, decoded: true)
    }

    @inline(__always)
    static func isAbsent(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        range.isEmpty || (range.count == 1 && bytes[range.lowerBound] == ASCII.minus)
    }
}
