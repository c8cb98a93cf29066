internal import Events

extension PolicyChange {
    /// Columns whose absence weakens what is released: without them, one network or one robot may pass for many people.
    private static let guards: [EventColumn] = [.identity(.network), .flag(.robot)]

    /// What differs in the columns, their rules and their purposes.
    static func fieldItems(_ old: Policy, _ new: Policy) -> [Item] {
        EventColumn.all.flatMap { column -> [Item] in
            switch (old.field(column), new.field(column)) {
            case (nil, nil): []
            case (nil, let field?):
                [Item(.major, "\(column.name) is stored (\(field.rule.rawValue)), for \(field.purpose.name).")]
            case (_?, nil) where guards.contains(column):
                [Item(.other, "\(column.name) is no longer stored, which weakens the protection of released numbers.")]
            case (_?, nil): [Item(.less, "\(column.name) is no longer stored.")]
            case (let before?, let after?): fieldItems(column, before, after)
            }
        }
    }

    /// No rule that stores something is stricter than another one of the same column in every respect.
    private static func fieldItems(_ column: EventColumn, _ old: Policy.Field, _ new: Policy.Field) -> [Item] {
        var items: [Item] = []
        if old.rule != new.rule {
            items.append(
                Item(.major, "\(column.name) has the rule \(new.rule.rawValue), had \(old.rule.rawValue)."))
        }
        if old.purpose != new.purpose {
            items.append(Item(.major, "\(column.name) is used for \(new.purpose.name), was for \(old.purpose.name)."))
        }
        return items
    }

    /// What differs in the purposes and in what they are said to be.
    static func purposeItems(_ old: PolicyOptions, _ new: PolicyOptions) -> [Item] {
        Set(old.purposes.keys).union(new.purposes.keys).sorted { $0.name < $1.name }.compactMap { purpose in
            switch (old.purposes[purpose], new.purposes[purpose]) {
            case (nil, _): Item(.major, "\(purpose.name) is a new purpose.")
            case (_, nil): Item(.less, "\(purpose.name) is no purpose any more.")
            case (let before, let after):
                before == after ? nil : Item(.major, "\(purpose.name) is said to be something else.")
            }
        }
    }
}
