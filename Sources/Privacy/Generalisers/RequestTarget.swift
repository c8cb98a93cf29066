/// Where path and query lie in a request target (RFC 9112, section 3.2).
struct RequestTarget {
    /// Empty if the target names no resource by path: authority form, or no target at all.
    let path: Range<Int>
    /// Without the `?`; empty if there is none.
    let query: Range<Int>
    /// `OPTIONS *`.
    let isAsterisk: Bool

    init(_ target: Span<UInt8>) {
        isAsterisk = target.count == 1 && target[0] == UInt8(ascii: "*")
        guard let start = RequestTarget.startOfPath(target) else {
            path = 0..<0
            query = 0..<0
            return
        }
        var end = start
        while end < target.count, target[end] != UInt8(ascii: "?"), target[end] != UInt8(ascii: "#") { end += 1 }
        path = start..<end
        guard end < target.count, target[end] == UInt8(ascii: "?") else {
            query = end..<end
            return
        }
        var queryEnd = end + 1
        while queryEnd < target.count, target[queryEnd] != UInt8(ascii: "#") { queryEnd += 1 }
        query = (end + 1)..<queryEnd
    }

    /// 0 in origin form; behind scheme, user and authority in absolute form; nil in any other form.
    private static func startOfPath(_ target: Span<UInt8>) -> Int? {
        guard target.count > 0 else { return nil }
        if target[0] == UInt8(ascii: "/") { return 0 }
        guard var index = endOfScheme(target) else { return nil }
        while index < target.count {
            switch target[index] {
            case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return index
            default: index += 1
            }
        }
        return index
    }

    /// The index behind `scheme://`, nil if the text does not begin with it (RFC 3986, section 3.1).
    static func endOfScheme(_ text: Span<UInt8>) -> Int? {
        guard text.count > 3, ASCII.isLetter(text[0]) else { return nil }
        for index in 1..<min(text.count - 2, 32) {
            switch text[index] {
            case UInt8(ascii: ":"):
                guard text[index + 1] == UInt8(ascii: "/"), text[index + 2] == UInt8(ascii: "/") else { return nil }
                return index + 3
            case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): continue
            default:
                guard ASCII.isAlphanumeric(text[index]) else { return nil }
            }
        }
        return nil
    }
}
