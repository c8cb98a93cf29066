import Gzip

/// Inflates gzip data that come piece by piece, and searches what comes out and gzip data therein.
///
/// What begins like a member within other data and is none hides no more than what it takes for its header.
final class InflatedSearch {
    /// What becomes of gzip data within others.
    struct Nested {
        /// How much may still be inflated, of all that lie within the same data together.
        var bytesLeft: Int64 = 1 << 30
        /// Whether some lie deeper than is looked, or inflate to more.
        var isIncomplete = false
        /// Members that can be read.
        var members = 0
        /// What they inflated to.
        var bytes: Int64 = 0
    }

    /// What is found: a pattern, where the data begin in those around them, outermost first, and a byte that was
    /// inflated.
    typealias Found = (_ pattern: Int, _ starts: [Int64], _ position: Int64) -> Void

    /// How many times data may lie within others.
    static let deepest = 3
    /// What a member begins with whose method is the only one there is (RFC 1952, section 2.3).
    static let beginning: [UInt8] = [0x1F, 0x8B, 8]

    private let search: PatternSearch
    private let starts: [Int64]
    private var inflater = GzipInflater()
    private var stream: StreamSearch
    private var inner: InflatedSearch?
    /// How much of ``beginning`` came last.
    private var begun = 0
    /// Whether something else than a member came: it begins behind the data, or they are none.
    private(set) var isDone = false

    /// - Parameter starts: where the data begin in those around them; empty if they lie in none.
    init(_ search: PatternSearch, within starts: [Int64] = []) {
        self.search = search
        self.starts = starts
        stream = StreamSearch(search, blockBytes: starts.isEmpty ? 1 << 20 : 1 << 16)
    }

    /// Bytes of the data so far.
    var consumedBytes: Int64 { inflater.consumedBytes }
    /// Bytes that were inflated so far.
    var producedBytes: Int64 { inflater.producedBytes }

    /// Takes bytes of the data.
    ///
    /// - Returns: how many belong to them: all, unless the data are done.
    func append(_ input: Span<UInt8>, _ nested: inout Nested, _ found: Found) -> Int {
        let first = inflater.consumedBytes
        var consumed = 0
        var isFull = false
        repeat {
            stream.append { buffer, filled in
                let before = inflater.producedBytes
                // What was inflated before the data broke is searched.
                do throws(GzipError) {
                    _ = try inflater.inflate(input.extracting(consumed...), into: &buffer, at: filled)
                } catch { isDone = true }
                consumed = Int(inflater.consumedBytes - first)
                let end = filled + Int(inflater.producedBytes - before)
                isFull = end == buffer.count
                count(end - filled, &nested)
                searchWithin(buffer.span.extracting(filled..<end), after: before, &nested, found)
                return end - filled
            } found: {
                found($0, starts, $1)
            }
        } while !isDone && (isFull || consumed < input.count)
        return consumed
    }

    /// Searches what has not been searched yet.
    func finish(_ nested: inout Nested, _ found: Found) {
        inner?.finish(&nested, found)
        stream.finish { found($0, starts, $1) }
        if !starts.isEmpty, producedBytes > 0 { nested.members += 1 }
    }

    private func count(_ bytes: Int, _ nested: inout Nested) {
        guard !starts.isEmpty else { return }
        nested.bytes += Int64(bytes)
        nested.bytesLeft -= Int64(bytes)
        guard nested.bytesLeft < 0 else { return }
        nested.isIncomplete = true
        isDone = true
    }

    /// Hands bytes that were inflated to the data within, where there are any.
    private func searchWithin(
        _ bytes: Span<UInt8>, after position: Int64, _ nested: inout Nested, _ found: Found
    ) {
        var index = 0
        while index < bytes.count {
            if let inner {
                index += inner.append(bytes.extracting(index...), &nested, found)
                if inner.isDone {
                    inner.finish(&nested, found)
                    self.inner = nil
                }
                continue
            }
            let isNext = bytes[index] == InflatedSearch.beginning[begun]
            begun = isNext ? begun + 1 : bytes[index] == InflatedSearch.beginning[0] ? 1 : 0
            index += 1
            guard begun == InflatedSearch.beginning.count else { continue }
            begun = 0
            guard starts.count < InflatedSearch.deepest, nested.bytesLeft > 0 else {
                nested.isIncomplete = true
                continue
            }
            let start = position + Int64(index - InflatedSearch.beginning.count)
            let inner = InflatedSearch(search, within: starts + [start])
            _ = inner.append(InflatedSearch.beginning.span, &nested, found)
            self.inner = inner
        }
    }
}
