/// A format whose lines stand in envelopes.
struct EnvelopedFormat: LineFormat {
    let envelope: Envelope
    let inner: any LineFormat

    var name: String { "\(envelope.rawValue):\(inner.name)" }
    var summary: String { "\(inner.summary), in \(envelope.summary)" }

    var passesOverFields: Bool { inner.passesOverFields }

    func parse(
        _ bytes: Span<UInt8>, _ line: Range<Int>, into record: inout LineRecord, _ context: inout LineContext
    ) throws(LineFailure) {
        context.envelopeTime = nil
        defer { context.envelopeTime = nil }
        let enclosed = try envelope.open(bytes, line, &context)
        guard enclosed.isUnwrapped else {
            guard !enclosed.range.isEmpty else { throw .message(at: line.lowerBound) }
            return try inner.parse(bytes, enclosed.range, into: &record, &context)
        }
        guard !enclosed.range.isEmpty else { throw .message(at: line.lowerBound) }
        var unwrapped: [UInt8] = []
        swap(&unwrapped, &context.unwrapped)
        defer { swap(&unwrapped, &context.unwrapped) }
        do throws(LineFailure) {
            try inner.parse(unwrapped.span, enclosed.range, into: &record, &context)
        } catch {
            // Places within the string mean nothing to the reader of the log.
            throw error.isMessage ? error : LineFailure(error.reason, at: line.lowerBound)
        }
        record.moveToDecoded(by: context.decoded.count)
        context.decoded.append(contentsOf: unwrapped)
    }
}
