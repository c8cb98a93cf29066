import Intake
import Privacy

/// Finds the lines that hold a person's strong identifiers as text, for lines of which nothing else is known.
///
/// An identifier counts in all notations of the search for leaks, but not where it is part of a longer word: `anna@example.com`
/// does not stand in `joanna@example.com`.
struct SubjectText {
    /// Shorter identifiers stand in many texts.
    static let shortestIdentifier = 6

    private let needles: LeakNeedles

    /// - Returns: nil if no identifier is long enough to be told from other text.
    init?(_ identifiers: [SubjectIdentifier]) {
        let texts = identifiers.filter(\.isStrong).flatMap(\.texts).filter {
            $0.count >= SubjectText.shortestIdentifier
        }
        guard let list = IdentifierList(texts: texts) else { return nil }
        needles = LeakNeedles(list)
    }

    /// Where the lines lie in which an identifier stands, line ends included.
    func lines(of text: Span<UInt8>) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        needles.search.search(text) { pattern, start in
            let needle = needles.needles[pattern]
            let range = start..<start + needles.search.table.range(of: pattern).count
            guard !needle.isShort, lines.last.map({ !$0.contains(start) }) ?? true,
                !needle.notation.isOfWords || SubjectText.isWhole(range, in: text)
            else { return }
            var line = range
            while line.lowerBound > 0, text[line.lowerBound - 1] != 10 { line = line.lowerBound - 1..<line.upperBound }
            let end = text.firstLineFeed(from: range.upperBound - 1).map { $0 + 1 } ?? text.count
            lines.append(line.lowerBound..<end)
        }
        return Array(Set(lines)).sorted { $0.lowerBound < $1.lowerBound }
    }

    /// Whether a word begins and ends where the range does.
    private static func isWhole(_ range: Range<Int>, in text: Span<UInt8>) -> Bool {
        let before = range.lowerBound
        let isEscaped =
            before >= 3 && text[before - 3] == UInt8(ascii: "%") && isHexadecimal(text[before - 2])
            && isHexadecimal(text[before - 1])
        let beginsWord = before == 0 || isEscaped || !isPart(text[before - 1], joinedBy: "._-+")
        guard beginsWord, range.upperBound < text.count else { return beginsWord }
        // A full stop or a dash may end a sentence.
        let isJoined =
            ".-_@".utf8.contains(text[range.upperBound]) && range.upperBound + 1 < text.count
            && isPart(text[range.upperBound + 1], joinedBy: "")
        return !isJoined && !isPart(text[range.upperBound], joinedBy: "")
    }

    private static func isPart(_ byte: UInt8, joinedBy signs: String) -> Bool {
        byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || signs.utf8.contains(byte)
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 6 }
}

extension LeakNotation {
    /// Whether what stands before and behind it tells whether it is whole; of encodings of bytes it does not.
    fileprivate var isOfWords: Bool {
        switch self {
        case .base64, .utf16, .addressBytes, .hardwareBytes, .uuidBytes, .md5, .sha1, .sha256: false
        default: true
        }
    }
}
