@_spi(DisclosureControl) public import Releases
import Events

/// Turns a tally into tables in which no number, and no difference of numbers, tells of fewer than k people.
///
/// A pure function: the same tally always gives the same tables. The rules are those of class *internal*: threshold,
/// "other" and complementary suppression, one threshold for every measure of a row; ``Definition/standard`` says
/// which differences between tables there are and what stands against each.
public struct DisclosureControl: Sendable {
    private let definitions: [Definition]

    /// - Precondition: a definition comes behind the one that it is `within`.
    public init(definitions: [Definition] = Definition.standard) {
        for (index, definition) in definitions.enumerated() {
            guard let within = definition.within else { continue }
            precondition(definitions[..<index].contains { $0.name == within }, "the containing table comes first")
        }
        self.definitions = definitions
    }

    /// The tables of an epoch; none at all if the whole epoch does not stand on enough people.
    public func release(_ tally: Tally) -> [PublishedTable] {
        let totals = ReleasedTotals(tally)
        guard totals.isShowable(.hits) else { return [] }
        var tables: [PublishedTable] = []
        var hiddenPages: [String: Set<String>] = [:]
        for definition in definitions {
            if definition.dimension == .total {
                tables.append(totals.table(k: tally.threshold.visitors))
                continue
            }
            if definition.vocabulary == .declared {
                tables.append(RobotTable(definition, tally).table)
                continue
            }
            guard definition.equalities.allSatisfy({ totals.isShowable($0.total) }) else { continue }
            var candidates = candidates(of: definition, in: tally)
            if let within = definition.within, let names = hiddenPages[within] {
                for index in candidates.indices where names.contains(candidates[index].label) {
                    candidates[index].mustHide = true
                }
            }
            let hidden = Suppression(definition, threshold: tally.threshold).hidden(candidates)
            hiddenPages[definition.name] = Set(zip(candidates, hidden).filter(\.1).map(\.0.label))
            let rows = TableRows(definition, allVisitors: totals.visitors, k: tally.threshold.visitors)
            tables.append(rows.table(candidates, hidden: hidden, epoch: tally.epoch))
        }
        return tables
    }

    /// All rows that the table could have.
    private func candidates(of definition: Definition, in tally: Tally) -> [Candidate] {
        if definition.dimension == .hour {
            return HourCandidates(hours: tally.table(.hour), blocks: tally.table(.hourBlock)) {
                Suppression(definition, threshold: tally.threshold).isShowable($0)
            }.rows
        }
        return Candidate.CountedTable(tally.table(definition.dimension)).candidates.map { candidate in
            var candidate = candidate
            candidate.mustHide = candidate.label == Dimension.rare
            return candidate
        }
    }
}
