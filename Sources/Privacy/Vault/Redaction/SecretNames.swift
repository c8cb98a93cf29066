/// The names whose values are taken out of lines, and how a name in a line is compared with them.
///
/// A name in a line is divided into parts, where one of `_`, `-`, `.` or a digit stands and before a capital that follows
/// a small letter. It is secret if one of its parts is a name of the list, in any case and number (`access_token`,
/// `x-auth-token`, `sessionId`, `tokens`), begins as one with a `*` at its end (`passwd`), or ends with one of five or more
/// letters, perhaps with `id` or `key` behind it (`accesstoken`, `jsessionid`). Or it is a name of the list as a whole. It is not
/// if its last part says that the value only describes the secret (`token_type`), or if it is one of the codes that everybody
/// knows (`status_code`, `zip_code`).
struct SecretNames: Sendable {
    /// Longer names are compared by their end.
    static let limit = 64
    /// The letters that a name has at least if names that end with it are secret, too.
    static let leastEnding = 5

    private struct Word {
        let text: [UInt8]
        let isPrefix: Bool
    }

    private let words: [Word]
    /// The letters of each word: a name without one of them does not hold the word.
    private let letters: [UInt32]
    private let spared: Set<[UInt8]>

    init(_ names: [String], sparing: [String]) {
        words = names.map { name in
            let isPrefix = name.hasSuffix("*")
            return Word(text: (isPrefix ? name.dropLast() : name[...]).utf8.map(ASCII.lowercased), isPrefix: isPrefix)
        }
        letters = words.map { $0.text.reduce(0) { $0 | SecretNames.letter($1) } }
        spared = Set(sparing.map { $0.utf8.map(ASCII.lowercased) })
    }

    /// Whether the name that ends before a separator is secret.
    func holdsName(_ text: Span<UInt8>, before separator: Separator) -> Bool {
        guard let (range, found) = SecretNames.name(in: text, before: separator) else { return false }
        for word in letters where word & ~found == 0 { return contains(text.extracting(range)) }
        return false
    }

    /// A bit for a byte, the same for a letter in either case.
    @inline(__always)
    static func letter(_ byte: UInt8) -> UInt32 { 1 << UInt32(byte & 31) }

    func contains(_ name: Span<UInt8>) -> Bool {
        guard matchesWhole(name) || hasSecretPart(name) else { return false }
        if SecretNames.describers.contains(name.extracting(SecretNames.lastPart(name))) { return false }
        return spared.isEmpty || !spared.contains(name.indices.map { ASCII.lowercased(name[$0]) })
    }

    private func matchesWhole(_ name: Span<UInt8>) -> Bool {
        words.contains { word in
            (word.isPrefix ? name.count >= word.text.count : name.count == word.text.count)
                && SecretNames.equals(name, 0, word.text)
        }
    }

    private func hasSecretPart(_ name: Span<UInt8>) -> Bool {
        var previous = 0..<0
        var start = 0
        while start < name.count {
            let end = SecretNames.endOfPart(name, from: start)
            if end > start {
                if matches(name.extracting(start..<end), behind: name.extracting(previous)) { return true }
                previous = start..<end
            }
            start = max(end, start + 1)
        }
        return false
    }

    private func matches(_ part: Span<UInt8>, behind previous: Span<UInt8>) -> Bool {
        words.contains { word in
            let length = word.text.count
            guard part.count >= length else { return false }
            if SecretNames.equals(part, 0, word.text) {
                if word.isPrefix { return true }
                let isWord = part.count == length || (part.count == length + 1 && part[length] | 0x20 == 0x73)
                if isWord { return !SecretNames.isKnownCode(part, behind: previous) }
            }
            guard length >= SecretNames.leastEnding, !word.isPrefix else { return false }
            return [[], SecretNames.id, SecretNames.key].contains { (ending: [UInt8]) in
                let start = part.count - length - ending.count
                return start >= 0 && SecretNames.equals(part, start, word.text)
                    && SecretNames.equals(part, part.count - ending.count, ending)
            }
        }
    }

    private static let id = Array("id".utf8)
    private static let key = Array("key".utf8)

    /// What a secret may have without being told.
    private static let describers = ByteSet(
        "type count length size limit ttl expires expiry expire time duration valid")
    /// What codes are of that everybody knows.
    private static let known = ByteSet(
        "status error result exit reason country region area postal post zip lang language currency color product item")

    private static func isKnownCode(_ part: Span<UInt8>, behind previous: Span<UInt8>) -> Bool {
        part[0] | 0x20 == UInt8(ascii: "c") && known.contains(previous)
            && part.extracting(0..<4).equalsIgnoringCase("code")
    }

    private static func equals(_ text: Span<UInt8>, _ start: Int, _ word: [UInt8]) -> Bool {
        guard text.count - start >= word.count else { return false }
        for index in word.indices where ASCII.lowercased(text[start + index]) != word[index] { return false }
        return true
    }

    private static func endOfPart(_ name: Span<UInt8>, from start: Int) -> Int {
        var index = start
        while index < name.count, ASCII.isLetter(name[index]) {
            if index > start, ASCII.isUpper(name[index]), ASCII.isLower(name[index - 1]) { break }
            index += 1
        }
        return index
    }

    private static func lastPart(_ name: Span<UInt8>) -> Range<Int> {
        var end = name.count
        while end > 0, !ASCII.isLetter(name[end - 1]) { end -= 1 }
        var start = end
        while start > 0, ASCII.isLetter(name[start - 1]) {
            start -= 1
            if ASCII.isUpper(name[start]), start > 0, ASCII.isLower(name[start - 1]) { break }
        }
        return start..<end
    }
}
