extension EpochControl {
    /// A table whose rows sum to totals.
    func summed(_ table: CountedTable, _ equalities: [Relation.Equality]) -> ControlledTable? {
        let forbidden = success(table)
        var controlled = judged(hourly(table)) { forbidden.contains($0.label) }
        let totals = table.definition.measures.map { knownTotal(of: $0, in: table.definition, equalities) }
        if table.definition.isOrdered {
            guard controlled.settleOrdered(total: totals[0], sum: total(.pageViews)) else { return nil }
        } else {
            controlled.settle { place, _ in totals[place] }
        }
        return told(controlled)
    }

    /// A table whose rows are parts of the rows of another one.
    ///
    /// - Parameter withoutBounces: rows whose bounces are not told.
    func contained(
        _ table: CountedTable, in name: String, _ equalities: [Relation.Equality], withoutBounces: Set<String> = []
    ) -> ControlledTable? {
        guard let whole = tables[name] else { return nil }
        // The rest of each row is the row of a third table: what is hidden there would follow from what is told here.
        let rest = tables.values.first { other in
            guard case .within(name, _) = other.definition.relation else { return false }
            return table.definition.guards.contains(other.definition.leading)
        }
        let numbers = whole.rowNumbers
        let hidden = rest.map { rest in
            // That nobody leaves from a page is no secret: all steps from it may be told.
            Set(
                rest.rows.indices.filter { rest.exact(0, $0) == nil && rest.rows[$0].cells[0].sum > 0 }
                    .map { rest.rows[$0].label })
        }
        let isNested = judge.protections.contains(.nesting)
        var controlled = judged(table) { row in
            isNested && numbers[row.label].flatMap { whole.known(0, $0) } == nil
                || isNested && hidden?.contains(row.label) ?? false
        }
        let containers = table.rows.map { row in numbers[row.label].flatMap { whole.known(0, $0) } }
        var totals = table.definition.measures.map { knownTotal(of: $0, in: table.definition, equalities) }
        // What was hidden where the rest is told is enough here too, and any more could be computed.
        if rest != nil, totals[0] == .exact { totals[0] = .unknown }
        if let place = table.definition.measures.firstIndex(of: .bounces) {
            for row in table.rows.indices where withoutBounces.contains(table.rows[row].label) {
                controlled.forbid(row, place)
            }
        }
        controlled.settle(containers: containers) { place, _ in totals[place] }
        return told(controlled)
    }

    /// A table whose rows sum to one row of another one.
    func part(_ table: CountedTable, of name: String, _ label: String) -> ControlledTable? {
        guard let whole = tables[name], let row = whole.rowNumbers[label] else { return nil }
        var controlled = judged(table)
        let measures = table.definition.measures
        controlled.settle { place, _ in knownTotal(of: measures[place], in: whole, row: row) }
        return told(controlled)
    }

    /// A table whose rows sum to the rows of another one, group by group.
    func nested(_ table: CountedTable, in name: String) -> ControlledTable? {
        guard let whole = tables[name] else { return nil }
        let numbers = whole.rowNumbers
        var controlled = judged(table)
        let measures = table.definition.measures
        controlled.settle { place, group in
            guard judge.protections.contains(.nesting) else { return .exact }
            guard let label = group.label, let row = numbers[label] else { return .withheld }
            return knownTotal(of: measures[place], in: whole, row: row)
        }
        return told(controlled)
    }

    /// A table that sums to nothing that is told.
    func standing(_ table: CountedTable) -> ControlledTable? {
        var controlled = judged(table)
        if table.definition.isOrdered {
            guard controlled.settleOrdered(total: .unknown, sum: total(.visits)) else { return nil }
        } else {
            controlled.settle { place, _ in part(table.definition.measures[place]) }
        }
        switch complement(of: table) {
        case .harmless: break
        case .doubtful: controlled.conceal()
        case .harmful: return nil
        }
        return told(controlled)
    }

    /// A table of which each number was judged by itself, heavy use apart.
    private func judged(_ table: CountedTable, isForbidden: (CountedRow) -> Bool = { _ in false }) -> ControlledTable {
        ControlledTable(HeavyUse(of: table, judge: judge, networks: counted.networks), judge: judge) {
            isRare($0) || isForbidden($0)
        }
    }

    /// A table of which the leading measure may be told somewhere.
    private func told(_ table: ControlledTable) -> ControlledTable? {
        table.groups.allSatisfy { $0.totals[0] == .withheld } ? nil : table
    }

    private func knownTotal(
        of measure: Measure, in definition: Definition, _ equalities: [Relation.Equality]
    ) -> KnownTotal {
        let equality = equalities.first { $0.rows == measure }
        if let equality, equality.total != .visitTime || judge.protections.contains(.sums) {
            return knownTotal(equality.total)
        }
        // Every request is in one of the rows, so whatever is counted of requests sums up, declared or not.
        return definition.scope == .requests ? knownTotal(measure) : part(measure)
    }

    /// What a reader knows of the sum of a measure over a part of the requests.
    ///
    /// The bytes of page views, of static files and of all other requests are those of the statuses, so where no other
    /// request was successful, or none that is no page view, the bytes of each are known.
    private func part(_ measure: Measure) -> KnownTotal {
        measure == .bytes && telling(.bytes) == .exact && judge.protections.contains(.sums) ? .exact : .unknown
    }

    private func knownTotal(of measure: Measure, in whole: ControlledTable, row: Int) -> KnownTotal {
        guard let place = whole.definition.measures.firstIndex(of: measure) else {
            return whole.isShown(row) ? .unknown : .withheld
        }
        // The parts of a number of which only a bound is told would make a better bound.
        return whole.known(place, row) != nil ? .exact : .withheld
    }
}
