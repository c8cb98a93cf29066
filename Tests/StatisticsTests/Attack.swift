import Events
import Releases
import Testing

@testable import Statistics

/// A day on which somebody could be found in what is told, and how.
struct Attack: CustomTestStringConvertible, Sendable {
    let testDescription: String
    /// What stands against it.
    let protection: Protections
    let events: [TestEvent]
    /// Whether the tables give away what they must not.
    let succeeds: @Sendable ([PublishedTable]) -> Bool

    func succeeds(against protections: Protections) -> Bool {
        succeeds(DisclosureControl(protections: protections).release(TestDay.counted(events)))
    }

    /// `count` people of as many networks, each with one event.
    static func people(
        _ count: Int, from first: Int = 0, _ change: (inout TestEvent) -> Void = { _ in }
    ) -> [TestEvent] {
        (first..<first + count).map { person in
            var event = TestEvent(visitor: person, network: person)
            change(&event)
            return event
        }
    }

    /// One person who comes from many networks.
    static func wanderer(_ person: Int, _ change: (inout TestEvent) -> Void) -> [TestEvent] {
        (0..<12).map { network in
            var event = TestEvent(visitor: person, network: 1000 + network)
            change(&event)
            return event
        }
    }

    /// Browsers of their own, each of twenty people with a version each and one who is as busy as a robot.
    static func robotic(_ browsers: Int) -> [TestEvent] {
        (0..<browsers).flatMap { browser in
            (people(20, from: browser * 50) + heavy(browser * 50 + 20, times: 200)).map { event in
                var event = event
                event.browser = "Own \(browser)"
                event.browserMajor = event.visitor.map(Int64.init)
                return event
            }
        }
    }

    /// People who pass through the same four pages.
    static func walks(_ count: Int, from first: Int) -> [TestEvent] {
        (first..<first + count).flatMap { person -> [TestEvent] in
            (0..<4).map { step -> TestEvent in
                TestEvent(visitor: person, network: person, time: Int64(40_000 + 9 * step), path: "/walk/\(step)")
            }
        }
    }

    /// People who ask for a page that is not there.
    static func missed(_ count: Int, _ path: String) -> [TestEvent] {
        people(count) {
            $0.pageView = false
            $0.status = 404
            $0.path = path
        }
    }

    /// One person who does a thing many times.
    static func heavy(_ person: Int, times: Int, _ change: (inout TestEvent) -> Void = { _ in }) -> [TestEvent] {
        (0..<times).map { time in
            var event = TestEvent(visitor: person, network: person, time: Int64(time))
            change(&event)
            return event
        }
    }
}

extension [PublishedTable] {
    func rows(_ table: String) -> [PublishedTable.Row] {
        first { $0.name == table }?.rows ?? []
    }

    func labels(_ table: String) -> [String] {
        rows(table).map(\.label)
    }

    /// The number in a row, nil where it is not told exactly.
    func number(_ table: String, _ labels: String..., column: String? = nil) -> Int64? {
        guard let table = first(where: { $0.name == table }),
            let row = table.rows.first(where: { $0.labels == labels })
        else { return nil }
        guard case .number(let number) = row.values[column.flatMap { table.column($0) } ?? 0] else { return nil }
        return number
    }

    /// The numerator and the denominator of a ratio, nil where it is not told.
    func parts(_ table: String, _ label: String, _ column: String) -> (Int64, Int64)? {
        guard let table = first(where: { $0.name == table }), let place = table.column(column),
            let row = table.rows.first(where: { $0.label == label }),
            case .ratio(let numerator, let denominator) = row.values[place]
        else { return nil }
        return (numerator, denominator)
    }

    /// The sum of the numbers of a column that are told exactly, `other` among them.
    func toldSum(_ table: String, column: String) -> Int64 {
        guard let table = first(where: { $0.name == table }), let place = table.column(column) else { return 0 }
        return table.rows.reduce(0) { sum, row in
            if case .number(let number) = row.values[place], row.kind == .value { sum + number } else { sum }
        }
    }
}
