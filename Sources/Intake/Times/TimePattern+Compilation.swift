extension TimePattern {
    /// The most bytes that flags, width and modifiers of one directive have.
    private static let longestDirective = 8

    static func compile(_ text: [UInt8], from start: Int = 0) throws(TimePatternError) -> [Step] {
        var steps: [Step] = []
        var index = start
        while index < text.count {
            guard text[index] == UInt8(ascii: "%") else {
                steps.append(.literal(text[index]))
                index += 1
                continue
            }
            var letter = index + 1
            var width: Int?
            while letter < text.count, letter - index < longestDirective, isModifier(text[letter]) {
                let digit = ASCII.digit(text[letter])
                if digit < 10, digit > 0 || width != nil { width = (width ?? 0) * 10 + digit }
                letter += 1
            }
            guard letter < text.count else { throw TimePatternError.incompleteDirective(offset: index) }
            guard let meaning = directive(text[letter], width: width) else {
                throw unknown(text, index, letter)
            }
            steps += meaning
            index = letter + 1
        }
        return steps
    }

    @inline(never)
    private static func unknown(_ text: [UInt8], _ start: Int, _ letter: Int) -> TimePatternError {
        let isContinuation = { (byte: UInt8) in byte & 0xC0 == 0x80 }
        let end = text[(letter + 1)...].firstIndex { !isContinuation($0) } ?? text.count
        return .unknownDirective(String(decoding: text[start..<end], as: UTF8.self), offset: start)
    }

    /// Flags of GNU, a width, and the modifiers for alternative digits: none of them changes how a number is read.
    private static func isModifier(_ byte: UInt8) -> Bool {
        switch byte {
        case ASCII.minus, ASCII.zero...ASCII.nine, UInt8(ascii: "_"), UInt8(ascii: "^"), ASCII.hash, UInt8(ascii: "E"),
            UInt8(ascii: "O"):
            true
        default: false
        }
    }

    private static func directive(_ letter: UInt8, width: Int?) -> [Step]? {
        if let field = field(letter) { return [.number(field)] }
        return switch letter {
        case UInt8(ascii: "a"), UInt8(ascii: "A"): [.weekdayName]
        case UInt8(ascii: "b"), UInt8(ascii: "B"), UInt8(ascii: "h"): [.monthName]
        case UInt8(ascii: "p"), UInt8(ascii: "P"): [.halfDayName]
        case UInt8(ascii: "s"): [.epoch(.seconds)]
        case UInt8(ascii: "f"): [.fraction(digits: width)]
        case UInt8(ascii: "z"), UInt8(ascii: "Z"): [.zone]
        case UInt8(ascii: "n"), UInt8(ascii: "t"): [.whiteSpace]
        case UInt8(ascii: "%"): [.literal(letter)]
        default: combination(letter).flatMap { try? compile(Array($0.utf8)) }
        }
    }

    private static func field(_ letter: UInt8) -> TimeParts.Field? {
        switch letter {
        case UInt8(ascii: "Y"): .year
        case UInt8(ascii: "C"): .century
        case UInt8(ascii: "y"): .yearOfCentury
        case UInt8(ascii: "m"): .month
        case UInt8(ascii: "d"), UInt8(ascii: "e"): .day
        case UInt8(ascii: "j"): .dayOfYear
        case UInt8(ascii: "G"): .weekYear
        case UInt8(ascii: "g"): .weekYearOfCentury
        case UInt8(ascii: "V"): .week
        case UInt8(ascii: "U"): .sundayWeek
        case UInt8(ascii: "W"): .mondayWeek
        case UInt8(ascii: "u"), UInt8(ascii: "w"): .weekday
        case UInt8(ascii: "H"), UInt8(ascii: "k"): .hour
        case UInt8(ascii: "I"), UInt8(ascii: "l"): .clockHour
        case UInt8(ascii: "M"): .minute
        case UInt8(ascii: "S"): .second
        default: nil
        }
    }

    /// What the directives for a whole date or time are short for, in the C locale.
    private static func combination(_ letter: UInt8) -> String? {
        switch letter {
        case UInt8(ascii: "c"): "%a %b %e %H:%M:%S %Y"
        case UInt8(ascii: "D"), UInt8(ascii: "x"): "%m/%d/%y"
        case UInt8(ascii: "F"): "%Y-%m-%d"
        case UInt8(ascii: "r"): "%I:%M:%S %p"
        case UInt8(ascii: "R"): "%H:%M"
        case UInt8(ascii: "T"), UInt8(ascii: "X"): "%H:%M:%S"
        default: nil
        }
    }
}
