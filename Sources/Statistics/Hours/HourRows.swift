@_spi(DisclosureControl) import Releases

/// The rows of single hours in a table.
struct HourRows {
    static let columns =
        HourMeasure.printed.map(\.column) + [PublishedTable.Column(name: "visitors", unit: .people)]

    private let tally: HourTally
    private let allVisitors: Int?

    /// - Parameter allVisitors: distinct people of the day, or as many as there have been so far; nil if it is not to
    ///   be told how many an hour has.
    init(_ tally: HourTally, allVisitors: Int?) {
        self.tally = tally
        self.allVisitors = allVisitors
    }

    /// Whether every number of the hour, alone, stands on enough people, every difference on enough or on nobody, and
    /// no visitor makes more than four fifths of any.
    func isShowable(_ hour: Int) -> Bool {
        let evidence = HourEvidence(tally, hours: [hour])
        return evidence.isCovering(.hits) && HourMeasure.allCases.allSatisfy(evidence.isHarmless)
    }

    func row(_ hour: Int) -> PublishedTable.Row {
        let cell = tally.cells[hour]
        return .init(
            label: HourLabel.hours[hour], kind: .value,
            values: HourMeasure.printed.map { .number(cell.sum[$0]) } + [visitors(cell.shares.count)])
    }

    func hiddenRow(_ hour: Int) -> PublishedTable.Row {
        .init(
            label: HourLabel.hours[hour], kind: .hidden,
            values: Array(repeating: .hidden, count: HourRows.columns.count))
    }

    /// How many visitors an hour has, if not 1 … k−1 others came: those who came later only add to them.
    private func visitors(_ count: Int) -> PublishedTable.Value {
        guard let allVisitors, allVisitors - count >= tally.threshold.visitors else { return .hidden }
        return .number(Int64(count))
    }
}
