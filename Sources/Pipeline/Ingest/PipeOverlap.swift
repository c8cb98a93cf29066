import Events
import Privacy

/// Compares the first lines of a pipe with the last committed lines of its source: `tail -F` that is started again
/// repeats some.
struct PipeOverlap {
    private let tail: [Fingerprint]
    private let key: ContentKey
    /// For each place in the tail where the pipe may have begun, still agreeing.
    private var starts: [Int]
    private var lines = 0
    private(set) var isOpen = true
    /// How many of the pipe's first lines are the last lines of its source.
    private(set) var knownLines = 0

    /// - Returns: nil if there is nothing to compare with, or its key is gone.
    init?(tail: [Fingerprint], keys: [ContentKey], month: String) {
        guard !tail.isEmpty, let key = keys.first(where: { $0.month.description == month }) else { return nil }
        self.tail = tail
        self.key = key
        starts = Array(tail.indices)
    }

    /// Compares the next whole lines.
    mutating func compare(_ bytes: Span<UInt8>) {
        var start = 0
        while isOpen, start < bytes.count {
            var end = start
            while end < bytes.count, bytes[end] != 10 { end += 1 }
            end = min(end + 1, bytes.count)
            compareLine(key.lineTag(bytes.extracting(start..<end)))
            start = end
        }
    }

    /// The pipe has ended.
    mutating func close() {
        isOpen = false
    }

    private mutating func compareLine(_ tag: Fingerprint) {
        starts.removeAll { $0 + lines >= tail.count || tail[$0 + lines] != tag }
        lines += 1
        if starts.contains(where: { $0 + lines == tail.count }) { knownLines = lines }
        starts.removeAll { $0 + lines == tail.count }
        if starts.isEmpty { isOpen = false }
    }
}
