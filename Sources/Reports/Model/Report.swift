public import Releases

/// What a report says, before it has a form: released days, their totals and the sums of their tables.
///
/// It is made from releases alone, so it cannot say what was not released; everything longer than a day is a sum of
/// released numbers, and visitors are never summed.
public struct Report: Sendable {
    /// The days of the period that were closed, oldest first.
    public let days: [ReportDay]
    /// The period before, of equal length, as far as it was closed; nil if it is not compared with.
    public let previous: Period?
    /// The days before the period, back to eight weeks, oldest first: what is odd is seen against them.
    public let background: [ReportDay]
    /// When the report was made, as the caller writes times.
    public let asOf: String
    /// What has been read and not been closed.
    public let waiting: WaitingDays
    /// What is odd in the last seven days, the newest day first and at most five in all; nil where too few days were
    /// closed to say.
    public let oddities: [ReportOddity]?
    public let outputClass: OutputClass
    /// What the releases are about.
    public let span: ReportSpan
    private let tables: ReleasedTables
    private let previousTables: ReleasedTables?

    /// Days that were asked for, and those of them that were closed.
    public struct Period: Sendable {
        public let first: ReleasedDate
        public let last: ReleasedDate
        public let days: [ReportDay]
    }

    /// - Parameters:
    ///   - epochs: days and supplements, in any order; a supplement without its day is left out.
    ///   - previous: those of the period before, and from when to when it is, if it is to be compared with.
    ///   - background: those of earlier days, of which ``backgroundTables`` are enough.
    public init(
        _ epochs: [ReleasedEpoch], previous: (epochs: [ReleasedEpoch], first: ReleasedDate, last: ReleasedDate)? = nil,
        background: [ReleasedEpoch] = [], asOf: String, waiting: WaitingDays = .none,
        outputClass: OutputClass = .internal, span: ReportSpan = .days
    ) {
        days = ReportDay.days(of: epochs)
        self.previous = previous.map {
            Period(first: $0.first, last: $0.last, days: ReportDay.days(of: $0.epochs))
        }
        self.background = ReportDay.days(of: background)
        self.asOf = asOf
        self.waiting = waiting
        self.outputClass = outputClass
        self.span = span
        oddities = Report.oddities(of: days, background: self.background + (self.previous?.days ?? []))
        tables = ReleasedTables(days)
        previousTables = self.previous.map { ReleasedTables($0.days) }
    }

    /// The tables that are needed of days that are only compared with to see what is odd.
    public static let backgroundTables: Set<String> = [TableLayout.totals, "status_codes"]

    /// The newest day.
    public var newest: ReportDay? { days.last }

    /// The day `count` days before the newest, if it was closed and is part of the period.
    public func day(before count: Int) -> ReportDay? {
        guard let date = newest?.date.advanced(by: -count) else { return nil }
        return days.last { $0.date == date }
    }

    /// A day of the period or before it.
    public func knownDay(_ date: ReleasedDate) -> ReportDay? {
        days.last { $0.date == date } ?? previous?.days.last { $0.date == date } ?? background.last { $0.date == date }
    }

    /// The totals of some days.
    static func sum(of days: [ReportDay]) -> ReportTable? {
        ReleasedTables(days).sum(TableLayout.totals).map {
            ReportTable($0, previous: nil, container: nil, sort: nil, top: nil)
        }
    }

    /// The names of the tables that the days released, in the order in which they are read.
    public var tableNames: [String] { tables.names }

    /// The totals of the whole period; nil if no day could be shown.
    public var totals: ReportTable? { table(TableLayout.totals) }

    /// The tables that are wanted, but for the totals unless they are named.
    ///
    /// - Parameter top: how many rows of each, where the options do not say.
    public func tables(_ options: ReportOptions, top: Int? = nil) -> [ReportTable] {
        let wanted = options.tables.isEmpty ? tableNames.filter { $0 != TableLayout.totals } : options.tables
        // A containing table is asked for by several others.
        var sums: [String: TableSum] = [:]
        return wanted.compactMap { name in
            guard options.group == nil || TableLayout.named(name).group == options.group else { return nil }
            return table(name, sort: options.sort, top: options.top ?? top, &sums)
        }
    }

    /// The table called `name` over the period; nil if no day released it.
    public func table(_ name: String, sort: String? = nil, top: Int? = nil) -> ReportTable? {
        var sums: [String: TableSum] = [:]
        return table(name, sort: sort, top: top, &sums)
    }

    private func table(_ name: String, sort: String?, top: Int?, _ sums: inout [String: TableSum]) -> ReportTable? {
        func summed(_ name: String) -> TableSum? {
            if let known = sums[name] { return known }
            let sum = tables.sum(name)
            sums[name] = sum
            return sum
        }
        guard let sum = summed(name) else { return nil }
        return ReportTable(
            sum, previous: previousTables?.sum(name), container: sum.layout.container.flatMap(summed), sort: sort,
            top: top)
    }

    /// Of the newest day the three most striking, of each of the six before it the most striking one.
    private static func oddities(of days: [ReportDay], background: [ReportDay]) -> [ReportOddity]? {
        guard let newest = days.last else { return nil }
        let finder = OddityFinder(background + days)
        guard finder.comparable(with: newest) >= OddityFinder.fewest else { return nil }
        let week = days.dropLast().filter { $0.date > newest.date.advanced(by: -7) }.reversed()
        let earlier = week.compactMap { finder.oddities(of: $0).first }
        return Array((finder.oddities(of: newest).prefix(3) + earlier).prefix(5))
    }
}
