/// Walks the `name=value` pairs of a query (WHATWG URL, `application/x-www-form-urlencoded`), undecoded.
enum FormQuery {
    /// More pairs than this are not looked at.
    static let pairLimit = 256

    /// Calls `body` with the ranges of each pair's name and value until it returns false.
    @inline(__always)
    static func forEachPair(of query: Span<UInt8>, _ body: (Range<Int>, Range<Int>) -> Bool) {
        var index = 0
        var pairs = 0
        while index < query.count, pairs < pairLimit {
            pairs += 1
            let start = index
            var equals = -1
            while index < query.count, query[index] != UInt8(ascii: "&") {
                if equals < 0, query[index] == UInt8(ascii: "=") { equals = index }
                index += 1
            }
            if equals >= 0, !body(start..<equals, (equals + 1)..<index) { return }
            index += 1
        }
    }
}
