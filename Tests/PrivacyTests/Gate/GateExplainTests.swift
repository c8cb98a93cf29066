import Events
import Intake
import Testing

@testable import Privacy

@Suite("Explaining an event")
struct GateExplainTests {
    @Test("Every column that the policy lists is told, with value, rule and purpose")
    func all() throws {
        let event = try GateTests.admit([.client: "203.0.113.9", .method: "GET", .target: "/a?b=1"], [.status: 200])
        let fields = GateTests.gate.explain(event, row: 0)
        #expect(fields.map(\.name) == EventColumn.all.filter(GateTests.policy.stores).map(\.name))
        func field(_ name: String) -> ExplainedField? { fields.first { $0.name == name } }
        #expect(field("time")?.value == .number(TestKeys.start + 3))
        #expect(
            field("path") == ExplainedField(name: "path", value: .text("/a"), rule: .generalize, purpose: .statistics))
        #expect(
            field("status") == ExplainedField(name: "status", value: .number(200), rule: .keep, purpose: .statistics))
        #expect(field("browser")?.value == .absent)
        #expect(field("robot")?.value == .flag(false))
        #expect(field("visitor")?.rule == .pseudonymize)
        #expect(field("visitor")?.value == .text("\(try #require(event.pseudonym(.visitor)))"))
    }

    @Test("A column that is not in the policy is not told")
    func unlisted() throws {
        let policy = try Policy(site: "s", fields: [.text(.path): .init(.generalize)])
        let gate = Gate(policy: policy, seed: 1)
        let event = try GateTests.admit([.target: "/a"], gate: gate)
        #expect(gate.explain(event, row: 0).map(\.name) == ["time", "kind", "resolution", "path"])
    }
}
