@_spi(DisclosureControl) import Releases

/// Robots by their declared names, which need nobody behind them: a name from the built-in list is nobody's secret.
///
/// Robots without a name on that list are shown as one row, and only under the threshold: one person's script is a
/// person.
struct RobotTable {
    let table: PublishedTable

    init(_ definition: Definition, _ tally: Tally) {
        let suppression = Suppression(definition, threshold: tally.threshold)
        let candidates = Candidate.CountedTable(tally.table(definition.dimension)).candidates
            .filter { $0.sum(.hits) > 0 }
        let shown = candidates.filter { $0.label != Dimension.noValue || suppression.isShowable($0) }
            .sorted { ($1.sum(.hits), $0.label) < ($0.sum(.hits), $1.label) }
        table = PublishedTable(
            name: definition.name, epoch: tally.epoch, columns: definition.measures.map(\.column),
            rows: shown.map { robot in
                PublishedTable.Row(
                    label: robot.label, kind: .value, values: definition.measures.map { .number(robot.sum($0)) })
            },
            k: tally.threshold.visitors, hidesRows: shown.count < candidates.count)
    }
}
