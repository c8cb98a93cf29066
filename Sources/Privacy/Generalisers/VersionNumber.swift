/// Keeps of a version what many installations share: its first three numbers.
///
/// Build numbers, hashes and names behind them can tell single installations apart.
public enum VersionNumber {
    private static let partLimit = 3
    private static let digitLimit = 4

    /// Appends up to three numbers of at most four digits, such as `3.4.1`; false, and nothing appended, if the text does
    /// not begin with one, or with `v` and one.
    public static func generalise(_ text: Span<UInt8>, into result: inout [UInt8]) -> Bool {
        let start = result.count
        var index = text.count > 0 && text[0] | 0x20 == UInt8(ascii: "v") ? 1 : 0
        for part in 0..<partLimit {
            var end = index
            while end < text.count, ASCII.isDigit(text[end]) { end += 1 }
            guard (1...digitLimit).contains(end - index) else { break }
            if part > 0 { result.append(UInt8(ascii: ".")) }
            result.append(text.extracting(index..<end))
            guard end < text.count, text[end] == UInt8(ascii: ".") else { break }
            index = end + 1
        }
        return result.count > start
    }
}
