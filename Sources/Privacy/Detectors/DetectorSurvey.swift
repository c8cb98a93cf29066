/// What one look at a text tells about which detectors could fire.
struct DetectorSurvey {
    var digits = 0
    var capitals = 0
    var dots = 0
    var dashes = 0
    var underscores = 0
    var colons = 0
    var spaces = 0
    /// The longest run of letters, digits, `-`, `_`, `=`, `~` and `+`.
    var longestRun = 0
    var hasAt = false
    var hasEquals = false
    /// Whether there is a byte with which people and programs write `@` in other words.
    var maySpellAt = false
    var mayHaveWideCharacters = false

    init(_ text: Span<UInt8>) {
        var run = 0
        for index in 0..<text.count {
            let byte = text[index]
            if ASCII.isLetter(byte) {
                if ASCII.isUpper(byte) { capitals += 1 }
                run += 1
                continue
            }
            if ASCII.isDigit(byte) {
                digits += 1
                run += 1
                continue
            }
            switch byte {
            case UInt8(ascii: "-"):
                dashes += 1
                run += 1
                continue
            case UInt8(ascii: "_"):
                underscores += 1
                run += 1
                continue
            case UInt8(ascii: "="):
                hasEquals = true
                run += 1
                continue
            case UInt8(ascii: "~"), UInt8(ascii: "+"):
                run += 1
                continue
            case UInt8(ascii: " "): spaces += 1
            case UInt8(ascii: "."): dots += 1
            case UInt8(ascii: ":"): colons += 1
            case UInt8(ascii: "@"): hasAt = true
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "&"), UInt8(ascii: "\\"),
                UInt8(ascii: "%"):
                maySpellAt = true
            case 0xC2, 0xE2, 0xE3, 0xEF: mayHaveWideCharacters = true
            default: break
            }
            if run > longestRun { longestRun = run }
            run = 0
        }
        if run > longestRun { longestRun = run }
    }
}
