@_spi(DisclosureControl) public import Releases

/// Turns the counts of an epoch into tables in which no number, and no difference of numbers, tells of fewer than k
/// people.
///
/// A pure function: the same counts always give the same tables. The rules are those of class *internal*; the article
/// <doc:DisclosureControl> states them, and which sums and differences a reader can form between tables.
public struct DisclosureControl: Sendable {
    private let definitions: [Definition]
    private let protections: Protections

    /// - Parameter definitions: the tables to release, each behind those that its relation names.
    public init(definitions: [Definition] = Definition.standard) {
        self.init(definitions: definitions, protections: .all)
    }

    /// Control with a part of its protections, for tests that show what each of them is there for.
    init(definitions: [Definition] = Definition.standard, protections: Protections) {
        self.definitions = definitions
        self.protections = protections
    }

    /// The tables of an epoch; none at all if the whole epoch does not stand on enough people.
    ///
    /// - Parameter counted: the counts of the same definitions.
    public func release(_ counted: CountedEpoch) -> [PublishedTable] {
        guard var control = EpochControl(counted, protections: protections), control.isShown else { return [] }
        var tables: [PublishedTable] = []
        for definition in definitions {
            if case .selection(let name, let extensions) = definition.relation {
                guard let table = tables.first(where: { $0.name == name }) else { continue }
                if let selection = SelectedRows(definition, of: table, extensions).table { tables.append(selection) }
            } else if let table = counted.table(definition.name), let released = release(table, &control) {
                tables.append(released)
            }
        }
        return tables
    }

    private func release(_ table: CountedTable, _ control: inout EpochControl) -> PublishedTable? {
        if table.definition.isTotals { return TableRows(table: control.totals, control: control).released }
        if case .blocks = table.definition.relation { return nil }
        if table.definition.vocabulary == .declared {
            return RobotTable(table, judge: control.judge, epoch: control.counted).table
        }
        return control.control(table).map { TableRows(table: $0, control: control).released }
    }
}
