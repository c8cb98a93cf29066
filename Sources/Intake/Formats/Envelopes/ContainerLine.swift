/// A line of a container as the kubelet writes it: `TIME stdout|stderr F|P LINE`.
///
/// A `P` marks a part of a line that was too long for the runtime; parts are no lines and are rejected.
enum ContainerLine {
    static func open(
        _ bytes: Span<UInt8>, _ line: Range<Int>, _ context: inout LineContext
    ) throws(LineFailure) -> Range<Int> {
        let end = line.upperBound
        var position = line.lowerBound
        let time = try NCSALine.token(bytes, &position, end)
        let stream = try NCSALine.token(bytes, &position, end)
        guard bytes.equals("stdout", at: stream) || bytes.equals("stderr", at: stream) else {
            throw LineFailure(.unexpected, at: stream.lowerBound)
        }
        let options = context.options
        context.envelopeTime = try context.times.readInstant(.iso8601, bytes, time, options)
        let tag = position
        while position < end, bytes[position] != ASCII.space { position += 1 }
        // Tags are separated by colons, and the first says whether the line is whole.
        guard tag < end, bytes[tag] == UInt8(ascii: "F") else { throw LineFailure(.missingField, at: tag) }
        return min(position + 1, end)..<end
    }
}

/// What `docker compose logs` and `kubectl logs --prefix` put in front of lines.
enum ComposeLine {
    static func open(_ bytes: Span<UInt8>, _ line: Range<Int>) throws(LineFailure) -> Range<Int> {
        let end = line.upperBound
        var position = line.lowerBound
        if bytes.hasPrefix("[pod/", at: position, end) {
            guard let close = bytes.firstIndex(of: ASCII.rightBracket, in: position..<end) else {
                throw LineFailure(.missingField, at: end)
            }
            return min(close + 2, end)..<end
        }
        while position < end, ASCII.isToken(bytes[position]), bytes[position] != UInt8(ascii: "|") { position += 1 }
        guard position > line.lowerBound else { throw LineFailure(.unexpected, at: position) }
        while position < end, bytes[position] == ASCII.space { position += 1 }
        guard position < end, bytes[position] == UInt8(ascii: "|") else { throw LineFailure(.unexpected, at: position) }
        position += 1
        if position < end, bytes[position] == ASCII.space { position += 1 }
        return position..<end
    }
}
