/// A fixed set of short lower-case ASCII words, looked up by bytes without regard to case.
///
/// A word of up to eight bytes is one integer; the set is a sorted list of them.
struct ByteSet: Sendable {
    private let words: [UInt64]

    /// - Parameter list: words of one to eight bytes, separated by spaces.
    init(_ list: String) {
        words = list.split(separator: " ").map { word in
            precondition(word.utf8.count <= 8, "a word of a byte set has at most eight bytes")
            return word.utf8.reduce(0) { $0 << 8 | UInt64($1) }
        }.sorted()
    }

    func contains(_ word: Span<UInt8>) -> Bool {
        guard (1...8).contains(word.count) else { return false }
        var key: UInt64 = 0
        for index in 0..<word.count { key = key << 8 | UInt64(ASCII.lowercased(word[index])) }
        var low = 0
        var high = words.count
        while low < high {
            let middle = (low + high) / 2
            if words[middle] < key { low = middle + 1 } else { high = middle }
        }
        return low < words.count && words[low] == key
    }
}
