extension EpochControl {
    /// The steps from page to page that are told; nil where the tables that they sum up with are not told.
    func flow(_ table: CountedTable) -> ControlledTable? {
        guard case .flow(let pageTable, let entryTable, let exitTable) = table.definition.relation,
            let pages = tables[pageTable], let entries = tables[entryTable], let exits = tables[exitTable],
            [pages, entries, exits].allSatisfy({ $0.groups[0].totals[0] == .exact })
        else { return nil }
        var flow = FlowControl(
            table, pages: FlowPages(pages: pages, entries: entries, exits: exits), judge: judge)
        flow.settle()
        var controlled = ControlledTable(HeavyUse(none: table), judge: judge) { _ in false }
        for row in table.rows.indices where !flow.isTold[row] { controlled.hide(row) }
        return controlled.isShown ? controlled : nil
    }
}
