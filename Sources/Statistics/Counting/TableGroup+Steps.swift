import Events

extension TableGroup {
    /// Counts from which page to which each visitor went: exactly where enough people may be behind a pair, else once for
    /// where it leads to and once for where it comes from, at a row whose other end is `rare`.
    ///
    /// What partitions call rare is no page, and so no end of an exact pair.
    mutating func countSteps(
        _ rows: VisitorMajorRows, from paths: RowLabels, to next: RowLabels, filter: StepFilter, rare: UInt32
    ) {
        for view in rows.visits.views where rows.traits[Int(view)].contains(.step) {
            let (from, to) = (paths[view], next[view])
            let (visitor, network) = (rows.visitors[Int(view)], rows.networks[Int(view)])
            if from != rare, to != rare, filter.mayPass(from, to) {
                add(from, to, visitor: visitor, network: network)
            } else {
                if from != rare { add(from, rare, visitor: visitor, network: network) }
                if to != rare { add(rare, to, visitor: visitor, network: network) }
            }
        }
    }

    private mutating func add(_ from: UInt32, _ to: UInt32, visitor: UInt32, network: UInt32) {
        let cell = table.cells.number(of: from, to)
        table.makeRoom()
        for measure in measures.indices { table.add(1, measure, of: cell, visitor: visitor, network: network) }
    }
}
