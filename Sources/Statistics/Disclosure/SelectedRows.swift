@_spi(DisclosureControl) import Releases

/// Rows of a released table once more, as a table of their own: the same numbers, and so nothing new to protect.
struct SelectedRows {
    /// Nil if no row is selected.
    let table: PublishedTable?

    init(_ definition: Definition, of whole: PublishedTable, _ extensions: [String]) {
        let selected = Set(extensions)
        let rows = whole.rows.filter {
            $0.kind == .value && FileExtension.of($0.label).map(selected.contains) ?? false
        }
        // A column that is called differently here is the leading one.
        let places = definition.columns.map { whole.column($0.name) ?? 0 }
        guard !rows.isEmpty else {
            table = nil
            return
        }
        table = PublishedTable(
            name: definition.name, epoch: whole.epoch,
            columns: definition.columns.map { .init(name: $0.name, unit: $0.unit) },
            rows: rows.map { row in
                .init(labels: row.labels, kind: row.kind, values: places.map { row.values[$0] })
            },
            k: whole.k, hidesRows: whole.hidesRows)
    }
}
