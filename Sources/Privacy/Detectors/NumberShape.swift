/// One or more groups of digits, judged as one number.
struct NumberShape {
    let number: DigitGroup
    let groups: Int
    /// Digits of the first three groups and of the last one from the fourth on.
    let widths: (Int, Int, Int, Int)
    /// Whether a `+` stands before the first digit.
    let plus: Bool
    /// Whether the group before is a year, so that the first groups may be a month and a day.
    let followsYear: Bool

    var kind: IdentifierKind? {
        if isPhone { return .phone }
        guard number.width >= 12 else { return nil }
        if number.width == 12 { return number.hasMyNumberDigit && (groups == 1 || widths.0 == 4) ? .myNumber : nil }
        if number.width == 13, groups == 1 || (groups == 2 && widths.0 == 6), number.hasResidentBirthDate {
            return .residentNumber
        }
        if number.width <= 19, number.hasLuhnDigit { return number.width == 15 ? .imei : .card }
        return groups == 1 ? .token : nil
    }

    private var isPhone: Bool {
        guard groups <= 5 else { return false }
        switch number.width {
        case 8...15 where plus: return true
        case 10 where groups == 3 && widths.0 == 3 && widths.1 == 3: return true
        case 11 where groups == 4 && widths.0 == 1 && widths.1 == 3 && widths.2 == 3: return true
        case 9...12: return hasTrunkPrefix || hasAsianCountryCode
        case 13...15: return number.leading(2) == 0 && groups >= 2 && groups <= 5 && widths.0 >= 2
        default: return false
        }
    }

    /// A leading 0, as local numbers of Korea and Japan have, which is not the month of a date.
    private var hasTrunkPrefix: Bool {
        guard number.leading(1) == 0 else { return false }
        let mayBeDate = followsYear && groups >= 2 && widths.0 == 2 && widths.1 == 2
        return !mayBeDate && groups <= 4
    }

    /// 82 (Korea) or 81 (Japan), then an area or mobile code.
    private var hasAsianCountryCode: Bool {
        guard number.width >= 11 else { return false }
        let country = number.leading(2)
        guard country == 81 || country == 82 else { return false }
        let mobile = number.leading(4)
        return groups == 1 ? mobile == 8210 || [8170, 8180, 8190].contains(mobile) : widths.0 == 2
    }
}
