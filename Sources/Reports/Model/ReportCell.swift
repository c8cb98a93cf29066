/// One number of a report: what one day released, or what the days of a period gave together.
public struct ReportCell: Hashable, Sendable {
    public enum Value: Hashable, Sendable {
        /// A count or bytes, summed over the days that tell it; or people of a single day.
        case number(Int64)
        /// People of several days: the sum of the days' visitors, and how many days tell them. Only the quotient is
        /// printed, as "visitors per day, average".
        case average(Int64, over: Int64)
        /// The exact parts of a ratio, each summed over the days that tell it; the denominator is positive.
        case ratio(Int64, over: Int64)
        /// At least this many.
        case atLeast(Int64)
        /// The logarithmic bin of a quantile or a maximum; for several days from the lowest to the highest of their
        /// bins. Nil where there is no upper bound.
        case bin(from: Int64, below: Int64?)
        case hidden
    }

    public let value: Value
    /// On how many days it is told.
    public let days: Int

    static let hidden = ReportCell(value: .hidden, days: 0)

    /// The count, or its lower bound; nil for everything else.
    public var count: Int64? {
        switch value {
        case .number(let number), .atLeast(let number): number
        case .average, .ratio, .bin, .hidden: nil
        }
    }

    /// What rows are sorted by and bars are drawn from: a whole number in thousandths, -1 for what is not told.
    public var weight: Int64 {
        switch value {
        case .number(let number), .atLeast(let number): Ratio(numerator: number, denominator: 1).scaled(by: 1000)
        case .average(let numerator, let denominator), .ratio(let numerator, let denominator):
            Ratio(numerator: numerator, denominator: denominator).scaled(by: 1000)
        case .bin(let lower, _): Ratio(numerator: lower, denominator: 1).scaled(by: 1000)
        case .hidden: -1
        }
    }

    /// How far this cell is from `old`, per day where they stand for different numbers of days; nil where either is
    /// not told exactly, or nothing can be compared.
    public func change(from old: ReportCell) -> ReportChange? {
        switch (value, old.value) {
        case (.number(let new), .number(let before)):
            guard days > 0, old.days > 0 else { return nil }
            let (left, first) = new.multipliedReportingOverflow(by: Int64(old.days))
            let (right, second) = before.multipliedReportingOverflow(by: Int64(days))
            return first || second ? nil : ReportChange(from: right, to: left)
        case (.average, .average), (.average, .number), (.number, .average), (.ratio, .ratio):
            return ReportChange(from: old.weight, to: weight)
        default: return nil
        }
    }
}
