import Events

extension Tally {
    /// All tables, counted to the end.
    ///
    /// - Precondition: both passes are over.
    public consuming func counted() -> CountedEpoch {
        precondition(details != nil, "the second pass is over")
        for index in details?.bins.indices ?? 0..<0 { details?.bins[index].table.finish() }
        let tables = definitions.filter(\.isCounted).compactMap { definition -> CountedTable? in
            let rows = rows(of: definition)
            return definition.tells(rows) ? CountedTable(definition: definition, rows: rows) : nil
        }
        return CountedEpoch(
            epoch: epoch, threshold: threshold, tables: tables, visitors: people, networks: networkOfVisitor)
    }

    private func rows(of definition: Definition) -> [CountedRow] {
        if definition.scope == .steps {
            return details?.steps.map { rows(of: definition, in: $0, durations: nil, viewing: nil) } ?? []
        }
        guard let place = groups.firstIndex(where: { $0.holds(definition) }) else { return [] }
        func bins(_ quantities: Quantity...) -> BinTable? {
            let own = quantities.first { definition.quantities.contains($0) }
            return own.flatMap { details?.bins(group: place, $0) }
        }
        return rows(
            of: definition, in: groups[place], durations: bins(.requestDuration),
            viewing: bins(.visitDuration, .viewingTime))
    }

    private func rows(
        of definition: Definition, in group: TableGroup, durations: BinTable?, viewing: BinTable?
    ) -> [CountedRow] {
        let columns = (definition.measures + definition.guards).compactMap { group.column(of: $0) }
        let spaces = definition.dimensions.map { space(of: $0) }
        let cells = (0..<group.table.cells.count).filter { cell in
            definition.isTotals || columns.contains { group.table.sum($0, of: cell) > 0 }
        }
        var rows = LabelOrder(definition.dimensions.map { space(of: $0) }).sorted(cells, of: group.table.cells).map {
            cell in
            CountedRow(
                labels: zip(spaces, group.table.cells.labels(of: cell)).map { $0.label($1) },
                cells: columns.map { group.table.counted($0, of: cell) },
                durations: durations?.distribution(of: cell), viewing: viewing?.distribution(of: cell))
        }
        if !rows.isEmpty { addHours(of: definition, width: columns.count, to: &rows) }
        return rows
    }

    /// Adds the hours in which nothing was counted.
    private func addHours(of definition: Definition, width: Int, to rows: inout [CountedRow]) {
        let names: [String] =
            switch definition.dimensions[0] {
            case .hour: HourLabel.hours
            case .hourBlock: HourLabel.blocks
            default: []
            }
        guard !names.isEmpty else { return }
        let known = Set(rows.map(\.labels[0]))
        for name in names where !known.contains(name) {
            rows.append(CountedRow(labels: [name], cells: Array(repeating: .zero, count: width)))
        }
        rows.sort { $0.labels[0] < $1.labels[0] }
    }
}

extension Definition {
    /// Whether a table of these rows says anything: a column that nobody filled does not.
    fileprivate func tells(_ rows: [CountedRow]) -> Bool {
        switch vocabulary {
        case .declared: !rows.isEmpty
        case .open, .closed: rows.contains { $0.labels.last != Dimension.noValue }
        }
    }
}
