@_spi(DisclosureControl) import Releases

/// Robots by their declared names, which need nobody behind them: a name from the built-in list is nobody's secret.
///
/// Robots without a name on that list are shown as one row, and only under the threshold: one person's script is a
/// person.
struct RobotTable {
    let table: PublishedTable

    init(_ counted: CountedTable, judge: Judge, epoch: CountedEpoch) {
        let definition = counted.definition
        let rows = counted.rows.filter { $0.cells[0].sum > 0 }
            .sorted { ($1.cells[0].sum, $0.label) < ($0.cells[0].sum, $1.label) }
        let released = rows.compactMap { row -> PublishedTable.Row? in
            let isNamed = row.label != Dimension.noValue && row.label != Dimension.rare
            let values = definition.measures.indices.map { place -> PublishedTable.Value in
                let cell = row.cells[place]
                if isNamed { return .number(cell.sum) }
                return ReleasedNumber.value(
                    cell.sum, judge.telling(of: cell, differences: [], mayBeZero: place > 0), judge)
            }
            return values[0] == .hidden ? nil : PublishedTable.Row(labels: row.labels, kind: .value, values: values)
        }
        table = PublishedTable(
            name: definition.name, epoch: epoch.epoch,
            columns: definition.columns.map { .init(name: $0.name, unit: $0.unit) }, rows: released,
            k: epoch.threshold.visitors, hidesRows: released.count < rows.count)
    }
}
