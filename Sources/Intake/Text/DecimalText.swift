/// Decimal numbers as logs write them: digits, perhaps a fraction, perhaps an exponent.
enum DecimalText {
    /// The number times ten to the power of `exponent`, cut to a whole number.
    ///
    /// - Returns: nil if the text is no number or the result is too large.
    static func scaled(_ bytes: Span<UInt8>, _ range: Range<Int>, by exponent: Int) -> Int64? {
        if exponent == 0, let plain = plain(bytes, range) { return plain }
        var position = range.lowerBound
        let end = range.upperBound
        var isNegative = false
        if position < end, bytes[position] == ASCII.minus || bytes[position] == ASCII.plus {
            isNegative = bytes[position] == ASCII.minus
            position += 1
        }
        let digits = digitRange(bytes, position..<end)
        position = digits.upperBound
        var fraction = position..<position
        if position < end, bytes[position] == ASCII.dot {
            fraction = digitRange(bytes, position + 1..<end)
            position = fraction.upperBound
        }
        guard !digits.isEmpty || !fraction.isEmpty else { return nil }
        var shift = exponent
        if position < end {
            guard let written = readExponent(bytes, position..<end) else { return nil }
            shift += written
        }
        guard let value = shifted(bytes, digits, fraction, by: shift) else { return nil }
        return isNegative ? -value : value
    }

    /// The number, if it is written with digits alone and is surely not too large: what most are.
    @inline(__always)
    private static func plain(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int64? {
        guard (1...18).contains(range.count) else { return nil }
        var value: Int64 = 0
        for index in range {
            let digit = ASCII.digit(bytes[index])
            guard digit < 10 else { return nil }
            value = value &* 10 &+ Int64(digit)
        }
        return value
    }

    private static func digitRange(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
        var end = range.lowerBound
        while end < range.upperBound, ASCII.digit(bytes[end]) < 10 { end &+= 1 }
        return range.lowerBound..<end
    }

    /// The digits before the point and as many behind it as the shift takes in.
    private static func shifted(
        _ bytes: Span<UInt8>, _ digits: Range<Int>, _ fraction: Range<Int>, by shift: Int
    ) -> Int64? {
        var value: Int64 = 0
        func append(_ digit: Int) -> Bool {
            let (product, tooLarge) = value.multipliedReportingOverflow(by: 10)
            let (sum, overflow) = product.addingReportingOverflow(Int64(digit))
            value = sum
            return !tooLarge && !overflow
        }
        for index in shift < 0 ? digits.dropLast(-shift) : digits {
            guard append(ASCII.digit(bytes[index])) else { return nil }
        }
        guard shift > 0 else { return value }
        for place in 0..<shift {
            if value == 0, place >= fraction.count { return 0 }
            guard append(place < fraction.count ? ASCII.digit(bytes[fraction.lowerBound + place]) : 0) else {
                return nil
            }
        }
        return value
    }

    /// Reads `e`, perhaps a sign, and at most three digits.
    private static func readExponent(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
        var position = range.lowerBound
        guard bytes[position] | 0x20 == UInt8(ascii: "e") else { return nil }
        position += 1
        var isNegative = false
        if position < range.upperBound, bytes[position] == ASCII.minus || bytes[position] == ASCII.plus {
            isNegative = bytes[position] == ASCII.minus
            position += 1
        }
        let digits = digitRange(bytes, position..<range.upperBound)
        guard (1...3).contains(digits.count), digits.upperBound == range.upperBound else { return nil }
        var value = 0
        for index in digits { value = value * 10 + ASCII.digit(bytes[index]) }
        return isNegative ? -value : value
    }
}
