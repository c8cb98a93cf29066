extension EpochControl {
    /// A table whose rows sum to totals.
    func summed(_ table: CountedTable, _ equalities: [Relation.Equality]) -> ControlledTable? {
        let forbidden = success(table)
        var controlled = ControlledTable(hourly(table), judge: judge) { isRare($0) || forbidden.contains($0.label) }
        if controlled.definition.isOrdered {
            controlled.settleOrdered(total: knownTotal(equalities[0].total))
            return told(controlled)
        }
        for (place, measure) in controlled.definition.measures.enumerated() {
            let total = knownTotal(of: measure, in: controlled.definition, equalities)
            controlled.settle(place) { _ in total }
        }
        return told(controlled)
    }

    /// A table whose rows are parts of the rows of another one.
    func contained(_ table: CountedTable, in name: String, _ equalities: [Relation.Equality]) -> ControlledTable? {
        guard let whole = tables[name] else { return nil }
        // The rest of each row is the row of a third table: what is hidden there would follow from what is told here.
        let rest = tables.values.first { other in
            guard case .within(name, _) = other.definition.relation else { return false }
            return table.definition.guards.contains(other.definition.leading)
        }
        let numbers = whole.rowNumbers
        let hidden = rest.map { rest in
            Set(rest.rows.indices.filter { rest.exact(0, $0) == nil }.map { rest.rows[$0].label })
        }
        let isNested = judge.protections.contains(.nesting)
        var controlled = ControlledTable(table, judge: judge) { row in
            isRare(row) || isNested && numbers[row.label].flatMap { whole.exact(0, $0) } == nil
                || isNested && hidden?.contains(row.label) ?? false
        }
        let containers = table.rows.map { row in numbers[row.label].flatMap { whole.exact(0, $0) } }
        for (place, measure) in table.definition.measures.enumerated() {
            let total = knownTotal(of: measure, in: table.definition, equalities)
            // What was hidden where the rest is told is enough here too, and any more could be computed.
            let settled = place == 0 && rest != nil && total == .exact ? .unknown : total
            controlled.settle(place, containers: place == 0 ? containers : nil) { _ in settled }
        }
        return told(controlled)
    }

    /// A table whose rows sum to one row of another one.
    func part(_ table: CountedTable, of name: String, _ label: String) -> ControlledTable? {
        guard let whole = tables[name], let row = whole.rowNumbers[label] else { return nil }
        var controlled = ControlledTable(table, judge: judge) { isRare($0) }
        for (place, measure) in table.definition.measures.enumerated() {
            let total = knownTotal(of: measure, in: whole, row: row)
            controlled.settle(place) { _ in total }
        }
        return told(controlled)
    }

    /// A table whose rows sum to the rows of another one, group by group.
    func nested(_ table: CountedTable, in name: String) -> ControlledTable? {
        guard let whole = tables[name] else { return nil }
        let numbers = whole.rowNumbers
        var controlled = ControlledTable(table, judge: judge) { isRare($0) }
        for (place, measure) in table.definition.measures.enumerated() {
            controlled.settle(place) { group in
                guard judge.protections.contains(.nesting) else { return .exact }
                guard let label = group.label, let row = numbers[label] else { return .withheld }
                return knownTotal(of: measure, in: whole, row: row)
            }
        }
        return told(controlled)
    }

    /// A table that sums to nothing that is told.
    func standing(_ table: CountedTable) -> ControlledTable? {
        var controlled = ControlledTable(table, judge: judge) { isRare($0) }
        if controlled.definition.isOrdered { controlled.settleOrdered(total: .unknown) }
        for place in table.definition.measures.indices { controlled.settle(place) { _ in .unknown } }
        switch complement(of: table) {
        case .harmless: break
        case .doubtful: controlled.conceal()
        case .harmful: return nil
        }
        return told(controlled)
    }

    /// A table of which the leading measure may be told somewhere.
    private func told(_ table: ControlledTable) -> ControlledTable? {
        table.groups.allSatisfy { $0.totals[0] == .withheld } ? nil : table
    }

    private func knownTotal(
        of measure: Measure, in definition: Definition, _ equalities: [Relation.Equality]
    ) -> KnownTotal {
        if let equality = equalities.first(where: { $0.rows == measure }) { return knownTotal(equality.total) }
        // Every request is in one of the rows, so whatever is counted of requests sums up, declared or not.
        return definition.scope == .requests ? knownTotal(measure) : .unknown
    }

    private func knownTotal(of measure: Measure, in whole: ControlledTable, row: Int) -> KnownTotal {
        guard let place = whole.definition.measures.firstIndex(of: measure) else {
            return whole.isShown(row) ? .unknown : .withheld
        }
        // The parts of a number of which only a bound is told would make a better bound.
        return whole.tellings[place][row] == .exact ? .exact : .withheld
    }
}
