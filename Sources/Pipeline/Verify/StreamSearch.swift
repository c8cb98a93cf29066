/// Searches bytes that come piece by piece, in memory that does not grow; what crosses the border of two pieces is
/// found, and found once.
struct StreamSearch {
    private let search: PatternSearch
    private var buffer: [UInt8]
    private var filled = 0
    /// Bytes at the beginning of the buffer that have been searched, and may be the beginning of something.
    private var searched = 0
    /// Where the buffer begins in the stream.
    private var base: Int64 = 0

    /// - Parameter blockBytes: how many bytes are searched at a time.
    init(_ search: PatternSearch, blockBytes: Int = 1 << 20) {
        self.search = search
        buffer = [UInt8](repeating: 0, count: search.table.longest + blockBytes)
    }

    /// Bytes that came so far.
    var byteCount: Int64 { base + Int64(filled) }

    /// Takes bytes that `fill` writes into the buffer from an index on, of which there is always room for at least one.
    ///
    /// - Parameter fill: returns how many bytes it has written.
    mutating func append(
        _ fill: (inout [UInt8], Int) throws -> Int, found: (_ pattern: Int, _ start: Int64) throws -> Void
    ) rethrows {
        filled += try fill(&buffer, filled)
        if filled == buffer.count { try searchBuffer(found) }
    }

    /// Searches what has not been searched yet.
    mutating func finish(found: (_ pattern: Int, _ start: Int64) throws -> Void) rethrows {
        try searchBuffer(found)
    }

    private mutating func searchBuffer(_ found: (_ pattern: Int, _ start: Int64) throws -> Void) rethrows {
        let (table, known, base) = (search.table, searched, base)
        try search.search(buffer.span.extracting(..<filled)) { pattern, start in
            // What ends within the searched bytes was found with them.
            guard start + table.range(of: pattern).count > known else { return }
            try found(pattern, base + Int64(start))
        }
        let tail = min(filled, max(0, search.table.longest - 1))
        buffer.replaceSubrange(..<tail, with: Array(buffer[filled - tail..<filled]))
        self.base += Int64(filled - tail)
        filled = tail
        searched = tail
    }
}
