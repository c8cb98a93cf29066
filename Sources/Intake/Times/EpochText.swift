/// Numbers since 1970, without a detour over floating point: a double has no room for the nanoseconds of today.
enum EpochText {
    /// A decimal number: `digits` times ten to the power of `exponent`.
    struct Decimal {
        var digits: Int64 = 0
        var exponent = 0
    }

    /// Takes an integer, a decimal fraction or a number with an exponent, as RFC 8259 writes them; no negative ones.
    static func number(_ bytes: Span<UInt8>, _ position: inout Int, _ end: Int) -> Decimal? {
        var result = Decimal()
        guard digits(bytes, &position, end, into: &result, isFraction: false) else { return nil }
        if TimeText.byte(ASCII.dot, bytes, &position, end) {
            guard digits(bytes, &position, end, into: &result, isFraction: true) else { return nil }
        }
        if position < end, bytes[position] | 0x20 == UInt8(ascii: "e") {
            position += 1
            let isNegative = TimeText.byte(ASCII.minus, bytes, &position, end)
            if !isNegative { _ = TimeText.byte(ASCII.plus, bytes, &position, end) }
            guard let power = TimeText.number(most: 3, bytes, &position, end) else { return nil }
            result.exponent += isNegative ? -power : power
        }
        return result
    }

    /// Takes an integer.
    static func integer(_ bytes: Span<UInt8>, _ position: inout Int, _ end: Int) -> Decimal? {
        var result = Decimal()
        return digits(bytes, &position, end, into: &result, isFraction: false) ? result : nil
    }

    /// The number in whole milliseconds; nil if it is not among the instants that a time may tell.
    static func milliseconds(_ number: Decimal, _ unit: EpochUnit) -> Int64? {
        var value = number.digits
        if value == 0 { return 0 }
        var exponent = number.exponent + 3 - unit.places
        while exponent < 0, value > 0 {
            value /= 10
            exponent += 1
        }
        while exponent > 0, value < TimeParts.instants.upperBound {
            value *= 10
            exponent -= 1
        }
        return TimeParts.instants.contains(value) ? value : nil
    }

    /// The unit that a number of a time of our age must have: seconds have 11 digits until the year 5138.
    static func unit(of number: Decimal) -> EpochUnit {
        var whole = number.digits
        var exponent = number.exponent
        while exponent < 0, whole > 0 {
            whole /= 10
            exponent += 1
        }
        while exponent > 0, whole > 0, whole < 100_000_000_000_000_000 {
            whole *= 10
            exponent -= 1
        }
        return switch whole {
        case ..<100_000_000_000: .seconds
        case ..<100_000_000_000_000: .milliseconds
        case ..<100_000_000_000_000_000: .microseconds
        default: .nanoseconds
        }
    }

    private static func digits(
        _ bytes: Span<UInt8>, _ position: inout Int, _ end: Int, into number: inout Decimal, isFraction: Bool
    ) -> Bool {
        let first = position
        while position < end, ASCII.digit(bytes[position]) < 10 {
            if number.digits < 100_000_000_000_000_000 {
                number.digits = number.digits * 10 + Int64(ASCII.digit(bytes[position]))
                if isFraction { number.exponent -= 1 }
            } else if !isFraction {
                // What has no room any more is dropped.
                number.exponent += 1
            }
            position += 1
        }
        return position > first
    }
}
