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
        expect(
            TestDay.counted([batch], Threshold(k: 3 + Int(seed % 9)), seed: seed), is: NaiveTally(events, batch: batch),
            batch)
    }

    @Test("Rows in the order of a closed file give the same cells as rows in the order of time")
    func closedOrder() {
        let events = TestDay.random(3000, visitors: 80, seed: 5)
        let batch = TestDay.batch(events)
        var random = SplitMix64(seed: 1)
        let order = VisitNumbering(TestDay.assignment(of: batch), randomBits: { random.next() }).rows.map { Int($0) }
        var sorted = TestDay.batch(order.map { events[$0] })
        sorted.visit = order.map { batch.visit[$0] }
        sorted.sequence = order.map { batch.sequence[$0] }
        expect(TestDay.counted([sorted]), is: NaiveTally(events, batch: batch), sorted)
    }

    @Test("Batches of different visitors give what one batch gives", arguments: [2, 3, 7])
    func split(parts: Int) {
        let events = TestDay.random(4000, visitors: 150, seed: UInt64(parts))
        let whole = TestDay.counted(events)
        let batches = (0..<parts).map { part in
            TestDay.batch(events.filter { ($0.visitor ?? 0) % parts == part })
        }
        let counted = TestDay.counted(batches)
        #expect(counted.visitors == whole.visitors)
        #expect(counted.tables.map(\.definition) == whole.tables.map(\.definition))
        // Which of the pairs that too few people are behind are told apart depends on the order of visitors.
        func rows(_ table: CountedTable) -> [CountedRow] {
            table.definition.scope != .steps
                ? table.rows
                : table.rows.filter { !$0.labels.contains(Dimension.rare) && $0.cells[0].visitors >= 10 }
        }
        for (table, other) in zip(counted.tables, whole.tables) {
            #expect(rows(table).map(\.labels) == rows(other).map(\.labels), "\(table.definition.name)")
            for (row, otherRow) in zip(rows(table), rows(other)) {
                #expect(row.durations == otherRow.durations)
                #expect(row.viewing == otherRow.viewing)
                #expect(row.cells.map(Figures.init) == otherRow.cells.map(Figures.init), "\(table.definition.name)")
            }
        }
    }

    @Test("A row that claims more bytes than a number holds does not stop the count, nor change other rows")
    func saturation() {
        var events = (0..<3).map { TestEvent(visitor: $0, path: "/large", bytes: .max) }
        events += (0..<4).map { TestEvent(visitor: $0, path: "/small", bytes: 25) }
        let counted = TestDay.counted(events)
        #expect(counted.cell("totals", ["all"], .bytes)?.sum == .max)
        #expect(counted.cell("totals", ["all"], .hits)?.sum == 7)
        #expect(counted.cell("pages", ["/large"], .bytes)?.largest == .max)
        #expect(counted.cell("pages", ["/small"], .bytes)?.sum == 100)
        #expect(counted.cell("pages", ["/small"], .bytes)?.visitors == 4)
    }

    @Test("An empty batch counts nothing")
    func empty() {
        let counted = TestDay.counted([])
        #expect(counted.tables.isEmpty)
        #expect(counted.visitors == 0)
    }

    @Test("A column that nobody filled makes no table, and one that somebody filled has a row for those who did not")
    func absentColumns() {
        var events = (0..<4).map { TestEvent(visitor: $0) }
        #expect(TestDay.counted(events).table("countries") == nil)
        #expect(TestDay.counted(events).table("app_events") == nil)
        events[0].texts[.country] = "KR"
        #expect(TestDay.counted(events).table("countries")?.rows.map(\.labels) == [["(none)"], ["KR"]])
    }

    @Test("Telemetry without addresses: each visitor is a network of its own, but not beside events with one")
    func ownNetworks() {
        var events = (0..<8).map { TestEvent(visitor: $0, network: nil, pageView: false) }
        for index in events.indices { events[index].texts = [.kind: "event", .name: "start"] }
        func networks(_ own: Bool) -> Int? {
            TestDay.counted([TestDay.batch(events)], eventsHaveNetworks: !own).cell("app_events", ["start"], .events)?
                .networkSet.count
        }
        #expect(!Tally.hasEventNetwork(TestDay.batch(events)))
        #expect(networks(true) == 5)
        #expect(networks(false) == 0)
        #expect(!Tally.hasEventNetwork(TestDay.batch(events + [TestEvent(visitor: 9, network: 9)])))
        events[3].network = 1
        #expect(Tally.hasEventNetwork(TestDay.batch(events)))
    }

    @Test("Pairs of pages of too few visitors are counted by their ends, whatever order they come in")
    func rareSteps() {
        func visit(_ visitor: Int, _ paths: [String]) -> [TestEvent] {
            paths.enumerated().map { place, path in
                TestEvent(visitor: visitor, network: visitor, time: Int64(place), path: path)
            }
        }
        var events = (0..<12).flatMap { visit($0, ["/a", "/b"]) }
        events += (12..<15).flatMap { visit($0, ["/a", "/c", "(rare)"]) }
        let steps = TestDay.counted(events)
        func sum(_ from: String, _ to: String) -> Int64? { steps.cell("transitions", [from, to], .earlierViews)?.sum }
        #expect(sum("/a", "/b") == 12)
        #expect(sum("/a", "(rare)") == 3)
        #expect(sum("(rare)", "/c") == 3)
        #expect(sum("/c", "(rare)") == 3)
        #expect(steps.table("transitions")?.rows.count == 4)
    }

    /// What does not depend on how visitors and networks are numbered.
    private struct Figures: Equatable {
        let sum: Int64
        let visitors: Int
        let largest: Int64
        let networks: Int

        init(_ cell: CountedCell) {
            sum = cell.sum
            visitors = cell.visitors
            largest = cell.largest
            networks = cell.networkSet.count
        }
    }
}

extension CountedEpoch {
    func cell(_ table: String, _ labels: [String], _ measure: Measure) -> CountedCell? {
        guard let table = self.table(table), let row = table.rows.first(where: { $0.labels == labels }) else {
            return nil
        }
        return (table.definition.measures + table.definition.guards).firstIndex(of: measure).map { row.cells[$0] }
    }
}

extension TestDay {
    static func counted(
        _ batches: [EventBatch], _ threshold: Threshold = Threshold(), seed: UInt64 = 3, eventsHaveNetworks: Bool = true
    ) -> CountedEpoch {
        var tally = Tally(epoch: epoch, threshold: threshold, seed: seed, eventsHaveNetworks: eventsHaveNetworks)
        for batch in batches { tally.count(batch, day: day) }
        tally.beginDetails()
        for batch in batches { tally.countDetails(batch) }
        return tally.counted()
    }
}
