import Events
import TestSupport
import Testing

@testable import Statistics

@Suite("Tally")
struct TallyTests {
    @Test("Every cell is what a row-by-row recount gives", arguments: 0..<20 as Range<UInt64>)
    func recount(seed: UInt64) {
        let events = TestDay.random(1500, visitors: 20 + Int(seed) * 5, seed: seed)
        let batch = TestDay.batch(events, seed: seed)
        let naive = NaiveTally(events, batch: batch)
        let threshold = Threshold(k: 3 + Int(seed % 9))
        var tally = Tally(epoch: TestDay.epoch, threshold: threshold, seed: seed)
        tally.count(batch, day: TestDay.day)
        expect(tally, is: naive, threshold)
    }

    @Test("Rows in the order of a closed file give the same cells as rows in the order of time")
    func closedOrder() {
        let events = TestDay.random(3000, visitors: 80, seed: 5)
        let batch = TestDay.batch(events)
        var random = SplitMix64(seed: 1)
        let order = VisitNumbering(TestDay.assignment(of: batch), randomBits: { random.next() }).rows.map { Int($0) }
        let numbers = batch.visit
        let sequences = batch.sequence
        var sorted = TestDay.batch(order.map { events[$0] })
        sorted.visit = order.map { numbers[$0] }
        sorted.sequence = order.map { sequences[$0] }
        var tally = Tally(epoch: TestDay.epoch, threshold: Threshold(), seed: 1)
        tally.count(sorted, day: TestDay.day)
        expect(tally, is: NaiveTally(events, batch: batch), Threshold())
    }

    @Test("Batches of different visitors, counted in turn or merged, give what one batch gives", arguments: [2, 3, 7])
    func split(parts: Int) {
        let events = TestDay.random(4000, visitors: 150, seed: UInt64(parts))
        let whole = TestDay.tally(events)
        var inTurn = Tally(epoch: TestDay.epoch, threshold: Threshold(), seed: 8)
        var merged = Tally(epoch: TestDay.epoch, threshold: Threshold(), seed: 9)
        for part in 0..<parts {
            let own = events.filter { ($0.visitor ?? 0) % parts == part }
            let batch = TestDay.batch(own)
            inTurn.count(batch, day: TestDay.day)
            var alone = Tally(epoch: TestDay.epoch, threshold: Threshold(), seed: 10)
            alone.count(batch, day: TestDay.day)
            merged.merge(alone)
        }
        #expect(inTurn.cells == whole.cells)
        #expect(merged.cells == whole.cells)
        let control = DisclosureControl()
        #expect(control.release(inTurn) == control.release(whole))
        #expect(control.release(merged) == control.release(whole))
    }

    @Test("A row that claims more bytes than a number holds does not stop the count")
    func saturation() {
        let events = (0..<3).map { TestEvent(visitor: $0, bytes: .max) }
        let all = TestDay.tally(events).cells.first { $0.dimension == .total }
        #expect(all?[.bytes]?.sum == .max)
        #expect(all?[.hits]?.sum == 3)
    }

    @Test("An empty batch counts nothing")
    func empty() {
        #expect(TestDay.tally([]).cells.isEmpty)
    }

    private func expect(_ tally: Tally, is naive: NaiveTally, _ threshold: Threshold) {
        var seen = 0
        for cell in tally.cells {
            for count in cell.counts where count.sum > 0 {
                seen += 1
                let key = NaiveTally.Key(dimension: cell.dimension, value: cell.key, measure: count.measure)
                let expected = naive.counts[key]
                #expect(count.sum == expected?.sum, "\(key)")
                #expect(count.visitors == expected?.byVisitor.count, "\(key)")
                #expect(count.largest == expected?.byVisitor.values.max() ?? 0, "\(key)")
                #expect(count.networks == min(threshold.networks, expected?.networks.count ?? 0), "\(key)")
            }
        }
        #expect(seen == naive.counts.count)
    }
}
