import Events
import Testing

@testable import Statistics

extension TallyTests {
    /// Compares everything that was counted of one batch with a recount.
    func expect(_ counted: CountedEpoch, is naive: NaiveTally, _ batch: EventBatch) {
        let visitors = batch[.visitor].dictionary.map { Int($0.low) }
        let networks = batch[.network].dictionary.map { Int($0.low) }
        let naive = Recount(naive, counted)
        var seen = 0
        for table in counted.tables {
            let definition = table.definition
            for row in table.rows {
                for (measure, cell) in zip(definition.measures + definition.guards, row.cells) where cell.sum > 0 {
                    seen += 1
                    let key = NaiveTally.Key(table: definition.name, labels: row.labels, measure: measure)
                    guard let expected = naive.counts[key] else {
                        Issue.record("\(key) is too much")
                        continue
                    }
                    #expect(cell.sum == expected.sum, "\(key)")
                    #expect(cell.visitors == expected.byVisitor.count, "\(key)")
                    #expect(cell.largest == expected.byVisitor.values.max() ?? 0, "\(key)")
                    if cell.heaviest != absentIndex {
                        #expect(expected.byVisitor[visitors[Int(cell.heaviest)]] == cell.largest, "\(key)")
                    }
                    #expect(cell.second == expected.byVisitor.values.sorted(by: >).dropFirst().first ?? 0, "\(key)")
                    if cell.runnerUp != absentIndex {
                        #expect(cell.runnerUp != cell.heaviest, "\(key)")
                        #expect(expected.byVisitor[visitors[Int(cell.runnerUp)]] == cell.second, "\(key)")
                    }
                    let visitorSet = Set(cell.visitorSet.map { visitors[Int($0)] })
                    #expect(visitorSet.count == min(counted.threshold.visitors, expected.byVisitor.count), "\(key)")
                    #expect(visitorSet.isSubset(of: expected.byVisitor.keys), "\(key)")
                    let networkSet = Set(cell.networkSet.map { networks[Int($0)] })
                    #expect(networkSet.count == min(counted.threshold.networks, expected.networks.count), "\(key)")
                    #expect(networkSet.isSubset(of: expected.networks), "\(key)")
                }
                expectDistributions(of: row, definition, naive, counted.threshold)
            }
        }
        #expect(seen == naive.counts.count)
    }

    private func expectDistributions(
        of row: CountedRow, _ definition: Definition, _ naive: Recount, _ threshold: Threshold
    ) {
        for quantity in definition.quantities {
            let distribution = quantity == .requestDuration ? row.durations : row.viewing
            let key = NaiveTally.Key(table: definition.name, labels: row.labels, measure: quantity.sum)
            let values = naive.durations[key] ?? NaiveTally.Values()
            guard values.byVisitor.count >= threshold.visitors else {
                #expect(distribution == nil, "\(key)")
                continue
            }
            var bins: [Int64: Distribution.Bin] = [:]
            func bin(_ value: Int64, _ change: (inout Distribution.Bin) -> Void) {
                let lower = LogBin.lowest(of: value)
                change(&bins[lower, default: .init(lower: lower, count: 0, lowestOf: 0, highestOf: 0)])
            }
            for value in values.all { bin(value) { $0.count += 1 } }
            for own in values.byVisitor.values {
                if let lowest = own.min() { bin(lowest) { $0.lowestOf += 1 } }
                if let highest = own.max() { bin(highest) { $0.highestOf += 1 } }
            }
            #expect(distribution?.bins == bins.values.sorted { $0.lower < $1.lower }, "\(key)")
            #expect(distribution?.sum == values.all.reduce(0, +), "\(key)")
        }
    }

    /// What must have been counted, given which pairs of pages were counted exactly.
    private struct Recount {
        var counts: [NaiveTally.Key: NaiveTally.Count]
        let durations: [NaiveTally.Key: NaiveTally.Values]

        init(_ naive: NaiveTally, _ counted: CountedEpoch) {
            counts = naive.counts.filter { $0.key.table != "transitions" }
            durations = naive.durations
            let exact = Set(counted.table("transitions")?.rows.map(\.labels) ?? [])
            for (key, count) in naive.counts where key.table == "transitions" {
                if exact.contains(key.labels) {
                    counts[key] = count
                    continue
                }
                #expect(count.byVisitor.count < counted.threshold.visitors, "\(key) has to be exact")
                for labels in [[key.labels[0], Dimension.rare], [Dimension.rare, key.labels[1]]] {
                    var sum = counts[.init(table: key.table, labels: labels, measure: key.measure)] ?? .init()
                    sum.sum += count.sum
                    sum.byVisitor.merge(count.byVisitor, uniquingKeysWith: +)
                    sum.networks.formUnion(count.networks)
                    counts[.init(table: key.table, labels: labels, measure: key.measure)] = sum
                }
            }
        }
    }
}
