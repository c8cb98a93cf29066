extension EpochControl {
    /// Hides bounces that leave hidden exits no interval.
    ///
    /// Whoever bounces leaves from the page, so the exits of a page lie between its bounces and its page views. They
    /// are told before the exits are settled, and settled anew where that turns out to be too narrow.
    mutating func hideBounces(beside exits: ControlledTable) {
        guard judge.protections.contains(.intervals), case .within(let name, _) = exits.definition.relation,
            exits.definition.leading == .exits, let whole = tables[name],
            let entries = tables.values.first(where: { $0.definition.measures.contains(.bounces) }),
            case .within(name, let equalities) = entries.definition.relation,
            let place = entries.definition.measures.firstIndex(of: .bounces)
        else { return }
        let wholes = whole.rowNumbers
        let parts = entries.rowNumbers
        let narrow = exits.rows.indices.filter { row in
            let label = exits.rows[row].label
            guard exits.exact(0, row) == nil, let views = wholes[label].flatMap({ whole.known(0, $0) }),
                let bounces = parts[label].flatMap({ entries.exact(place, $0) }), bounces > 0
            else { return false }
            return views - bounces < exits.rows[row].cells[0].sum.leastWidth(judge.threshold)
        }
        guard !narrow.isEmpty else { return }
        let labels = Set(narrow.map { exits.rows[$0].label })
        tables[entries.definition.name] = contained(entries.counted, in: name, equalities, withoutBounces: labels)
    }
}
