/// Finds many byte strings in one pass.
///
/// Every pattern is known by a window of four of its bytes, the one that it shares with the fewest others; a text is
/// read through such a window, and only where a bit says that a pattern may have it are patterns compared (after Wu and
/// Manber, "A fast algorithm for multi-pattern searching", 1994, without its shifts, which the short patterns would not
/// allow). Letter case is folded within windows and looked at when patterns are compared. Memory is some 17 bytes a
/// pattern besides its own, and up to 17 MiB for hashes.
struct PatternSearch {
    /// Every pattern has at least so many bytes.
    static let windowLength = 4
    /// Windows of a pattern that are looked at for a rare one.
    private static let candidates = 64

    private struct Entry {
        let pattern: UInt32
        /// Where the window lies in the pattern.
        let offset: UInt32
    }

    let table: PatternTable
    private let shift: UInt32
    /// One bit for each hash of a window: whether a pattern has it.
    private var filter: [UInt64]
    /// Where the entries of each hash begin.
    private var buckets: [UInt32]
    private var entries: [Entry]

    init(_ table: PatternTable) {
        self.table = table
        // With 32 times as many hashes as patterns few places of a text look like one by chance.
        let bits = min(22, max(12, Int.bitWidth - (table.count * 32).leadingZeroBitCount))
        shift = UInt32(32 - bits)
        filter = [UInt64](repeating: 0, count: 1 << (bits - 6))
        buckets = [UInt32](repeating: 0, count: 1 << bits + 1)
        entries = []
        let chosen = PatternSearch.windows(table, shift)
        for (_, hash) in chosen {
            buckets[hash + 1] += 1
            filter[hash >> 6] |= 1 << UInt64(hash & 63)
        }
        for hash in 1..<buckets.count { buckets[hash] += buckets[hash - 1] }
        var next = buckets
        entries = [Entry](repeating: Entry(pattern: 0, offset: 0), count: chosen.count)
        for (pattern, (offset, hash)) in chosen.enumerated() {
            entries[Int(next[hash])] = Entry(pattern: UInt32(pattern), offset: UInt32(offset))
            next[hash] += 1
        }
    }

    /// Calls `found` with every pattern in the text and the place where it begins.
    func search(_ text: Span<UInt8>, _ found: (_ pattern: Int, _ start: Int) throws -> Void) rethrows {
        var window: UInt32 = 0
        let filter = filter.span
        for index in text.indices {
            window = window << 8 | UInt32(PatternTable.folded(text[index]))
            let hash = PatternSearch.hash(window, shift)
            guard filter[hash >> 6] >> UInt64(hash & 63) & 1 != 0, index >= PatternSearch.windowLength - 1 else {
                continue
            }
            for entry in entries[Int(buckets[hash])..<Int(buckets[hash + 1])] {
                let start = index - (PatternSearch.windowLength - 1) - Int(entry.offset)
                let pattern = Int(entry.pattern)
                guard start >= 0, table.range(of: pattern).count <= text.count - start,
                    table.matches(pattern, text, at: start)
                else { continue }
                try found(pattern, start)
            }
        }
    }

    /// The rarest window of each pattern: its place and its hash.
    private static func windows(_ table: PatternTable, _ shift: UInt32) -> [(offset: Int, hash: Int)] {
        var counts = [UInt32](repeating: 0, count: 1 << (32 - shift))
        for pattern in 0..<table.count { forEachWindow(table, pattern, shift) { counts[$1] += 1 } }
        return (0..<table.count).map { pattern in
            var best = (offset: 0, hash: 0)
            var least = UInt32.max
            forEachWindow(table, pattern, shift) { offset, hash in
                guard counts[hash] < least else { return }
                least = counts[hash]
                best = (offset, hash)
            }
            return best
        }
    }

    private static func forEachWindow(
        _ table: PatternTable, _ pattern: Int, _ shift: UInt32, _ body: (_ offset: Int, _ hash: Int) -> Void
    ) {
        let range = table.range(of: pattern)
        precondition(range.count >= windowLength, "the pattern is too short to be searched for")
        var window: UInt32 = 0
        for (place, index) in range.prefix(candidates).enumerated() {
            window = window << 8 | UInt32(PatternTable.folded(table.bytes[index]))
            if place >= windowLength - 1 { body(place - (windowLength - 1), hash(window, shift)) }
        }
    }

    @inline(__always)
    private static func hash(_ window: UInt32, _ shift: UInt32) -> Int {
        Int((window &* 0x9E37_79B1) >> shift)
    }
}
