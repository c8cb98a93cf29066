import Events
import Releases
import TestSupport
import Testing

@testable import Statistics

/// Recounts, from the events themselves, the people behind every number that is told of a day's hours, while it goes on
/// and afterwards.
@Suite("Hours that are told before the day is over")
struct HourControlTests {
    private static let threshold = Threshold(k: 6)
    private static let control = HourControl(epoch: TestDay.epoch, threshold: threshold)

    /// A day whose hours have few or many people, or none.
    private static func day(seed: UInt64) -> [TestEvent] {
        var random = SplitMix64(seed: seed)
        let people = Int.random(in: 8...60, using: &random)
        // Every other day is busy but for an hour.
        let quiet = seed % 2 == 1 ? Int.random(in: 0..<24, using: &random) : nil
        let hasOnlyViews = Int.random(in: 0..<4, using: &random) == 0
        return (0..<24).flatMap { hour -> [TestEvent] in
            let mixed = [0, 1, 3, 5, 7, 12, people, people][Int.random(in: 0..<8, using: &random)]
            let visitors = quiet.map { $0 == hour ? 2 : people } ?? mixed
            let robot = Int.random(in: 0..<8, using: &random) == 0
            return (0..<visitors).flatMap { _ -> [TestEvent] in
                let visitor = Int.random(in: 0..<people, using: &random)
                let hits = Int.random(in: 0..<40, using: &random) == 0 ? 300 : Int.random(in: 1...4, using: &random)
                return (0..<hits).map { _ in
                    TestEvent(
                        visitor: Int.random(in: 0..<30, using: &random) == 0 ? nil : visitor, network: visitor * 3 / 4,
                        time: Int64(hour * 3600 + Int.random(in: 0..<3600, using: &random)),
                        pageView: hasOnlyViews || Int.random(in: 0..<3, using: &random) > 0, robot: robot,
                        bytes: Int.random(in: 0..<4, using: &random) == 0 ? nil : 500)
                }
            }
        }
    }

    /// What an hourly timer releases that misses some hours: the hours' tables in the order in which they were told.
    private static func release(_ events: [TestEvent], seed: UInt64) -> [(hour: Int, table: PublishedTable)] {
        var random = SplitMix64(seed: seed)
        let batch = TestDay.batch(events)
        var released: [(hour: Int, table: PublishedTable)] = []
        var next = 0
        while next < 22 {
            let end = min(22, next + Int.random(in: 1...4, using: &random))
            var tally = HourTally(threshold: threshold)
            tally.count(batch, day: TestDay.day, before: TestDay.start + Int64(end) * 3600)
            let hidden = released.filter { toldRow($0.table) == nil }.map(\.hour)
            released += control.release(Array(next..<end), hidden: hidden, tally)
            next = end
        }
        return released
    }

    private static func toldRow(_ table: PublishedTable) -> PublishedTable.Row? {
        table.rows.first { $0.kind == .value }
    }

    private static func tally(_ events: [TestEvent]) -> HourTally {
        var tally = HourTally(threshold: threshold)
        tally.count(TestDay.batch(events), day: TestDay.day)
        return tally
    }

    /// The people, and networks, behind one measure of some hours.
    private static func people(_ events: [TestEvent], _ hours: Set<Int>, _ measure: String)
        -> (sum: Int64, visitors: [Int: Int64], networks: Set<Int>)
    {
        var sum: Int64 = 0
        var visitors: [Int: Int64] = [:]
        var networks: Set<Int> = []
        for event in events where !event.robot && hours.contains(Int(event.time / 3600)) {
            let amount: Int64 =
                switch measure {
                case "page_views": event.pageView ? 1 : 0
                case "other_hits": event.pageView ? 0 : 1
                case "bytes": event.bytes ?? 0
                default: 1
                }
            guard amount > 0 else { continue }
            sum += amount
            if let visitor = event.visitor {
                visitors[visitor, default: 0] += amount
                if let network = event.network { networks.insert(network) }
            }
        }
        return (sum, visitors, networks)
    }

    private static let measures = ["hits", "page_views", "other_hits", "bytes"]

    private static func expectEnough(
        _ events: [TestEvent], _ hours: Set<Int>, of measures: [String] = measures, _ what: String
    ) {
        for measure in measures {
            let behind = people(events, hours, measure)
            guard behind.sum > 0 else { continue }
            #expect(behind.visitors.count >= threshold.visitors, "\(what), \(measure)")
            #expect(behind.networks.count >= threshold.networks, "\(what), \(measure)")
            #expect((behind.visitors.values.max() ?? 0) * 5 <= behind.sum * 4, "\(what), \(measure)")
        }
    }

    @Test("No hour is told of fewer than k people, nor of one who made most of it", arguments: 0..<40 as Range<UInt64>)
    func single(seed: UInt64) {
        let events = Self.day(seed: seed)
        for (hour, table) in Self.release(events, seed: seed) {
            guard let row = Self.toldRow(table) else { continue }
            Self.expectEnough(events, [hour], "hour \(hour)")
            for (measure, value) in zip(["hits", "page_views", "bytes"], row.values) {
                let behind = Self.people(events, [hour], measure)
                #expect(value == .number(behind.sum))
                let largest = behind.visitors.values.max() ?? 0
                #expect(largest * 5 <= behind.sum * 4, "hour \(hour), \(measure)")
            }
            guard case .number(let visitors) = row.values[3] else { continue }
            let inHour = Self.people(events, [hour], "hits").visitors
            #expect(visitors == Int64(inHour.count))
            let all = Set(Self.people(events, Set(0..<24), "hits").visitors.keys)
            #expect(all.subtracting(inHour.keys).count >= Self.threshold.visitors, "hour \(hour), who did not come")
        }
    }

    @Test(
        "While the day goes on, the hours that are not told are about enough people once one is told",
        arguments: 0..<40 as Range<UInt64>)
    func remainder(seed: UInt64) {
        let events = Self.day(seed: seed)
        let released = Self.release(events, seed: seed)
        for last in 0..<22 where Self.toldRow(released[last].table) != nil {
            let sofar = released.prefix(last)
            let hidden = Set(sofar.filter { Self.toldRow($0.table) == nil }.map(\.hour))
            #expect(!hidden.isEmpty)
            Self.expectEnough(events, hidden, "not told before hour \(last)")
        }
    }

    /// The hours that rows of a table stand for, single or as a block.
    private static func hours(of label: String) -> Set<Int> {
        let ends = label.split(separator: "-").compactMap { Int($0) }
        guard let first = ends.first, let last = ends.last else { return [] }
        return Set(first...last)
    }

    @Test(
        "The closed day less its hours that were told is nobody's count, also if people were erased",
        arguments: 0..<40 as Range<UInt64>)
    func closing(seed: UInt64) {
        let before = Self.day(seed: seed)
        let told = Self.release(before, seed: seed).map(\.table)
        // Every third day somebody is erased before it is closed.
        let events = seed % 3 == 0 ? before.filter { $0.visitor != 2 } : before
        let tables = Self.control.settled(
            DisclosureControl().release(TestDay.counted(events, threshold: Self.threshold)), told: told,
            Self.tally(events))
        let toldRows = told.compactMap(Self.toldRow)
        let hours = tables.first { $0.name == "hours" }
        for row in toldRows {
            let same = hours?.rows.first { $0.label == row.label }
            #expect(same?.kind == .value)
            #expect(same?.values.first == row.values.first)
        }
        // Without such hours it is the day that disclosure control released.
        guard !toldRows.isEmpty, let hours else { return #expect(toldRows.isEmpty) }
        let shown = hours.rows.filter { $0.kind == .value }.map { Self.hours(of: $0.label) }
        for row in toldRows {
            let hour = Self.hours(of: row.label)
            #expect(shown.allSatisfy { $0 == hour || $0.isDisjoint(with: hour) }, "a block over an hour that was told")
        }
        // Without the total the rest of it is not known.
        guard tables.contains(where: { $0.name == "totals" }) else { return }
        let hidden = Set(0..<24).subtracting(shown.reduce(into: []) { $0.formUnion($1) })
        Self.expectEnough(
            events, hidden, of: hours.column("page_views") == nil ? ["hits"] : Self.measures,
            "not told of the closed day")
        let rest = Self.people(events, hidden, "hits")
        if events.count < before.count,
            toldRows.contains(where: { row in
                row.values[0] != .number(Self.people(events, Self.hours(of: row.label), "hits").sum)
            })
        {
            #expect(rest.sum > 0, "the difference to the totals would be what was erased")
        }
    }

    @Test("Busy days are told but for an hour")
    func busy() {
        let events = (0..<24 * 400).map {
            TestEvent(visitor: $0 % 190, network: $0 % 190, time: Int64($0 % 24 * 3600), pageView: $0 % 7 > 0)
        }
        let released = Self.release(events, seed: 1)
        #expect(released.filter { Self.toldRow($0.table) != nil }.map(\.hour) == Array(1..<22))
        let tables = Self.control.settled(
            DisclosureControl().release(TestDay.counted(events, threshold: Self.threshold)),
            told: released.map(\.table), Self.tally(events))
        #expect(tables.first { $0.name == "hours" }?.rows.filter { $0.kind == .value }.count == 24)
        #expect(tables.count > 5)
    }

    @Test("A day whose last hours cannot be hidden has its hours and nothing else")
    func nothingToHideBehind() {
        func people(_ visitors: Range<Int>, hour: Int64, view: Bool) -> [TestEvent] {
            visitors.map { TestEvent(visitor: $0, network: $0, time: hour * 3600, pageView: view) }
        }
        // Until the evening there are page views only, so no hour can hide other hits.
        let events =
            (0..<20).flatMap {
                people(0..<20, hour: Int64($0), view: true) + people(20..<40, hour: Int64($0), view: true)
            }
            + people(0..<2, hour: 23, view: false)
        let released = Self.release(events, seed: 1)
        #expect(released.contains { Self.toldRow($0.table) != nil })
        let tables = Self.control.settled(
            DisclosureControl().release(TestDay.counted(events, threshold: Self.threshold)),
            told: released.map(\.table), Self.tally(events))
        let rest = tables.filter { $0.name != "hours" }
        #expect(rest.isEmpty || rest.contains { $0.name == "totals" && $0.rows[0].values.contains(.hidden) })
    }
}
