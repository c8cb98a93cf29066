extension ReportWords {
    /// `1,234,567`: the three languages group by thousands alike.
    public func count(_ number: Int64) -> String {
        let digits = String(number.magnitude)
        var grouped = number < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { grouped.append(",") }
            grouped.append(digit)
        }
        return grouped
    }

    /// `2.4`.
    public func mean(_ ratio: Ratio) -> String { oneDecimal(ratio.scaled(by: 10)) }

    /// `41.2 %` in English (ISO 80000-1); without the space in Japanese and Korean.
    func percent(permille: Int64) -> String { "\(oneDecimal(permille))\(percentSign)" }

    var percentSign: String { language == .english ? " %" : "%" }

    /// `3:07` for 187 seconds; hours stay minutes.
    public func duration(seconds: Int64) -> String {
        let rest = seconds % 60
        return "\(count(seconds / 60)):\(rest < 10 ? "0" : "")\(rest)"
    }

    /// `30 minutes`: in the largest unit of which it is a whole number.
    func time(seconds: Int) -> String {
        switch seconds {
        case _ where seconds > 0 && seconds.isMultiple(of: 3600): phrases.hours(seconds / 3600)
        case _ where seconds > 0 && seconds.isMultiple(of: 60): phrases.minutes(seconds / 60)
        default: phrases.seconds(seconds)
        }
    }

    /// `850 µs`, `120 ms`, `1.2 s`, `45 s`: three digits at most, where they are enough.
    public func duration(microseconds: Int64) -> String {
        switch microseconds {
        case ..<1000: "\(microseconds) µs"
        case ..<10_000: "\(short(microseconds, over: 1000)) ms"
        case ..<1_000_000: "\(Ratio(numerator: microseconds, denominator: 1000).scaled(by: 1)) ms"
        case ..<10_000_000: "\(short(microseconds, over: 1_000_000)) s"
        default: "\(count(Ratio(numerator: microseconds, denominator: 1_000_000).scaled(by: 1))) s"
        }
    }

    /// `1.4 GiB`, in powers of 1,024 (IEC 80000-13).
    public func bytes(_ number: Int64) -> String {
        var unit = 0
        var size: Int64 = 1
        let units = ["B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"]
        while number / size >= 1024, unit + 1 < units.count {
            size *= 1024
            unit += 1
        }
        guard unit > 0 else { return "\(number) B" }
        return "\(short(number, over: size)) \(units[unit])"
    }

    /// With one decimal, but for whole numbers.
    private func short(_ number: Int64, over size: Int64) -> String {
        let text = mean(Ratio(numerator: number, denominator: size))
        return number % size == 0 ? String(text.dropLast(2)) : text
    }

    private func oneDecimal(_ tenths: Int64) -> String { "\(count(tenths / 10)).\(tenths.magnitude % 10)" }
}
