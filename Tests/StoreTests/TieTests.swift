import Events
import TestSupport
import Testing

@testable import Store

@Suite("The order of one visitor's events")
struct TieTests {
    /// 2026-03-01.
    private static let epoch = Epoch(day: Day(number: 20_513))

    /// What a tie tells apart: a row without a visitor counts as one visitor more.
    private struct Moment: Hashable {
        let visitor: Pseudonym?
        let second: Int64
    }

    /// Rows of few visitors in few seconds, each with its number in the order in which they were read.
    private static func rows(_ events: inout RandomEvents, _ count: Int, numberedFrom first: Int) -> EventBatch {
        events.visitors = 3
        events.seconds = 5
        var batch = events.batch(epoch, rows: count)
        batch[.bytes].values = (first..<first + count).map(Int64.init)
        return batch
    }

    @Test(
        "Ties are unique per visitor and second, over row groups, commits and restarts, and keep the order",
        arguments: 0..<10)
    func unique(_ seed: UInt64) throws {
        let place = try TemporaryStore()
        _ = try place.store.catalog.openEpoch(of: Self.epoch.day)
        var events = RandomEvents(seed: seed)
        var shuffle = SplitMix64(seed: seed + 100)
        var number = 0
        for _ in 0..<Int.random(in: 1...4, using: &events.random) {
            // A process: the writer's name is the same again, because it is free.
            let writer = try place.reopened().takeWriter(host: "a")
            #expect(writer.name == "a-1")
            for _ in 0..<Int.random(in: 1...3, using: &events.random) {
                var next = try writer.nextTie(in: Self.epoch)
                let file = try writer.beginFile(Self.epoch)
                for _ in 0..<Int.random(in: 1...3, using: &events.random) {
                    let count = Int.random(in: 1...40, using: &events.random)
                    let before = next
                    let (rows, after) = Self.rows(&events, count, numberedFrom: number)
                        .shuffledWithinSeconds(firstTie: next, random: &shuffle)
                    #expect(rows.tie.allSatisfy { (before..<after).contains($0) })
                    try file.append(rows)
                    next = after
                    number += count
                }
                var commit = Commit()
                commit.files = [try file.finish(policy: "", closed: false)]
                commit.ties = [Self.epoch: next]
                _ = try writer.commit(commit)
            }
        }
        let groups = Dictionary(grouping: try place.rows(of: Self.epoch)) {
            Moment(visitor: $0[.visitor], second: $0.time)
        }
        #expect(groups.values.reduce(0) { $0 + $1.count } == number)
        for rows in groups.values {
            let numbers = rows.sorted { ($0.tie ?? -1) < ($1.tie ?? -1) }.map { $0[.bytes] ?? -1 }
            #expect(Set(rows.map(\.tie)).count == rows.count)
            #expect(numbers == numbers.sorted())
        }
    }

    @Test("Rows come by second, and within a second in an order that is not the one in which they were read")
    func shuffle() {
        var events = RandomEvents(seed: 1)
        var random = SplitMix64(seed: 2)
        let batch = Self.rows(&events, 500, numberedFrom: 0)
        let shuffled = batch.shuffledWithinSeconds(firstTie: 7, random: &random).rows
        #expect(shuffled.time == batch.time.sorted())
        #expect(shuffled.tie.min() == 7)
        #expect(Set(shuffled.spelledOut.map(\.withoutOrder)) == Set(batch.spelledOut))
        let stable = batch.spelledOut.enumerated().sorted {
            ($0.element.time, $0.offset) < ($1.element.time, $1.offset)
        }
        .map { $0.element[.bytes] ?? -1 }
        let places = shuffled.spelledOut.map { $0[.bytes] ?? -1 }
        #expect(places != stable)
        // A row keeps its place by chance only: about one of a second's hundred.
        #expect(zip(places, stable).filter { $0 == $1 }.count < 30)
        let again = batch.shuffledWithinSeconds(firstTie: 7, random: &random).rows
        #expect(again.spelledOut.map { $0[.bytes] ?? -1 } != places)
    }

    @Test("Every place within a second is as likely as any other")
    func uniformity() {
        var random = SplitMix64(seed: 3)
        var batch = EventBatch(epoch: Self.epoch)
        batch.time = [5, 5, 5, 5]
        batch[.bytes].values = [0, 1, 2, 3]
        var counts = [[Int]](repeating: [0, 0, 0, 0], count: 4)
        for _ in 0..<4000 {
            let rows = batch.shuffledWithinSeconds(firstTie: 0, random: &random).rows
            for (place, number) in rows[.bytes].values.enumerated() { counts[place][Int(number)] += 1 }
        }
        #expect(counts.joined().allSatisfy { (850...1150).contains($0) })
    }

    @Test("No rows need no tie")
    func noRows() {
        var random = SplitMix64(seed: 1)
        let (rows, next) = EventBatch(epoch: Self.epoch).shuffledWithinSeconds(firstTie: 4, random: &random)
        #expect(rows.rowCount == 0)
        #expect(next == 4)
    }

    @Test("Each writer counts for itself, and each epoch")
    func bases() throws {
        let place = try TemporaryStore()
        let first = try place.store.takeWriter(host: "a")
        let second = try place.store.takeWriter(host: "a")
        let epoch = try place.store.catalog.openEpoch(of: Self.epoch.day)
        let other = try place.store.catalog.openEpoch(of: Self.epoch.day.advanced(by: 1))
        var commit = Commit()
        commit.ties = [epoch: 12]
        _ = try first.commit(commit)
        #expect(try first.nextTie(in: epoch) == 12)
        #expect(try first.nextTie(in: other) == 0)
        #expect(try second.nextTie(in: epoch) == 0)
    }
}
