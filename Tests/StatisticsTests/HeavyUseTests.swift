import Events
import Releases
import Testing

@testable import Statistics

/// What single visitors made of rows is moved to a row of its own, or told of as a bound.
@Suite("Heavy automated use")
struct HeavyUseTests {
    private func release(_ events: [TestEvent], _ threshold: Threshold = Threshold()) -> [PublishedTable] {
        DisclosureControl().release(TestDay.counted(events, threshold: threshold))
    }

    private func heavyRow(_ table: String, _ tables: [PublishedTable]) -> PublishedTable.Row? {
        tables.rows(table).first { $0.kind == .heavy }
    }

    @Test("The parts of twelve heavy visitors stand in one row, and nothing is lost")
    func moved() {
        let tables = release(Attack.robotic(12))
        let rows = tables.rows("browsers")
        #expect(rows.map(\.kind) == Array(repeating: .value, count: 12) + [.heavy])
        #expect(rows.prefix(12).allSatisfy { $0.values[0] == .number(20) && $0.values[2] == .number(20) })
        #expect(rows.last?.labels == ["heavy automated use"])
        #expect(rows.last?.values[0] == .number(2400))
        #expect(rows.last?.values[2] == .number(12))
        #expect(tables.first { $0.name == "browsers" }?.total == .number(2640))
    }

    @Test("Numbers of a row of which the visitor's part is not known are not told")
    func unknownParts() {
        let rows = release(Attack.robotic(12)).rows("browsers").filter { $0.kind == .value }
        #expect(rows.count == 12 && rows.allSatisfy { $0.values[1] == .hidden })
    }

    @Test("Nine heavy visitors are too few for a row, and so are twelve of one household")
    func tooFew() {
        let nine = release(Attack.robotic(9) + Attack.people(40, from: 900))
        #expect(heavyRow("browsers", nine) == nil)
        #expect(nine.rows("browsers").contains { $0.values[0] == .atLeast(200) })
        let household = Attack.robotic(12).map { event in
            var event = event
            if let visitor = event.visitor, visitor % 50 == 20 { event.network = 7 }
            return event
        }
        #expect(heavyRow("browsers", release(household)) == nil)
        #expect(heavyRow("browsers", release(household, Threshold(networks: false))) != nil)
    }

    @Test("A row of heavy use that one visitor makes most of is not told")
    func dominated() {
        let events = Attack.robotic(12) + Attack.heavy(20, times: 20_000) { $0.browser = "Own 0" }
        let tables = release(events)
        #expect(heavyRow("browsers", tables) == nil)
        #expect(tables.rows("browsers").first?.values[0] == .atLeast(20_000))
    }

    @Test("A row is not moved out of where a second visitor makes most of the rest")
    func second() {
        let events =
            Attack.robotic(12)
            + Attack.heavy(5, times: 80) {
                $0.browser = "Own 0"
                $0.browserMajor = 5
            }
        let tables = release(events + Attack.heavy(20, times: 250) { $0.browser = "Own 0" })
        #expect(heavyRow("browsers", tables)?.values[0] == .number(2200))
        #expect(tables.rows("browsers").contains { $0.label == "Own 0" && $0.values[0] == .atLeast(500) })
    }

    @Test("Nothing else is told of a page out of which somebody's part was moved")
    func pages() {
        let events = (0..<12).flatMap { page in
            (Attack.people(30, from: page * 50) + Attack.heavy(page * 50 + 40, times: 300)).map { event in
                var event = event
                event.path = "/own/\(page)"
                return event
            }
        }
        let leaving = (0..<600).flatMap { person in
            [
                TestEvent(visitor: 1000 + person, network: person, path: "/a"),
                TestEvent(visitor: 1000 + person, network: person, time: 9, path: "/b"),
            ]
        }
        let tables = release(events + leaving)
        #expect(heavyRow("pages", tables)?.values[0] == .number(3600))
        #expect(tables.number("pages", "/own/3") == 30)
        for table in ["entry_pages", "exit_pages", "viewing_times"] {
            #expect(tables.labels(table).allSatisfy { !$0.hasPrefix("/own") })
        }
        #expect(tables.rows("transitions").allSatisfy { row in row.labels.allSatisfy { !$0.hasPrefix("/own") } })
    }
}
