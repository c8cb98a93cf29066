import Events
import Privacy

/// The last lines of an input, by which a restarted pipe is recognised.
struct LineTail {
    static let limit = 64
    /// Bytes of the lines kept besides the very last one, at most: lines may be long.
    static let byteLimit = 1 << 20
    private var lines: [[UInt8]] = []

    /// Takes note of whole lines; only the last ones are kept.
    mutating func keep(_ bytes: Span<UInt8>) {
        var position = bytes.count - 1
        var end = bytes.count
        var fresh: [[UInt8]] = []
        while position >= 0, fresh.count < LineTail.limit, fresh.isEmpty || bytes.count - end < LineTail.byteLimit {
            position -= 1
            while position >= 0, bytes[position] != 10 { position -= 1 }
            fresh.append(bytes.extracting(position + 1..<end).copied)
            end = position + 1
        }
        if position >= 0 { lines = [] }
        lines.append(contentsOf: fresh.reversed())
        var kept = 0
        var room = LineTail.byteLimit
        for line in lines.reversed() where kept < LineTail.limit {
            room -= kept == 0 ? 0 : line.count
            if room < 0 { break }
            kept += 1
        }
        lines.removeFirst(lines.count - kept)
    }

    /// The tags of the lines, oldest first.
    func tags(_ key: ContentKey) -> [Fingerprint] {
        lines.map { key.lineTag($0.span) }
    }
}
