internal import Events

extension PolicyChange {
    /// What differs in the lists of what may be kept.
    static func listItems(_ old: PolicyOptions, _ new: PolicyOptions) -> [Item] {
        var items = list("hosts", old.hosts, new.hosts)
        for parameter in QueryParameter.allCases {
            items += list(
                "parameters.\(parameter.columnName)", old.parameters[parameter] ?? [], new.parameters[parameter] ?? [])
        }
        items += list("content_ids", old.contentPatterns.map(\.text), new.contentPatterns.map(\.text))
        items += vocabulary("event_names", old.eventNames, new.eventNames)
        items += vocabulary("click_targets", old.clickTargets, new.clickTargets)
        return items
    }

    /// A list that lets through what it names.
    private static func list(_ name: String, _ old: [String], _ new: [String]) -> [Item] {
        let added = Set(new).subtracting(old).sorted().map { Item(.major, "\(name) has \($0) as well.") }
        return added + Set(old).subtracting(new).sorted().map { Item(.less, "\(name) no longer has \($0).") }
    }

    /// A list that lets through what it names, or, if it is empty, every word that no detector takes for an identifier.
    private static func vocabulary(_ name: String, _ old: [String], _ new: [String]) -> [Item] {
        if old.isEmpty == new.isEmpty { return list(name, old, new) }
        if new.isEmpty { return [Item(.major, "\(name) is empty: every word without an identifier is kept.")] }
        let words = TelemetryNames()
        let isWithin = new.allSatisfy { text in
            var kept: [UInt8] = []
            return words.generalise(Array(text.utf8).span, into: &kept) && kept == Array(text.utf8)
        }
        return [Item(isWithin ? .less : .major, "\(name) keeps only what it lists; it was empty.")]
    }
}
