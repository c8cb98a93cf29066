import Foundation
import Releases
import Testing

@testable import Statistics

/// Writes what was counted and what was told of it, side by side, for the solver in Tests/Interoperability.
@Suite("Disclosure dump")
struct DisclosureDumpTests {
    private static let path = ProcessInfo.processInfo.environment["FOOTFALL_DISCLOSURE_DUMP"]
    private static let count = Int(ProcessInfo.processInfo.environment["FOOTFALL_DISCLOSURE_COUNT"] ?? "") ?? 200

    @Test(
        "Random and adversarial days are written, one a line",
        .enabled(if: path != nil, "FOOTFALL_DISCLOSURE_DUMP names the file; only the solver asks for it"))
    func write() throws {
        let path = try #require(Self.path)
        var lines = (0..<Self.count).map { random(seed: UInt64($0)) }
        lines += Attack.all.map { line($0.testDescription, TestDay.counted($0.events)) }
        lines += (0..<20).map { loud(seed: UInt64($0)) }
        lines += (0..<4).map { walking(seed: UInt64($0)) }
        try (lines.joined(separator: "\n") + "\n").write(toFile: path, atomically: true, encoding: .utf8)
    }

    private func random(seed: UInt64) -> String {
        let events = TestDay.random(80 + Int(seed % 50) * 20, visitors: 15 + Int(seed % 40) * 4, seed: 5000 + seed)
        return line("random \(seed)", TestDay.counted(events, threshold: Threshold(k: [3, 4, 6, 10][Int(seed % 4)])))
    }

    /// A random day on which one visitor does a few things all day.
    private func loud(seed: UInt64) -> String {
        var events = TestDay.random(600, visitors: 60, seed: 9000 + seed)
        let chosen = events.filter { $0.isView }[Int(seed) % 20]
        events += (0..<50 * Int(seed + 1)).map { time in
            var event = chosen
            event.visitor = 5000
            event.time = Int64(time % 80_000)
            return event
        }
        return line("loud \(seed)", TestDay.counted(events, threshold: Threshold(k: 4)))
    }

    /// A random day on which many people also walk the same way, so that nobody leaves from where they pass.
    private func walking(seed: UInt64) -> String {
        let events = TestDay.random(600, visitors: 80, seed: 8000 + seed)
        let walks = Attack.walks(17 + Int(seed), from: 3000)
        return line("walking \(seed)", TestDay.counted(events + walks, threshold: Threshold(k: 4 + 2 * Int(seed))))
    }

    private func line(_ name: String, _ counted: CountedEpoch) -> String {
        object([
            ("name", quoted(name)), ("k", "\(counted.threshold.visitors)"),
            ("definitions", array(Definition.standard.map(definition))),
            ("counted", array(counted.tables.map(table))),
            ("released", array(DisclosureControl().release(counted).map(table))),
        ])
    }

    private func definition(_ definition: Definition) -> String {
        let columns = definition.columns.compactMap { column -> String? in
            guard case .sum(let measure) = column.content else { return nil }
            return array([quoted(column.name), quoted(measure.name)])
        }
        return object([
            ("name", quoted(definition.name)), ("scope", quoted(definition.scope.rawValue)),
            ("vocabulary", quoted(definition.vocabulary.rawValue)),
            ("measures", array(definition.measures.map { quoted($0.name) })),
            ("relation", array(relation(definition.relation))), ("columns", array(columns)),
        ])
    }

    private func relation(_ relation: Relation) -> [String] {
        func sums(_ equalities: [Relation.Equality]) -> String {
            array(equalities.map { array([quoted($0.rows.name), quoted($0.total.name)]) })
        }
        return switch relation {
        case .none: [quoted("none")]
        case .own: [quoted("own")]
        case .totals(let equalities): [quoted("totals"), sums(equalities)]
        case .row(let table, let label): [quoted("row"), quoted(table), quoted(label)]
        case .children(let table): [quoted("children"), quoted(table)]
        case .within(let table, let equalities): [quoted("within"), quoted(table), sums(equalities)]
        case .flow: [quoted("flow")]
        case .blocks(let table): [quoted("blocks"), quoted(table)]
        case .selection(let table, _): [quoted("selection"), quoted(table)]
        }
    }

    private func table(_ table: CountedTable) -> String {
        let measures = table.definition.measures
        return object([
            ("name", quoted(table.definition.name)), ("measures", array(measures.map { quoted($0.name) })),
            (
                "rows",
                array(
                    table.rows.map { row in
                        array([
                            array(row.labels.map(quoted)), array(zip(measures, row.cells).map { "\($1.sum)" }),
                        ])
                    })
            ),
        ])
    }

    private func table(_ table: PublishedTable) -> String {
        object([
            ("name", quoted(table.name)), ("columns", array(table.columns.map { quoted($0.name) })),
            ("total", value(table.total)),
            (
                "rows",
                array(
                    table.rows.map { row in
                        array([array(row.labels.map(quoted)), quoted("\(row.kind)"), array(row.values.map(value))])
                    })
            ),
        ])
    }

    private func value(_ value: PublishedTable.Value) -> String {
        switch value {
        case .number(let number): array([quoted("number"), "\(number)"])
        case .ratio(let numerator, let denominator): array([quoted("ratio"), "\(numerator)", "\(denominator)"])
        case .atLeast(let number): array([quoted("at_least"), "\(number)"])
        case .bin, .hidden: "null"
        }
    }

    private func object(_ members: [(String, String)]) -> String {
        "{" + members.map { "\(quoted($0)): \($1)" }.joined(separator: ", ") + "}"
    }

    private func array(_ values: [String]) -> String { "[" + values.joined(separator: ", ") + "]" }

    private func quoted(_ text: String) -> String {
        "\"" + text.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "\"", with: "\\\"") + "\""
    }
}
