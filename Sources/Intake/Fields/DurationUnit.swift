/// The unit that a log writes durations in; records have microseconds.
enum DurationUnit: Hashable, Sendable {
    case seconds, milliseconds, microseconds, nanoseconds
    /// Seconds if there is a decimal point, else milliseconds: `time-taken` of the W3C format, which defines seconds
    /// and which IIS fills with milliseconds.
    case secondsOrMilliseconds
    /// With its unit behind it, as Go writes it: `1.5ms`, `2m3s`; without one, seconds.
    case written

    /// - Returns: microseconds; nil if the text is no number of the unit.
    func microseconds(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int64? {
        switch self {
        case .seconds: return DecimalText.scaled(bytes, range, by: 6)
        case .milliseconds: return DecimalText.scaled(bytes, range, by: 3)
        case .microseconds: return DecimalText.scaled(bytes, range, by: 0)
        case .nanoseconds: return DecimalText.scaled(bytes, range, by: -3)
        case .secondsOrMilliseconds:
            let hasPoint = bytes.firstIndex(of: ASCII.dot, in: range) != nil
            return DecimalText.scaled(bytes, range, by: hasPoint ? 6 : 3)
        case .written: return DurationUnit.written(bytes, range)
        }
    }

    private static func written(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int64? {
        var total: Int64 = 0
        var position = range.lowerBound
        while position < range.upperBound {
            let start = position
            while position < range.upperBound, ASCII.digit(bytes[position]) < 10 || bytes[position] == ASCII.dot {
                position += 1
            }
            let number = start..<position
            while position < range.upperBound, ASCII.digit(bytes[position]) >= 10, bytes[position] != ASCII.dot {
                position += 1
            }
            guard let part = value(bytes, number, unit: number.upperBound..<position) else { return nil }
            let (sum, overflow) = total.addingReportingOverflow(part)
            guard !overflow else { return nil }
            total = sum
        }
        return range.isEmpty ? nil : total
    }

    private static func value(_ bytes: Span<UInt8>, _ number: Range<Int>, unit: Range<Int>) -> Int64? {
        func scaled(_ exponent: Int, times factor: Int64 = 1) -> Int64? {
            guard let value = DecimalText.scaled(bytes, number, by: exponent) else { return nil }
            let (product, overflow) = value.multipliedReportingOverflow(by: factor)
            return overflow ? nil : product
        }
        if unit.isEmpty || bytes.equals("s", at: unit) { return scaled(6) }
        if bytes.equals("ms", at: unit) { return scaled(3) }
        if bytes.equals("us", at: unit) || bytes.equals("µs", at: unit) || bytes.equals("μs", at: unit) {
            return scaled(0)
        }
        if bytes.equals("ns", at: unit) { return scaled(-3) }
        if bytes.equals("m", at: unit) { return scaled(6, times: 60) }
        return bytes.equals("h", at: unit) ? scaled(6, times: 3600) : nil
    }
}
