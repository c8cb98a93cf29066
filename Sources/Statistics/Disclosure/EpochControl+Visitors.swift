extension EpochControl {
    /// How many visitors the rows have that contain a row, and the epoch.
    func visitors(containing row: CountedRow, of definition: Definition) -> [Int] {
        let all = definition.scope == .events ? total(.events) : total(.hits)
        var counts = [all?.visitors ?? 0]
        switch definition.scope {
        // All who have page views are counted by how many visits they had.
        case .views, .visits, .steps: counts.append(total(.pageViews)?.visitors ?? 0)
        default: break
        }
        if case .row(let name, let label) = definition.relation, let whole = tables[name],
            let row = whole.rowNumbers[label]
        {
            counts.append(whole.rows[row].cells[0].visitors)
        }
        if let container = definition.relation.container.flatMap({ tables[$0] }) {
            let numbers = container.rowNumbers
            // Steps lie within both of their pages.
            let labels = if case .flow = definition.relation { row.labels } else { [row.labels[0]] }
            counts += labels.compactMap { numbers[$0] }.map { container.rows[$0].cells[0].visitors }
        }
        return counts
    }
}
