public import Releases

extension ReportWords {
    /// What is printed for a number that is not told.
    public static let untold = "·"

    /// A cell as people read it.
    public func text(_ cell: ReportCell, _ unit: PublishedTable.Unit) -> String {
        switch cell.value {
        case .hidden: ReportWords.untold
        case .number(let number): plain(number, unit)
        case .average(let sum, let days): count(Ratio(numerator: sum, denominator: days).scaled(by: 1))
        case .atLeast(let number): "≥ \(plain(number, unit))"
        case .bin(let lower, let upper): bin(lower, upper, unit)
        case .ratio(let numerator, let denominator):
            ratio(Ratio(numerator: numerator, denominator: denominator), unit)
        }
    }

    /// `▲ 4.2 %`, `▼ 1.0 %` or `= 0.0 %`.
    public func text(_ change: ReportChange) -> String {
        let sign =
            switch change.direction {
            case .up: "▲"
            case .down: "▼"
            case .same: "="
            }
        return "\(sign) \(percent(permille: change.permille))"
    }

    /// A share of the whole, such as `41.2 %`.
    public func percent(_ share: Ratio) -> String { percent(permille: share.scaled(by: 1000)) }

    private func plain(_ number: Int64, _ unit: PublishedTable.Unit) -> String {
        unit == .bytes ? bytes(number) : count(number)
    }

    private func ratio(_ ratio: Ratio, _ unit: PublishedTable.Unit) -> String {
        switch unit {
        case .share: percent(ratio)
        case .seconds: duration(seconds: ratio.scaled(by: 1))
        case .meanMicroseconds: duration(microseconds: ratio.scaled(by: 1))
        case .people, .count, .bytes, .mean, .microseconds: mean(ratio)
        }
    }

    private func bin(_ lower: Int64, _ upper: Int64?, _ unit: PublishedTable.Unit) -> String {
        func text(_ value: Int64) -> String {
            unit == .seconds
                ? duration(seconds: value) : unit == .microseconds ? duration(microseconds: value) : count(value)
        }
        guard let upper else { return "≥ \(text(lower))" }
        // One unit for both ends: "100–120 ms" instead of "100 ms–120 ms".
        let (first, second) = (text(lower), text(upper))
        let firstUnit = first.split(separator: " ").last
        if first.contains(" "), firstUnit == second.split(separator: " ").last {
            return "\(first.prefix { $0 != " " })–\(second)"
        }
        return "\(first)–\(second)"
    }
}
