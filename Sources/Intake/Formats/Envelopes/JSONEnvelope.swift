/// An envelope that is a JSON object with the line as a string in it.
struct JSONEnvelope: Sendable {
    static let docker = JSONEnvelope(line: "log", time: "time", .iso8601, mark: "stream")
    static let gelf = JSONEnvelope(line: "short_message", time: "timestamp", .epoch(.seconds), mark: "version")

    private let table: KeyPathTable
    private let notation: TimeNotation

    /// - Parameter mark: a further key that the object must have.
    private init(line: String, time: String, _ notation: TimeNotation, mark: String) {
        table = KeyPathTable([line, time, mark].enumerated().map { KeyPathTable.Want([$1], id: $0) })
        self.notation = notation
    }

    func open(
        _ bytes: Span<UInt8>, _ line: Range<Int>, _ context: inout LineContext
    ) throws(LineFailure) -> EnclosedLine {
        var inner: JSONScalar?
        var time: Range<Int>?
        var isMarked = false
        try JSONScanner.scan(bytes, line, wanting: table) { id, value throws(LineFailure) in
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
