/// The request inside a quoted field: `METHOD target HTTP/1.1`.
///
/// Whatever is not a request (a TLS greeting on a plain port, `-`, nothing at all) leaves its three fields absent and
/// is no reason to reject the line: the server did answer it.
enum RequestLine {
    /// - Parameter isDecoded: whether `bytes` are the context's decoded bytes rather than the log's.
    @inline(__always)
    static func read(_ bytes: Span<UInt8>, _ range: Range<Int>, isDecoded: Bool, into record: inout LineRecord) {
        let end = range.upperBound
        var methodEnd = range.lowerBound
        while methodEnd < end, ASCII.isToken(bytes[methodEnd]) { methodEnd &+= 1 }
        guard methodEnd > range.lowerBound, methodEnd < end, bytes[methodEnd] == ASCII.space else { return }
        let targetStart = methodEnd + 1
        guard targetStart < end else { return }
        var targetEnd = end
        var lastSpace = end - 1
        while lastSpace > targetStart, bytes[lastSpace] != ASCII.space { lastSpace &-= 1 }
        if lastSpace > targetStart, isProtocol(bytes, lastSpace + 1..<end) {
            targetEnd = lastSpace
            record.set(.protocol, lastSpace + 1..<end, decoded: isDecoded)
        } else if !isSimpleRequest(bytes, range.lowerBound..<methodEnd, target: targetStart) {
            return
        }
        record.set(.method, range.lowerBound..<methodEnd, decoded: isDecoded)
        record.set(.target, targetStart..<targetEnd, decoded: isDecoded)
    }

    /// `HTTP/` and a version of one number, or two with a dot between them.
    @inline(__always)
    private static func isProtocol(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        let start = range.lowerBound
        guard range.count >= 6, range.count <= 10, bytes[start] == UInt8(ascii: "H"),
            bytes[start + 1] == UInt8(ascii: "T"), bytes[start + 2] == UInt8(ascii: "T"),
            bytes[start + 3] == UInt8(ascii: "P"), bytes[start + 4] == ASCII.slash
        else { return false }
        var index = start + 5
        while index < range.upperBound, ASCII.digit(bytes[index]) < 10 { index &+= 1 }
        guard index > start + 5 else { return false }
        if index == range.upperBound { return true }
        let fraction = index + 1
        guard bytes[index] == ASCII.dot, fraction < range.upperBound else { return false }
        index = fraction
        while index < range.upperBound, ASCII.digit(bytes[index]) < 10 { index &+= 1 }
        return index == range.upperBound
    }

    /// A request without a protocol, as HTTP/0.9 has it: a method of capital letters and a path or an absolute address.
    private static func isSimpleRequest(_ bytes: Span<UInt8>, _ method: Range<Int>, target: Int) -> Bool {
        for index in method where !(UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(bytes[index]) { return false }
        return bytes[target] == ASCII.slash || bytes[target] == UInt8(ascii: "h")
    }
}
