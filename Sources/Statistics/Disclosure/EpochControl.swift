/// Controls the tables of one epoch, each in view of those before it.
struct EpochControl {
    let counted: CountedEpoch
    let judge: Judge
    let totals: ControlledTable
    var tables: [String: ControlledTable] = [:]

    /// Nil where the totals were not counted.
    init?(_ counted: CountedEpoch, protections: Protections) {
        guard let totals = counted.tables.first(where: \.definition.isTotals) else { return nil }
        self.counted = counted
        judge = Judge(threshold: counted.threshold, protections: protections)
        self.totals = ControlledTable(HeavyUse(none: totals), judge: judge) { _ in false }
    }

    /// Whether enough people stand behind the epoch as a whole, for its requests or for its events.
    var isShown: Bool {
        [Measure.hits, .events].contains { measure in
            guard let cell = total(measure) else { return false }
            return cell.sum > 0 && judge.passes(cell) && telling(measure) != .hidden
        }
    }

    /// The total of a measure, nil if there is none.
    func total(_ measure: Measure) -> CountedCell? {
        totals.counted.place(of: measure).flatMap { totals.rows.first?.cells[$0] }
    }

    /// What is told of the total of a measure.
    func telling(_ measure: Measure) -> Telling {
        totals.definition.measures.firstIndex(of: measure).flatMap { totals.tellings[$0].first } ?? .hidden
    }

    /// What a reader knows of the total of a measure.
    func knownTotal(_ measure: Measure) -> KnownTotal {
        // What is left of one known total by another.
        if measure == .laterViews {
            return telling(.pageViews) == .exact && telling(.visits) == .exact ? .exact : .withheld
        }
        guard let cell = total(measure) else { return .unknown }
        return knownSum(telling(measure), cell)
    }

    /// Controls a table in view of those before it; what is told of those may be less then.
    mutating func control(_ table: CountedTable) {
        let controlled =
            switch table.definition.relation {
            case .totals(let equalities): summed(table, equalities)
            case .within(let name, let equalities): contained(table, in: name, equalities)
            case .row(let name, let label): part(table, of: name, label)
            case .children(let name): nested(table, in: name)
            case .own: standing(table)
            case .flow: flow(table)
            case .none, .blocks, .selection: ControlledTable?.none
            }
        tables[table.definition.name] = controlled
        if let controlled { hideBounces(beside: controlled) }
    }

    func knownSum(_ telling: Telling, _ cell: CountedCell) -> KnownTotal {
        switch telling {
        case .exact: .exact
        case .bound: .bound(of: cell.sum)
        case .hidden: .withheld
        }
    }

    /// Values that partitions call rare stand for rows that nobody may name.
    func isRare(_ row: CountedRow) -> Bool {
        judge.protections.contains(.rareTexts) && row.labels.contains(Dimension.rare)
    }
}
