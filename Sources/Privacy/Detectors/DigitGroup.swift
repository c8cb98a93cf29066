/// A run of decimal digits: its value and how many digits it has.
struct DigitGroup {
    static let none = DigitGroup(value: 0, width: 0)

    /// Exact up to 19 digits.
    private(set) var value: UInt64
    private(set) var width: Int

    mutating func append(_ digit: UInt8) {
        value = value &* 10 &+ UInt64(digit &- 0x30)
        width += 1
    }

    /// A four-digit year of this or the neighbouring centuries.
    var isYear: Bool { width == 4 && (1900...2099).contains(value) }

    /// A day, or a day with its hour and minute, without separators: `20260301`, `01032026`, `202603011230`.
    var isDate: Bool {
        switch width {
        case 8:
            DigitGroup.isDay(value / 10_000, value / 100 % 100, value % 100)
                || DigitGroup.isDay(value % 10_000, value / 10_000 % 100, value / 1_000_000)
        case 12:
            DigitGroup.isDay(value / 100_000_000, value / 1_000_000 % 100, value / 10_000 % 100)
                && value / 100 % 100 < 24 && value % 100 < 60
        default: false
        }
    }

    private static func isDay(_ year: UInt64, _ month: UInt64, _ day: UInt64) -> Bool {
        (1900...2099).contains(year) && (1...12).contains(month) && (1...31).contains(day)
    }

    /// The `count` leading digits as a number.
    func leading(_ count: Int) -> UInt64 {
        var rest = value
        for _ in 0..<max(0, width - count) { rest /= 10 }
        return rest
    }

    /// Whether the last digit is the check digit of the others by Luhn's formula (ISO/IEC 7812-1, annex B).
    var hasLuhnDigit: Bool {
        var rest = value
        var sum: UInt64 = 0
        for position in 0..<width {
            let digit = rest % 10
            rest /= 10
            let weighted = position % 2 == 0 ? digit : digit * 2
            sum += weighted > 9 ? weighted - 9 : weighted
        }
        return sum % 10 == 0
    }

    /// Whether twelve digits end with the check digit of a Japanese individual number.
    ///
    /// Ministry of Internal Affairs ordinance No. 85 of 2014, article 5: weights 2…7 then 2…6 from the right, modulo
    /// 11.
    var hasMyNumberDigit: Bool {
        guard width == 12 else { return false }
        var rest = value / 10
        var sum: UInt64 = 0
        for position in 1...11 {
            sum += rest % 10 * UInt64(position <= 6 ? position + 1 : position - 5)
            rest /= 10
        }
        let remainder = sum % 11
        return value % 10 == (remainder <= 1 ? 0 : 11 - remainder)
    }

    /// Whether thirteen digits are an ISBN: 978 or 979, and the check digit of EAN-13 (ISO 2108).
    var isISBN: Bool {
        guard width == 13, (978...979).contains(leading(3)) else { return false }
        var rest = value
        var sum: UInt64 = 0
        for position in 0..<13 {
            sum += rest % 10 * (position % 2 == 0 ? 1 : 3)
            rest /= 10
        }
        return sum % 10 == 0
    }

    /// Whether thirteen digits begin with a birth date, as a Korean resident registration number does.
    ///
    /// Numbers given since October 2020 have no check digit, so it is not asked for.
    var hasResidentBirthDate: Bool {
        guard width == 13 else { return false }
        let date = leading(6)
        return (1...12).contains(date / 100 % 100) && (1...31).contains(date % 100)
    }
}
