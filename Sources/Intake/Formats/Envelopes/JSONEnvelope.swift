/// An envelope that is a JSON object with the line as a string in it.
struct JSONEnvelope: Sendable {
    static let docker = JSONEnvelope(lines: ["log", "message"], time: "time", .iso8601, mark: "stream")
    static let gelf = JSONEnvelope(lines: ["short_message"], time: "timestamp", .epoch(.seconds), mark: "version")

    private let table: KeyPathTable
    private let notation: TimeNotation

    /// - Parameters:
    ///   - lines: the keys that may have the line.
    ///   - mark: a further key that the object must have.
    private init(lines: [String], time: String, _ notation: TimeNotation, mark: String) {
        table = KeyPathTable(
            lines.map { KeyPathTable.Want([$0], id: 0) }
                + [KeyPathTable.Want([time], id: 1), KeyPathTable.Want([mark], id: 2)])
        self.notation = notation
    }

    func open(
        _ bytes: Span<UInt8>, _ line: Range<Int>, _ context: inout LineContext
    ) throws(LineFailure) -> EnclosedLine {
        var inner: JSONScalar?
        var time: Range<Int>?
        var isMarked = false
        try JSONScanner.scan(bytes, line, wanting: table, requiresUTF8: false) { id, value throws(LineFailure) in
            switch id {
            case 0: inner = value
            case 1: time = value.range
            default: isMarked = true
            }
        }
        guard let inner, inner.kind == .string, isMarked else { throw LineFailure(.unexpected, at: line.lowerBound) }
        if let time {
            let options = context.options
            context.envelopeTime = try context.times.readInstant(notation, bytes, time, options)
        }
        guard inner.hasEscapes else { return EnclosedLine(inner.range) }
        context.unwrapped.removeAll(keepingCapacity: true)
        var range = JSONEscapes.decode(bytes, inner.range, into: &context.unwrapped)
        while let last = range.last, [ASCII.lineFeed, ASCII.carriageReturn].contains(context.unwrapped[last]) {
            range = range.dropLast()
        }
        return EnclosedLine(range, isUnwrapped: true)
    }
}
