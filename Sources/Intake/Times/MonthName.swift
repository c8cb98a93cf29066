/// The English names of months, whatever the locale: servers write these and hardly any others.
enum MonthName {
    /// What follows the first three letters.
    private static let rests: [[UInt8]] = [
        "uary", "ruary", "ch", "il", "", "e", "y", "ust", "tember", "ober", "ember", "ember",
    ].map { Array($0.utf8) }

    /// The month of the three letters at `start`, of which the first is a capital and the others are small.
    static func number(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
        number((bytes[start], bytes[start + 1], bytes[start + 2]))
    }

    /// Takes a name, whole or of three letters, in letters of any case.
    static func take(_ bytes: Span<UInt8>, _ position: inout Int, _ end: Int) -> Int? {
        guard end - position >= 3,
            let month = number((bytes[position] & ~0x20, bytes[position + 1] | 0x20, bytes[position + 2] | 0x20))
        else { return nil }
        position += 3
        guard position < end, ASCII.isLetter(bytes[position]) else { return month }
        let rest = rests[month - 1]
        guard end - position >= rest.count else { return month }
        for index in rest.indices where bytes[position + index] | 0x20 != rest[index] { return month }
        position += rest.count
        return month
    }

    private static func number(_ letters: (UInt8, UInt8, UInt8)) -> Int? {
        switch letters {
        case (UInt8(ascii: "J"), UInt8(ascii: "a"), UInt8(ascii: "n")): 1
        case (UInt8(ascii: "F"), UInt8(ascii: "e"), UInt8(ascii: "b")): 2
        case (UInt8(ascii: "M"), UInt8(ascii: "a"), UInt8(ascii: "r")): 3
        case (UInt8(ascii: "A"), UInt8(ascii: "p"), UInt8(ascii: "r")): 4
        case (UInt8(ascii: "M"), UInt8(ascii: "a"), UInt8(ascii: "y")): 5
        case (UInt8(ascii: "J"), UInt8(ascii: "u"), UInt8(ascii: "n")): 6
        case (UInt8(ascii: "J"), UInt8(ascii: "u"), UInt8(ascii: "l")): 7
        case (UInt8(ascii: "A"), UInt8(ascii: "u"), UInt8(ascii: "g")): 8
        case (UInt8(ascii: "S"), UInt8(ascii: "e"), UInt8(ascii: "p")): 9
        case (UInt8(ascii: "O"), UInt8(ascii: "c"), UInt8(ascii: "t")): 10
        case (UInt8(ascii: "N"), UInt8(ascii: "o"), UInt8(ascii: "v")): 11
        case (UInt8(ascii: "D"), UInt8(ascii: "e"), UInt8(ascii: "c")): 12
        default: nil
        }
    }
}
