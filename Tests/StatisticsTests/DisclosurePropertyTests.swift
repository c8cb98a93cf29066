import Events
import Releases
import Testing

@testable import Statistics

/// Recounts, from the events themselves, the people behind every number that a reader sees or can compute.
@Suite("Disclosure control over random days")
struct DisclosurePropertyTests {
    private static let threshold = Threshold(k: 6)

    @Test("No number and no difference to a total stands on fewer than k people", arguments: 0..<60 as Range<UInt64>)
    func nothingIsolates(seed: UInt64) throws {
        let events = TestDay.random(60 + Int(seed) * 25, visitors: 12 + Int(seed) * 2, seed: seed)
        let batch = TestDay.batch(events, seed: seed)
        var tally = Tally(epoch: TestDay.epoch, threshold: Self.threshold, seed: seed)
        tally.count(batch, day: TestDay.day)
        let naive = NaiveTally(events, batch: batch)
        let tables = DisclosureControl().release(tally)
        for table in tables where table.name != "robots" && table.name != "totals" {
            let definition = try #require(Definition.standard.first { $0.name == table.name })
            let measure = definition.measures[0]
            let shown = Set(table.rows.filter { $0.kind == .value }.map(\.label))
            for label in shown {
                expectEnough(people(naive, definition, [label], measure), "\(table.name) \(label)")
                for difference in definition.guards {
                    let behind = people(naive, definition, [label], difference)
                    if behind.sum > 0 { expectEnough(behind, "\(table.name) \(label) \(difference)") }
                }
            }
            let all = Set(naive.counts.keys.filter { dimensions(definition).contains($0.dimension) }.map(\.value))
            let covered = definition.dimension == .hour ? hours(in: shown) : shown
            let rest = all.subtracting(covered)
            // A reader may or may not know which rows are not listed because they are zero.
            let hidden = rest.filter { people(naive, definition, [$0], measure).sum > 0 }
            for difference in [measure] + definition.guards where !shown.isEmpty && !hidden.isEmpty {
                for group in [rest, hidden] {
                    let behind = people(naive, definition, group, difference)
                    if behind.sum > 0 { expectEnough(behind, "\(table.name), all that is not shown, \(difference)") }
                }
            }
            expectSums(table, definition, naive)
        }
    }

    @Test("A page that is hidden among the pages is not an entry or exit page", arguments: 0..<40 as Range<UInt64>)
    func nestedTables(seed: UInt64) {
        let events = TestDay.random(200 + Int(seed) * 30, visitors: 20 + Int(seed) * 3, seed: 2000 + seed)
        let tables = DisclosureControl().release(TestDay.tally(events, threshold: Self.threshold))
        func shown(_ name: String) -> Set<String> {
            let rows = tables.first { $0.name == name }?.rows ?? []
            return Set(rows.filter { $0.kind == .value }.map(\.label))
        }
        #expect(shown("entry_pages").isSubset(of: shown("pages")))
        #expect(shown("exit_pages").isSubset(of: shown("pages")))
    }

    @Test("Visitors of a row never leave 1 … k−1 people who are not in it", arguments: 0..<40 as Range<UInt64>)
    func complement(seed: UInt64) {
        let events = TestDay.random(400, visitors: 9 + Int(seed), seed: 3000 + seed)
        let tables = DisclosureControl().release(TestDay.tally(events, threshold: Self.threshold))
        guard case .number(let all) = tables.first?.rows.first?.values.first else { return }
        for table in tables {
            guard let column = table.column("visitors") else { continue }
            for row in table.rows {
                guard case .number(let visitors) = row.values[column] else { continue }
                #expect(!(1..<Int64(Self.threshold.visitors)).contains(all - visitors), "\(table.name) \(row.label)")
            }
        }
    }

    @Test("Hidden rows of every table are at least two, or all", arguments: 0..<40 as Range<UInt64>)
    func neverOneHidden(seed: UInt64) throws {
        let events = TestDay.random(200 + Int(seed) * 30, visitors: 20 + Int(seed) * 3, seed: 1000 + seed)
        let tally = TestDay.tally(events, threshold: Self.threshold)
        for table in DisclosureControl().release(tally) where table.name != "robots" && table.name != "totals" {
            let definition = try #require(Definition.standard.first { $0.name == table.name })
            guard definition.dimension != .hour else { continue }
            let cells = tally.cells.filter {
                $0.dimension == definition.dimension && ($0[definition.measures[0]]?.sum ?? 0) > 0
            }
            let shown = table.rows.filter { $0.kind == .value }.count
            #expect(cells.count - shown != 1 || shown == 0, "\(table.name)")
        }
    }

    /// "Other" is what is missing to the total, and the total is the total of the day.
    private func expectSums(_ table: PublishedTable, _ definition: Definition, _ naive: NaiveTally) {
        guard definition.vocabulary == .open else { return }
        let sum = table.rows.reduce(Int64(0)) { sum, row in
            if case .number(let number) = row.values[0] { sum + number } else { sum }
        }
        for equality in definition.equalities {
            let total = naive.counts[.init(dimension: .total, value: "all", measure: equality.total)]?.sum ?? 0
            #expect(sum == total, "\(table.name)")
        }
    }

    private func expectEnough(_ count: NaiveTally.Count, _ what: String) {
        #expect(count.byVisitor.count >= Self.threshold.visitors, "\(what)")
        #expect(count.networks.count >= Self.threshold.networks, "\(what)")
    }

    private func dimensions(_ definition: Definition) -> [Dimension] {
        definition.dimension == .hour ? [.hour] : [definition.dimension]
    }

    /// The people behind `measure` of all `labels` together.
    private func people(
        _ naive: NaiveTally, _ definition: Definition, _ labels: Set<String>, _ measure: Measure
    ) -> NaiveTally.Count {
        var all = NaiveTally.Count()
        for (key, count) in naive.counts where key.measure == measure && labels.contains(key.value) {
            guard
                key.dimension == definition.dimension || (definition.dimension == .hour && key.dimension == .hourBlock)
            else { continue }
            all.sum += count.sum
            all.byVisitor.merge(count.byVisitor) { $0 + $1 }
            all.networks.formUnion(count.networks)
        }
        return all
    }

    /// The single hours that shown rows, blocks among them, cover.
    private func hours(in labels: Set<String>) -> Set<String> {
        var hours: Set<String> = []
        for label in labels {
            let ends = label.split(separator: "-").compactMap { Int($0) }
            guard let first = ends.first, let last = ends.last else { continue }
            for hour in first...last { hours.insert(hour < 10 ? "0\(hour)" : "\(hour)") }
        }
        return hours
    }
}
