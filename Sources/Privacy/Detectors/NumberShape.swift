/// One or more groups of digits, judged as one number.
struct NumberShape {
    /// Whether a `+` stands before the first digit.
    let plus: Bool
    /// The group before the first one, which may be the year of a date.
    let previous: DigitGroup
    /// All digits.
    private(set) var number = DigitGroup.none
    private(set) var groups = 0
    private var first = DigitGroup.none
    private var second = DigitGroup.none
    private var third = DigitGroup.none

    init(plus: Bool, previous: DigitGroup) {
        self.plus = plus
        self.previous = previous
    }

    mutating func append(_ digit: UInt8) {
        number.append(digit)
    }

    /// Ends a group, whose digits have been appended.
    mutating func end(_ group: DigitGroup) {
        groups += 1
        switch groups {
        case 1: first = group
        case 2: second = group
        case 3: third = group
        default: break
        }
    }

    var kind: IdentifierKind? {
        if isPhone { return .phone }
        switch number.width {
        case 8...11: break
        case 12:
            if number.hasMyNumberDigit, groups == 1 || (first.width == 4 && !isListOfYears) { return .myNumber }
        case 13 where isResidentNumber: return .residentNumber
        case 13 where number.isISBN: return nil
        case 14...17 where isGroupedIMEI: return .imei
        case 13...19 where number.hasLuhnDigit && !startsWithDate: return number.width == 15 ? .imei : .card
        default: break
        }
        // In one piece it is an account, an address or an instant, and no quantity.
        return groups == 1 && number.width >= 8 && !number.isDate ? .token : nil
    }

    private var isListOfYears: Bool {
        first.isYear && second.isYear && third.isYear
    }

    /// `2026-03-01-12-30-45`, `20260301-20260331`, `2023 2024 2025 2026`: no card is written so.
    private var startsWithDate: Bool {
        first.isDate || (first.isYear && groups > 1 && (second.width <= 2 || second.isYear))
    }

    /// 6-7 digits, or the birth date in three groups.
    private var isResidentNumber: Bool {
        guard number.hasResidentBirthDate else { return false }
        return groups == 1 || (groups <= 3 && first.width == 6) || (groups == 4 && first.width == 2 && third.width == 2)
    }

    /// The groups that an IMEI is printed in (3GPP TS 23.003, section 6.2): 2-6-6, then the check digit, the software
    /// version or nothing.
    private var isGroupedIMEI: Bool {
        groups >= 3 && first.width == 2 && second.width == 6 && third.width == 6
    }

    private var isPhone: Bool {
        guard groups <= 5 else { return false }
        switch number.width {
        // In a form, a `+` is a space; no country code begins with 0.
        case 8...15 where plus && number.leading(1) != 0 && !startsWithDate: return true
        case 10 where groups == 3 && first.width == 3 && second.width == 3: return true
        case 10 where groups == 2 && (first.width == 3 || first.width == 6): return true
        case 11 where groups == 4 && first.width == 1 && second.width == 3 && third.width == 3: return true
        case 9...12: return hasTrunkPrefix || hasAsianCountryCode
        case 13...15: return number.leading(2) == 0 && groups >= 2 && first.width >= 2
        default: return false
        }
    }

    /// A leading 0, as local numbers of Korea, Japan and Europe have, which is not the day or the month of a date.
    private var hasTrunkPrefix: Bool {
        guard number.leading(1) == 0 else { return false }
        let isDate = groups >= 2 && first.width == 2 && second.width == 2 && (previous.isYear || third.isYear)
        // Ten digits with a 0 by itself are an ISBN of 2006 and before.
        guard !isDate, first.width >= 2 || number.width >= 11 else { return false }
        return groups <= 4 || (number.width == 10 && previous.width != 2)
    }

    /// 82 (Korea) or 81 (Japan), then an area or mobile code.
    private var hasAsianCountryCode: Bool {
        guard number.width >= 11 else { return false }
        let country = number.leading(2)
        guard country == 81 || country == 82 else { return false }
        let mobile = number.leading(4)
        return groups == 1 ? mobile == 8210 || [8170, 8180, 8190].contains(mobile) : first.width == 2
    }
}
