import Events
import Intake
import TestSupport
import Testing

@testable import Privacy

@Suite("What holds under any policy")
struct PolicyPropertyTests {
    /// A gate with a policy at random, and the events of marked rows.
    private static func marked(_ seed: UInt64) throws -> (policy: Policy, rows: [RawRow], events: [EventBatch]) {
        var random = SplitMix64(seed: seed)
        let policy = try RandomPolicy.make(&random)
        let rows = (0..<40).map { _ in MarkedRows.make(&random) }
        return (policy, rows, GateTests.admit(rows, gate: Gate(policy: policy, seed: seed)))
    }

    /// The distinct texts of a column.
    private static func texts(_ event: EventBatch, _ field: EventField.Text) -> [String] {
        (0..<event[field].dictionary.count).map { event[field].dictionary.text($0).lowercased() }
    }

    @Test("A column that is not listed stays empty, and its values are in no other column", arguments: 0..<60)
    func unlisted(_ seed: UInt64) throws {
        let (policy, _, events) = try Self.marked(seed)
        for event in events {
            for field in EventField.Text.allCases {
                let isListed = policy.stores(.text(field))
                #expect(isListed || (event[field].indices.isEmpty && event[field].dictionary.isEmpty), "\(field)")
                let foreign = MarkedRows.marks.subtracting(MarkedRows.marks(of: field, policy))
                for text in Self.texts(event, field) {
                    for mark in foreign { #expect(!text.contains(mark), "\(field)") }
                }
            }
            for field in EventField.Identity.allCases where !policy.stores(.identity(field)) {
                #expect(event[field].indices.isEmpty && event[field].dictionary.isEmpty)
            }
            for field in EventField.Number.allCases where !policy.stores(.number(field)) {
                #expect(event[field].values.isEmpty)
            }
            for field in EventField.Flag.allCases where !policy.stores(.flag(field)) { #expect(event[field].isEmpty) }
        }
    }

    @Test("What identifies is in no text, whatever is listed", arguments: 0..<60)
    func secrets(_ seed: UInt64) throws {
        let (policy, _, events) = try Self.marked(seed)
        for event in events {
            for field in EventField.Text.allCases {
                let allowed = MarkedRows.marks(of: field, policy)
                for text in Self.texts(event, field) {
                    for secret in MarkedRows.secrets where !allowed.contains(secret) {
                        #expect(!text.contains(secret), "\(field)")
                    }
                }
            }
        }
    }

    @Test("Every mark is found where a policy lists its column, so that the marks can be missed")
    func marksAreStored() throws {
        var seen: Set<String> = []
        for seed in 0..<60 as Range<UInt64> {
            let (policy, _, events) = try Self.marked(seed)
            for event in events {
                for field in EventField.Text.allCases {
                    let marks = MarkedRows.marks(of: field, policy)
                    for text in Self.texts(event, field) { seen.formUnion(marks.filter(text.contains)) }
                }
            }
        }
        #expect(seen.isSuperset(of: MarkedRows.marks))
    }

    @Test("No bytes make the gate fail", arguments: 0..<40)
    func anyBytes(_ seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let gate = Gate(policy: try RandomPolicy.make(&random), seed: seed)
        let rows = RandomRows.make(.random(in: 1...100, using: &random), &random)
        let events = GateTests.admit(rows, gate: gate)
        #expect(events.reduce(0) { $0 + $1.rowCount } == rows.count)
        for event in events { _ = event.spelledOut }
    }

    @Test("A row's event does not depend on the rows around it", arguments: 0..<20)
    func independence(_ seed: UInt64) throws {
        let (policy, rows, together) = try Self.marked(seed)
        let gate = Gate(policy: policy, seed: seed &+ 1)
        let alone = try rows.map { try #require(GateTests.admit([$0], gate: gate).first) }
        for batch in together {
            let own = alone.filter { $0.epoch == batch.epoch }.flatMap(\.spelledOut)
            #expect(batch.spelledOut == own)
        }
    }

    @Test("What is explained is what is stored, column for column", arguments: 0..<20)
    func explained(_ seed: UInt64) throws {
        let (policy, _, events) = try Self.marked(seed)
        let gate = Gate(policy: policy, seed: seed)
        let listed = EventColumn.all.filter(policy.stores)
        for event in events {
            for (row, stored) in event.spelledOut.enumerated() {
                let told = gate.explain(event, row: row)
                #expect(told.map(\.name) == listed.map(\.name))
                #expect(told.map(\.value) == listed.map { Self.value(of: $0, stored) })
                #expect(told.map(\.rule) == listed.map { policy.field($0)?.rule })
                #expect(told.map(\.purpose) == listed.map { policy.field($0)?.purpose })
            }
        }
    }

    private static func value(of column: EventColumn, _ row: EventRow) -> ExplainedField.Value {
        switch column {
        case .time: .number(row.time)
        case .text(let field): row[field].map { .text($0) } ?? .absent
        case .identity(let field): row[field].map { .text("\($0)") } ?? .absent
        case .number(let field): row[field].map { .number($0) } ?? .absent
        case .flag(let field): .flag(row[field])
        }
    }
}
