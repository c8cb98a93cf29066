import Releases

/// A cell while days are put together.
struct CellSum {
    private var number: Int64 = 0
    private var denominator: Int64 = 0
    private var isBound = false
    private var lower: Int64 = .max
    private var upper: Int64? = .min
    private(set) var days = 0
    private var lastDay = -1
    private var missedDay = -1
    /// Whether of a day and its late lines one tells it and the other does not.
    private var isSplit = false
    private var isPartial = false

    /// Adds what a day or one of its supplements tells; `day` is the same for both.
    mutating func add(_ value: PublishedTable.Value, day: Int) {
        switch value {
        case .hidden:
            missedDay = day
            isSplit = isSplit || lastDay == day
            return
        case .number(let more): number = number.adding(more)
        case .atLeast(let more):
            number = number.adding(more)
            isBound = true
        case .ratio(let numerator, let parts):
            number = number.adding(numerator)
            denominator = denominator.adding(parts)
        case .bin(let from, let below):
            lower = min(lower, from)
            upper = below.flatMap { below in upper.map { max($0, below) } }
        }
        if lastDay != day { days += 1 }
        lastDay = day
        isSplit = isSplit || missedDay == day
    }

    /// A day has it in parts only, which cannot be put together: the other days alone would say something else.
    mutating func leaveOut() { isPartial = true }

    /// The cell of a row that is told on so many days.
    ///
    /// A sum of fewer days is a lower bound; an average or a ratio of other days than the rest of its row is not told,
    /// since it would be compared with it.
    func cell(_ combination: ReportColumn.Combination, of rowDays: Int) -> ReportCell {
        guard days < rowDays else { return cell(combination) }
        guard combination == .sum, days > 0 else { return .hidden }
        return ReportCell(value: .atLeast(number), days: days)
    }

    func cell(_ combination: ReportColumn.Combination) -> ReportCell {
        guard days > 0 else { return .hidden }
        return switch combination {
        case .sum: ReportCell(value: isBound || isSplit ? .atLeast(number) : .number(number), days: days)
        case .average where isBound || isPartial, .range where isPartial: .hidden
        case .average: ReportCell(value: days == 1 ? .number(number) : .average(number, over: Int64(days)), days: days)
        case .ratio where isSplit: .hidden
        case .ratio: denominator > 0 ? ReportCell(value: .ratio(number, over: denominator), days: days) : .hidden
        case .range: lower == .max ? .hidden : ReportCell(value: .bin(from: lower, below: upper), days: days)
        }
    }
}

extension Int64 {
    /// The sum, or the largest number.
    func adding(_ other: Int64) -> Int64 {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? .max : sum
    }

    /// The difference, or the largest number.
    func subtracting(_ other: Int64) -> Int64 {
        let (difference, overflow) = subtractingReportingOverflow(other)
        return overflow ? .max : difference
    }
}
