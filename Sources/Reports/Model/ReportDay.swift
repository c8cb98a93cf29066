public import Releases

/// One closed day, with the supplements of lines that came later.
public struct ReportDay: Sendable {
    public let release: ReleasedEpoch
    /// In order of their numbers.
    public let supplements: [ReleasedEpoch]

    public var date: ReleasedDate { release.date }

    /// Whether anything of the day could be shown.
    public var isShown: Bool { !release.tables.isEmpty }

    /// The days among epochs, oldest first; a supplement without its day is left out.
    static func days(of epochs: [ReleasedEpoch]) -> [ReportDay] {
        let supplements = Dictionary(grouping: epochs.filter { $0.supplement > 0 }, by: \.date)
        return epochs.filter { $0.supplement == 0 }.sorted { $0.date < $1.date }.map { day in
            ReportDay(
                release: day, supplements: (supplements[day.date] ?? []).sorted { $0.supplement < $1.supplement })
        }
    }

    /// A number of the day's totals, with what supplements add to it; people are the day's own, since those of
    /// supplements may be the same.
    public func figure(_ name: String) -> ReportCell {
        var sum = CellSum()
        guard let own = release.total(name) else { return .hidden }
        let combination = ReportColumn(own.column, holdsBins: own.value.isBin).combination
        sum.add(own.value, day: 0)
        if case .hidden = own.value { return .hidden }
        if combination == .sum || combination == .ratio {
            for supplement in supplements {
                if let more = supplement.total(name) { sum.add(more.value, day: 0) }
            }
        }
        return sum.cell(combination)
    }

    /// The names and units of the totals, in the order of the release.
    public var figures: [PublishedTable.Column] { release.table(TableLayout.totals)?.columns ?? [] }
}

extension ReleasedEpoch {
    /// The number in column `name` of the totals, if the release has it.
    func total(_ name: String) -> (column: PublishedTable.Column, value: PublishedTable.Value)? {
        guard let totals = table(TableLayout.totals), let place = totals.column(name),
            let row = totals.releasedRows.first
        else { return nil }
        return (totals.columns[place], row.values[place])
    }
}

extension PublishedTable.Value {
    fileprivate var isBin: Bool { if case .bin = self { true } else { false } }
}
