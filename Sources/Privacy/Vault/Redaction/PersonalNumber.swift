/// Numbers of payment cards, Korean residents and Japanese individuals, in one piece or in the groups that they are
/// printed in, which a space, a dash or an encoded space joins.
///
/// The check digits are those of the detectors (``DigitGroup``). What is asked for besides, since here nothing else is known
/// of the number, keeps instants and counters apart: the first digits that issuers of cards have (ISO/IEC 7812-1), and of a
/// resident's number in one piece the check digit, which those given since October 2020 do not have.
enum PersonalNumber {
    private static let groupLimit = 5
    private static let digitLimit = 19

    /// Whether a number can begin at the digit: it is no part of a longer word, of a fraction or of an escape.
    static func mayStart(_ text: Span<UInt8>, at index: Int) -> Bool {
        guard index > 0 else { return true }
        let previous = text[index - 1]
        if previous == UInt8(ascii: "%") { return false }
        if index > 1, text[index - 2] == UInt8(ascii: "%"), ASCII.isHexDigit(previous) { return false }
        if previous == UInt8(ascii: ".") { return index < 2 || !ASCII.isDigit(text[index - 2]) }
        return !ASCII.isAlphanumeric(previous) || isBehindEscape(text, index)
    }

    /// Whether `%2C`, `%252C`, `\x22` or the like stands right before the index.
    private static func isBehindEscape(_ text: Span<UInt8>, _ index: Int) -> Bool {
        guard index > 2, ASCII.isHexDigit(text[index - 1]), ASCII.isHexDigit(text[index - 2]) else { return false }
        if text[index - 3] == UInt8(ascii: "%") { return true }
        guard index > 4 else { return false }
        let isTwice =
            text[index - 5] == UInt8(ascii: "%") && text[index - 4] == UInt8(ascii: "2")
            && text[index - 3] == UInt8(ascii: "5")
        if isTwice { return true }
        return text[index - 3] == UInt8(ascii: "x") && text[index - 4] == UInt8(ascii: "\\")
    }

    /// Where the number ends that begins at the index; nil if none does.
    static func end(in text: Span<UInt8>, from start: Int) -> Int? {
        var found: Int?
        var groups = Groups()
        var index = start
        var joint = 0
        while groups.count < groupLimit {
            var group = DigitGroup.none
            while index < text.count, ASCII.isDigit(text[index]) {
                group.append(text[index])
                groups.append(text[index])
                index += 1
                if groups.all.width > digitLimit { return found }
            }
            groups.end(group)
            guard !continuesWord(text, at: index) else { return found }
            if groups.isPersonal { found = index }
            let length = lengthOfJoint(text, at: index)
            guard length > 0, joint == 0 || joint == length, index + length < text.count,
                ASCII.isDigit(text[index + length])
            else { return found }
            joint = length
            index += length
        }
        return found
    }

    private static func continuesWord(_ text: Span<UInt8>, at index: Int) -> Bool {
        guard index < text.count else { return false }
        if ASCII.isLetter(text[index]) || text[index] == UInt8(ascii: "_") { return true }
        return text[index] == UInt8(ascii: ".") && index + 1 < text.count && ASCII.isDigit(text[index + 1])
    }

    private static func lengthOfJoint(_ text: Span<UInt8>, at index: Int) -> Int {
        guard index < text.count else { return 0 }
        switch text[index] {
        case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "+"): return 1
        case UInt8(ascii: "%"): return PercentEncoding.byte(text, at: index) == UInt8(ascii: " ") ? 3 : 0
        default: return 0
        }
    }

    /// The groups of a number so far.
    private struct Groups {
        private(set) var all = DigitGroup.none
        private(set) var count = 0
        private var widths = InlineArray<5, Int>(repeating: 0)

        mutating func append(_ digit: UInt8) {
            all.append(digit)
        }

        mutating func end(_ group: DigitGroup) {
            widths[count] = group.width
            count += 1
        }

        var isPersonal: Bool {
            switch all.width {
            case 12: isMyNumber
            case 13 where isResident: true
            case 13...19: isCard
            default: false
            }
        }

        private var isMyNumber: Bool {
            guard all.hasMyNumberDigit, !all.isDate else { return false }
            return count == 1 || (count == 3 && widths[0] == 4 && widths[1] == 4 && !startsWithYear)
        }

        private var startsWithYear: Bool { (1900...2099).contains(all.leading(4)) }

        private var isResident: Bool {
            guard all.hasResidentBirthDate else { return false }
            let kind = all.leading(7) % 10
            guard (1...8).contains(kind) else { return false }
            if count == 2 { return widths[0] == 6 }
            let isRecent = all.leading(4) >= 2010 && [3, 4, 7, 8].contains(kind)
            return count == 1 && (isRecent || hasResidentDigit(kind))
        }

        /// Enforcement decree of the Resident Registration Act: weights 2…9, 2…5, modulo 11; foreigners' digits are two
        /// higher.
        private func hasResidentDigit(_ kind: UInt64) -> Bool {
            var rest = all.value / 10
            var sum: UInt64 = 0
            for position in 0..<12 {
                sum += rest % 10 * UInt64([5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2][position])
                rest /= 10
            }
            return all.value % 10 == ((kind < 5 ? 11 : 13) - sum % 11) % 10
        }

        private var isCard: Bool {
            guard isIssued, all.hasLuhnDigit else { return false }
            if count == 1 { return true }
            guard widths[0] == 4 || (widths[0] == 6 && count == 2) else { return false }
            for group in 1..<count - 1 where widths[group] < 3 { return false }
            return true
        }

        /// Whether issuers of cards give numbers that begin so and are as long.
        private var isIssued: Bool {
            let four = all.leading(4)
            switch all.width {
            case 13: return four / 1000 == 4
            case 14: return [30, 36, 38, 39].contains(four / 100)
            case 15: return [34, 37].contains(four / 100)
            case 16:
                return (2200...2204).contains(four) || (2221...2720).contains(four) || (3000...6999).contains(four)
                    || four >= 9000
            default: return (4000...6999).contains(four)
            }
        }
    }
}
