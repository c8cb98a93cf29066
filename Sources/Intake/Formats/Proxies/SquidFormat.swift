/// Squid's native format: `time elapsed client result/status bytes method URL user hierarchy/peer type`.
///
/// See the directive `logformat squid` in Squid's configuration; the second field is padded with blanks.
struct SquidFormat: LineFormat {
    let name = "squid"
    let summary = "Squid's native access log"

    func parse(
        _ bytes: Span<UInt8>, _ line: Range<Int>, into record: inout LineRecord, _ context: inout LineContext
    ) throws(LineFailure) {
        var position = line.lowerBound
        let end = line.upperBound
        var builder = RecordBuilder()
        func next() throws(LineFailure) -> FieldValue {
            while position < end, bytes[position] == ASCII.space { position += 1 }
            let start = position
            while position < end, bytes[position] != ASCII.space { position += 1 }
            guard position > start else { throw LineFailure(.missingField, at: end) }
            return FieldValue(start..<position)
        }
        try builder.set(.time(.epoch(.seconds)), try next(), of: bytes, into: &record, &context)
        try builder.set(.duration(.milliseconds), try next(), of: bytes, into: &record, &context)
        try builder.set(.text(.client), try next(), of: bytes, into: &record, &context)
        let result = try next().range
        guard let slash = bytes.firstIndex(of: ASCII.slash, in: result) else {
            throw LineFailure(.status, at: result.lowerBound)
        }
        try builder.set(
            .text(.cache), FieldValue(result.lowerBound..<slash), of: bytes, into: &record, &context)
        try builder.set(.status, FieldValue(slash + 1..<result.upperBound), of: bytes, into: &record, &context)
        try builder.set(.bytes, try next(), of: bytes, into: &record, &context)
        try builder.set(.text(.method), try next(), of: bytes, into: &record, &context)
        try builder.set(.text(.target), try next(), of: bytes, into: &record, &context)
        try builder.set(.text(.user), try next(), of: bytes, into: &record, &context)
        _ = try next()
        if position < end { try builder.set(.text(.mime), try next(), of: bytes, into: &record, &context) }
        try builder.finish(bytes, at: line.lowerBound, into: &record, &context)
    }
}
