/// Counts what tells random characters from words while a run of token characters goes by.
///
/// Words joined by dashes change rarely between letters and digits, and put capitals only where a word begins. In
/// random Base64, Base58, Base36, Base32 or hexadecimal text a quarter to a half of all neighbours change; 24
/// characters of it reach a threshold below with a probability above 95 %.
struct TokenRun {
    private(set) var holdsBareMAC = false
    private var holdsHexadecimal = false
    private var holdsNoisyWord = false
    private var length = 0
    private var characters = 0
    private var noise = 0
    /// The noise without the first change of each word: `1080p` and `x265` have one, too.
    private var excess = 0
    private var word = Word()
    /// The byte before the previous one, in the same word.
    private var beforePrevious: UInt8 = 0

    /// Characters between two separators.
    private struct Word {
        var count = 0
        var digits = 0
        var hexLetters = 0
        var digitChanges = 0
        var excess = 0
        var consonantsInARow = 0
        var mostConsonants = 0
        var rareLetters = 0
    }

    var isRandom: Bool {
        holdsHexadecimal || holdsNoisyWord || (characters >= 24 && noise * 24 >= 8 * characters)
            || (length >= 22 && characters >= 16 && excess * 4 >= characters)
    }

    mutating func append(_ byte: UInt8, after previous: UInt8) {
        length += 1
        guard ASCII.isAlphanumeric(byte) else { return endWord() }
        characters += 1
        word.count += 1
        if ASCII.isDigit(byte) {
            word.digits += 1
            word.consonantsInARow = 0
        } else {
            if ASCII.isHexDigit(byte) { word.hexLetters += 1 }
            word.consonantsInARow = TokenRun.isVowel(byte) ? 0 : word.consonantsInARow + 1
            word.mostConsonants = max(word.mostConsonants, word.consonantsInARow)
            if TokenRun.isRare(byte) { word.rareLetters += 1 }
        }
        guard word.count > 1 else {
            beforePrevious = 0
            return
        }
        if ASCII.isDigit(byte) != ASCII.isDigit(previous) {
            word.digitChanges += 1
            noise += 2
            if word.digitChanges > 1 { word.excess += 2 }
        }
        // A capital after a small letter begins a word, unless another capital or a digit follows it.
        if !ASCII.isLower(byte), ASCII.isUpper(previous), ASCII.isLower(beforePrevious) {
            noise += 3
            word.excess += 3
        }
        beforePrevious = previous
    }

    mutating func endWord() {
        let letters = word.count - word.digits
        if word.hexLetters == letters, letters > 0 {
            if word.count == 12 { holdsBareMAC = true }
            if word.count > 12 { holdsHexadecimal = true }
        }
        if word.count >= 16, word.digitChanges >= 4 { holdsNoisyWord = true }
        if word.count >= 20, word.excess * 4 >= word.count { holdsNoisyWord = true }
        excess += word.excess
        // German joins words until seven consonants meet, but hardly ever with one of these letters.
        if word.count >= 24, letters >= 20, word.mostConsonants >= (word.rareLetters > 0 ? 6 : 9) {
            holdsNoisyWord = true
        }
        word = Word()
    }

    /// `j`, `q` and `x`: each bit is a letter, the lowest one `a`.
    @inline(__always)
    private static func isRare(_ byte: UInt8) -> Bool { 0x0081_0200 >> letter(byte) & 1 == 1 }

    /// `a`, `e`, `i`, `o`, `u` and `y`.
    @inline(__always)
    private static func isVowel(_ byte: UInt8) -> Bool { 0x0110_4111 >> letter(byte) & 1 == 1 }

    /// The place of a letter in the alphabet.
    @inline(__always)
    private static func letter(_ byte: UInt8) -> UInt32 { UInt32((byte | 0x20) &- 0x61) }
}
