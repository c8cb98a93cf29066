import Events
import Privacy

/// The last lines of an input, by which a restarted pipe is recognised.
struct LineTail {
    static let limit = 64
    private var lines: [[UInt8]] = []

    /// Takes note of whole lines; only the last ones are kept.
    mutating func keep(_ bytes: Span<UInt8>) {
        var position = bytes.count - 1
        var end = bytes.count
        var fresh: [[UInt8]] = []
        while position >= 0, fresh.count < LineTail.limit {
            position -= 1
            while position >= 0, bytes[position] != 10 { position -= 1 }
            fresh.append(bytes.extracting(position + 1..<end).copied)
            end = position + 1
        }
        lines.append(contentsOf: fresh.reversed())
        if lines.count > LineTail.limit { lines.removeFirst(lines.count - LineTail.limit) }
    }

    /// The tags of the lines, oldest first.
    func tags(_ key: ContentKey) -> [Fingerprint] {
        lines.map { key.lineTag($0.span) }
    }
}
