extension ReleasedEpoch {
    /// What was released of a day's hours while it went on, as one release: their tables, one of one row each, as one
    /// table.
    ///
    /// - Returns: nil if there are none, or they are not of one day and one table.
    public init?(joining hours: [ReleasedEpoch]) {
        guard let last = hours.last, let table = last.tables.first,
            hours.allSatisfy({ $0.epoch == last.epoch && $0.tables.map(\.name) == [table.name] })
        else { return nil }
        let parts = hours.flatMap(\.tables)
        let rows = parts.flatMap { part in
            part.rows.map { row in
                PublishedTable.Row(
                    decoded: row.labels, kind: row.kind,
                    values: table.columns.map { part.column($0.name).map { row.values[$0] } ?? .hidden })
            }
        }
        self.init(
            epoch: last.epoch, definitionsDigest: last.definitionsDigest, policyDigest: last.policyDigest, k: last.k,
            timeZone: last.timeZone,
            tables: [
                PublishedTable(
                    name: table.name, epoch: last.epoch, columns: table.columns,
                    rows: rows.sorted { $0.labels[0] < $1.labels[0] }, k: parts.map(\.k).min() ?? last.k,
                    hidesRows: parts.contains(where: \.hidesRows))
            ])
    }
}
