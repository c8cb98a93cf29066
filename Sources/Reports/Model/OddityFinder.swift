import Releases

/// Finds what is odd: a number clearly outside the range of the same weekday in the last eight weeks.
///
/// It takes at least four such days that tell the number, so that the first weeks are not full of oddities.
/// "Clearly" is ``margin(beyond:range:_:)``: of nine like days one is the highest by chance alone and one the lowest, so
/// with some ten figures a report of a week would otherwise always find something, a tenth of a per cent beyond.
struct OddityFinder {
    static let weeks = 8
    static let fewest = 4
    private static let figures = [
        "visitors", "visits", "page_views", "hits", "bytes", "events", "bounce_rate", "duration_mean",
    ]

    private static let ofVisits: Set<String> = ["visits", "bounce_rate"]

    private let known: [ReleasedDate: ReportDay]

    init(_ days: [ReportDay]) {
        known = Dictionary(days.map { ($0.date, $0) }) { $1 }
    }

    /// How many days there are to compare `day` with.
    func comparable(with day: ReportDay) -> Int { earlier(day).count(where: \.isShown) }

    /// What is odd about one day, the most striking first; a status code that is as odd as all hits is left out.
    func oddities(of day: ReportDay) -> [ReportOddity] {
        let earlier = earlier(day).filter(\.isShown)
        guard earlier.count >= OddityFinder.fewest else { return [] }
        guard day.isShown else { return silence(of: day, earlier) }
        let figures = OddityFinder.figures.compactMap { figure($0, of: day, earlier) }
        return (figures + statuses(of: day, earlier)).sorted { $0.weight > $1.weight }
    }

    private func earlier(_ day: ReportDay) -> [ReportDay] {
        (1...OddityFinder.weeks).compactMap { known[day.date.advanced(by: -7 * $0)] }
    }

    private func silence(of day: ReportDay, _ earlier: [ReportDay]) -> [ReportOddity] {
        let visitors = earlier.compactMap { $0.figure("visitors").count }
        guard visitors.count == earlier.count, let fewest = visitors.min() else { return [] }
        return [
            ReportOddity(
                date: day.date, figure: "visitors", status: nil, unit: .people, value: .hidden,
                kind: .silent(fewest), weeks: earlier.count)
        ]
    }

    private func figure(_ name: String, of day: ReportDay, _ earlier: [ReportDay]) -> ReportOddity? {
        guard let unit = day.figures.first(where: { $0.name == name })?.unit else { return nil }
        // Where another pause ends a visit, visits are other visits.
        let earlier =
            OddityFinder.ofVisits.contains(name)
            ? earlier.filter { $0.release.visitGap == day.release.visitGap } : earlier
        return oddity(day.figure(name), unit, among: earlier.map { $0.figure(name) }).map { kind, weeks in
            ReportOddity(
                date: day.date, figure: name, status: nil, unit: unit, value: day.figure(name), kind: kind,
                weeks: weeks)
        }
    }

    /// Refusals and failures: what people notice first when a site breaks.
    private func statuses(of day: ReportDay, _ earlier: [ReportDay]) -> [ReportOddity] {
        let before = earlier.map { Dictionary($0.statusHits) { first, _ in first } }
        return day.statusHits.compactMap { status, hits in
            guard let first = status.first, "45".contains(first), hits.count != nil else { return nil }
            let told = before.compactMap { $0[status] }
            let kind: (ReportOddity.Kind, Int)? =
                first == "5" && told.isEmpty ? (.unseen, earlier.count) : oddity(hits, .count, among: told)
            return kind.map {
                ReportOddity(
                    date: day.date, figure: "hits", status: status, unit: .count, value: hits, kind: $0, weeks: $1)
            }
        }
    }

    private func oddity(_ cell: ReportCell, _ unit: PublishedTable.Unit, among others: [ReportCell]) -> (
        ReportOddity.Kind, weeks: Int
    )? {
        let told = others.filter(\.isExact).sorted { $0.weight < $1.weight }
        guard cell.isExact, told.count >= OddityFinder.fewest, let lowest = told.first, let highest = told.last
        else { return nil }
        let isAbove = cell.weight > highest.weight
        let bound = isAbove ? highest : lowest
        let range = highest.weight.subtracting(lowest.weight)
        let distance = isAbove ? cell.weight.subtracting(bound.weight) : bound.weight.subtracting(cell.weight)
        guard distance > 0, distance >= OddityFinder.margin(beyond: bound.weight, range: range, unit),
            let change = ReportChange(from: bound.weight, to: cell.weight), change.permille > 0
        else { return nil }
        return (
            isAbove ? .above(bound, permille: change.permille) : .below(bound, permille: change.permille), told.count
        )
    }

    /// How far beyond a bound a number has to lie to be odd; all of them weights.
    ///
    /// A tenth of the bound, as nobody asks why a site had 4 % more than ever; half the range, since days that differ
    /// much among themselves will do so again; and for what is counted one by one twice the square root of the bound,
    /// within which counts of small sites come and go by chance (the standard deviation of a Poisson distribution).
    private static func margin(beyond bound: Int64, range: Int64, _ unit: PublishedTable.Unit) -> Int64 {
        let chance =
            unit == .count || unit == .people ? Int64((Double(bound / 1000).squareRoot() * 2000).rounded(.up)) : 0
        return max(bound / 10, range / 2, chance)
    }
}

extension ReportCell {
    fileprivate var isExact: Bool {
        switch value {
        case .number, .ratio: true
        case .average, .atLeast, .bin, .hidden: false
        }
    }
}

extension ReportDay {
    /// The hits of each status code that is shown.
    fileprivate var statusHits: [(String, ReportCell)] {
        guard let table = release.table("status_codes"), let column = table.column("hits") else { return [] }
        return table.releasedRows.filter { $0.kind == .value }.map { row in
            var sum = CellSum()
            sum.add(row.values[column], day: 0)
            return (row.label, sum.cell(.sum))
        }
    }
}
