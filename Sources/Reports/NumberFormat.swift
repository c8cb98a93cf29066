/// Numbers as people read them, in English.
enum NumberFormat {
    /// `1,234,567`.
    static func count(_ number: Int64) -> String {
        let digits = String(number.magnitude)
        var grouped = number < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { grouped.append(",") }
            grouped.append(digit)
        }
        return grouped
    }

    /// `41.2 %`.
    static func percent(_ ratio: Ratio) -> String {
        "\(oneDecimal(ratio.scaled(by: 1000))) %"
    }

    /// `2.4`.
    static func mean(_ ratio: Ratio) -> String {
        oneDecimal(ratio.scaled(by: 10))
    }

    /// `3:07` for 187 seconds; hours stay minutes.
    static func duration(seconds: Int64) -> String {
        let rest = seconds % 60
        return "\(count(seconds / 60)):\(rest < 10 ? "0" : "")\(rest)"
    }

    /// `1.4 GiB`, in powers of 1,024 (IEC 80000-13).
    static func bytes(_ number: Int64) -> String {
        var unit = 0
        var size: Int64 = 1
        let units = ["B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"]
        while number / size >= 1024, unit + 1 < units.count {
            size *= 1024
            unit += 1
        }
        guard unit > 0 else { return "\(number) B" }
        return "\(mean(Ratio(numerator: number, denominator: size))) \(units[unit])"
    }

    /// `▲ 4.2 %`, `▼ 1.0 %` or `= 0.0 %`: how far `new` is from `old`; nil if there is nothing to compare with.
    static func change(from old: Int64, to new: Int64) -> String? {
        guard old > 0 else { return nil }
        let (difference, overflow) = new.subtractingReportingOverflow(old)
        guard !overflow else { return nil }
        let permille = Ratio(numerator: Int64(clamping: difference.magnitude), denominator: old).scaled(by: 1000)
        let sign = permille == 0 ? "=" : difference > 0 ? "▲" : "▼"
        return "\(sign) \(oneDecimal(permille)) %"
    }

    private static func oneDecimal(_ tenths: Int64) -> String {
        "\(count(tenths / 10)).\(tenths.magnitude % 10)"
    }
}
