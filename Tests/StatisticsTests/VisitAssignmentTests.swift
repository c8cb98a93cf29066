import Events
import TestSupport
import Testing

@testable import Statistics

@Suite("Visit assignment")
struct VisitAssignmentTests {
    /// One visitor's rows as (second, is a page view) and the visits and places expected of them.
    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let rows: [(Int64, Bool)]
        let visits: [UInt32]
        let places: [Int32]

        init(_ name: String, _ rows: [(Int64, Bool)], _ visits: [UInt32], _ places: [Int32]) {
            testDescription = name
            self.rows = rows
            self.visits = visits
            self.places = places
        }
    }

    @Test(
        "Visits follow the definition",
        arguments: [
            Case("a gap of exactly 1800 s stays", [(0, true), (1800, true)], [0, 0], [0, 1]),
            Case("a gap of 1801 s begins a visit", [(0, true), (1801, true)], [0, 1], [0, 0]),
            Case("assets before the first view", [(0, false), (5000, true), (5001, false)], [0, 0, 0], [0, 1, 2]),
            Case("a late asset belongs to the view before it", [(0, true), (9000, false)], [0, 0], [0, 1]),
            Case(
                "an asset does not keep a visit alive", [(0, true), (1000, false), (1801, true)], [0, 0, 1], [0, 1, 0]),
            Case("no views at all are one number", [(0, false), (40_000, false)], [0, 0], [0, 1]),
            Case(
                "several visits", [(0, true), (10, true), (4000, true), (4001, false), (9000, true)],
                [0, 0, 1, 1, 2], [0, 1, 0, 1, 0]),
            Case("rows come in any order", [(4000, true), (10, true), (0, true)], [1, 0, 0], [0, 1, 0]),
        ])
    func definition(_ example: Case) {
        let visits = VisitAssignment(
            visitors: example.rows.map { _ in 0 }, visitorCount: 1, time: example.rows.map(\.0), writerRank: [],
            tie: [], pageView: example.rows.map(\.1))
        #expect(visits.visit == example.visits)
        #expect(visits.sequence == example.places)
        #expect(visits.visitCount == Int(example.visits.max() ?? 0) + 1)
    }

    @Test("How long a pause may be is the policy's to say", arguments: [(60, [0, 0, 1]), (3600, [0, 0, 0])])
    func longestGap(seconds: Int, expected: [UInt32]) {
        let visits = VisitAssignment(
            visitors: [0, 0, 0], visitorCount: 1, time: [0, 60, 121], writerRank: [], tie: [],
            pageView: [true, true, true], longestGap: seconds)
        #expect(visits.visit == expected)
    }

    @Test("Rows without a visitor have a visit of their own")
    func withoutVisitor() {
        let visits = VisitAssignment(
            visitors: [absentIndex, 0, absentIndex], visitorCount: 1, time: [5, 5, 5], writerRank: [], tie: [],
            pageView: [true, true, false])
        #expect(Set(visits.visit).count == 3)
        #expect(visits.sequence == [0, 0, 0])
    }

    @Test("Within a second the writer decides, then the tie")
    func order() {
        let visits = VisitAssignment(
            visitors: [0, 0, 0, 0], visitorCount: 1, time: [7, 7, 7, 6], writerRank: [1, 0, 0, 9], tie: [0, 2, 1, 9],
            pageView: [true, true, true, true])
        #expect(visits.order == [3, 2, 1, 0])
        #expect(visits.sequence == [3, 2, 1, 0])
    }

    @Test("A visitor with thousands of rows in reverse is sorted all the same")
    func longVisitor() {
        let count = 20_000
        let visits = VisitAssignment(
            visitors: [UInt32](repeating: 0, count: count), visitorCount: 1,
            time: (0..<Int64(count)).reversed().map { $0 }, writerRank: [], tie: [], pageView: [])
        #expect(visits.sequence == (0..<Int32(count)).reversed().map { $0 })
    }

    @Test("Visit numbers are distinct and not negative, and rows lie by number, then sequence", arguments: [1, 2, 3])
    func numbering(seed: UInt64) {
        let batch = TestDay.batch(TestDay.random(2000, visitors: 60, seed: seed))
        let visits = TestDay.assignment(of: batch)
        var random = SplitMix64(seed: seed)
        var draws = 0
        let numbering = VisitNumbering(visits) {
            draws += 1
            // The first draws collide, and have to be drawn again.
            return draws < 5 ? 42 : random.next()
        }
        #expect(Set(numbering.numbers).count == visits.visitCount)
        #expect(numbering.numbers.allSatisfy { $0 >= 0 })
        let keys = numbering.rows.map { (numbering.numbers[Int(visits.visit[Int($0)])], visits.sequence[Int($0)]) }
        #expect(zip(keys, keys.dropFirst()).allSatisfy { $0 < $1 })
        #expect(Set(numbering.rows).count == batch.rowCount)
    }

    @Test("The order of visits tells nothing of the order of visitors")
    func shuffled() {
        // A hundred visitors with two visits each: side by side would be a hundred pairs, by chance it is about one.
        let events = (0..<200).map { TestEvent(visitor: $0 / 2, time: $0 % 2 == 0 ? 0 : 10_000) }
        let batch = TestDay.batch(events)
        let visits = TestDay.assignment(of: batch)
        var random = SplitMix64(seed: 11)
        let rows = VisitNumbering(visits, randomBits: { random.next() }).rows
        let neighbours = zip(rows, rows.dropFirst()).filter { $0 / 2 == $1 / 2 }.count
        #expect(neighbours < 10)
    }
}
