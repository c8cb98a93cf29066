import Events
import Intake
import TestSupport
import Testing

@testable import Privacy

@Suite("What holds for any input of the gate")
struct GatePropertyTests {
    @Test("No bytes make it fail, and all columns stay whole", arguments: 0..<30)
    func anyBytes(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let batch = RawBatch(RandomRows.make(.random(in: 1...200, using: &random), &random))
        let events = GateTests.gate.admit(batch) { second throws(Never) in
            TestKeys.keys(of: second, policy: GateTests.policy)
        }
        #expect(events.reduce(0) { $0 + $1.rowCount } == batch.rowCount)
        for event in events {
            for field in EventField.Text.allCases {
                expectWhole(event[field].indices, event[field].dictionary.count, event)
            }
            for field in EventField.Identity.allCases {
                expectWhole(event[field].indices, event[field].dictionary.count, event)
            }
            for field in EventField.Number.allCases {
                #expect([0, event.rowCount].contains(event[field].values.count))
            }
            for field in EventField.Flag.allCases { #expect([0, event.rowCount].contains(event[field].count)) }
            for field in EventField.Text.allCases {
                let dictionary = event[field].dictionary
                #expect(Set((0..<dictionary.count).map { dictionary.text($0) }).count == dictionary.count)
            }
            for field in EventField.Identity.allCases {
                #expect(Set(event[field].dictionary).count == event[field].dictionary.count)
            }
        }
    }

    /// One index per row, each within the dictionary, and no value of the dictionary without a row.
    private func expectWhole(_ indices: [UInt32], _ count: Int, _ event: EventBatch) {
        #expect(indices.isEmpty ? count == 0 : indices.count == event.rowCount)
        let used = Set(indices).subtracting([absentIndex])
        #expect(used.count == count)
        #expect(used.allSatisfy { $0 < count })
    }

    /// Every column but those that each event has.
    private static let optional = EventColumn.all.filter {
        ![.time, .text(.kind), .text(.resolution)].contains($0)
    }

    @Test("A policy without a column never stores it", arguments: optional)
    func withoutColumn(_ column: EventColumn) throws {
        var fields: [EventColumn: Policy.Field] = [:]
        for other in EventColumn.all where other != column { fields[other] = .init(other.rules[0]) }
        let policy = try Policy(site: "example.org", fields: fields)
        let gate = Gate(policy: policy, seed: 9)
        var random = SplitMix64(seed: 17)
        let batch = RawBatch(RandomRows.make(300, &random))
        let events = gate.admit(batch) { second throws(Never) in TestKeys.keys(of: second, policy: policy) }
        for event in events {
            switch column {
            case .time: break
            case .text(let field): #expect(event[field].indices.isEmpty && event[field].dictionary.isEmpty)
            case .identity(let field): #expect(event[field].indices.isEmpty && event[field].dictionary.isEmpty)
            case .number(let field): #expect(event[field].values.isEmpty)
            case .flag(let field): #expect(event[field].isEmpty)
            }
        }
    }

    @Test("An empty policy stores times and nothing else")
    func emptyPolicy() throws {
        let policy = try Policy(site: "example.org", fields: [:])
        var random = SplitMix64(seed: 18)
        let events = Gate(policy: policy, seed: 9).admit(RawBatch(RandomRows.make(100, &random))) {
            second throws(Never) in
            TestKeys.keys(of: second, policy: policy)
        }
        for event in events {
            for field in EventField.Text.allCases where field != .kind && field != .resolution {
                #expect(event[field].indices.isEmpty)
            }
            for field in EventField.Identity.allCases { #expect(event[field].indices.isEmpty) }
            for field in EventField.Number.allCases { #expect(event[field].values.isEmpty) }
            for field in EventField.Flag.allCases { #expect(event[field].isEmpty) }
        }
    }

    @Test("A row's event does not depend on the rows around it", arguments: 0..<10)
    func independence(_ seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let paths = ["/", "/a?utm_source=x", "/b.css", "/c/123456"] + (0..<20).map { "/page\($0 % 15)?n=\($0)" }
        let agents = [GateTests.browser, GateTests.robot, "curl/8.0"]
        let rows = (0..<60).map { _ in
            RawRow(
                time: TestKeys.start * 1000 + Int64.random(in: 0..<200_000_000, using: &random),
                [
                    .client: "198.51.100.\(Int.random(in: 0...9, using: &random))", .method: "GET",
                    .target: paths.randomElement(using: &random) ?? "",
                    .agent: agents.randomElement(using: &random) ?? "",
                ], [.status: 200])
        }
        let together = GateTests.admit(rows)
        let alone = try rows.map { try #require(GateTests.admit([$0]).first) }
        for batch in together {
            let own = alone.filter { $0.epoch == batch.epoch }
            for (row, single) in own.enumerated() {
                #expect(GateTests.gate.explain(batch, row: row) == GateTests.gate.explain(single, row: 0))
            }
        }
    }
}
