extension EpochControl {
    /// Successful statuses that are not told, since those of page views are known.
    ///
    /// Successful hits less page views are what pages are made of and what else was asked for; where few people did
    /// that, the least row of the successful statuses is hidden.
    func success(_ table: CountedTable) -> Set<String> {
        guard table.definition.dimensions == [.status], judge.protections.contains(.differences),
            telling(.pageViews) == .exact
        else { return [] }
        var crowd = judge.crowd
        for row in counted.tables.first(where: { $0.definition.scope == .files })?.rows ?? [] { crowd.add(row.cells[0]) }
        if let others = total(.otherSuccesses) { crowd.add(others) }
        guard !crowd.isHarmless else { return [] }
        let successes = table.rows.filter { $0.cells[0].sum > 0 && ($0.label.hasPrefix("2") || $0.label == "304") }
        let least = successes.min { ($0.cells[0].sum, $0.label) < ($1.cells[0].sum, $1.label) }
        return least.map { [$0.label] } ?? []
    }
}
