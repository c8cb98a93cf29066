import Events
import Testing

@testable import Privacy

@Suite("Policies")
struct PolicyTests {
    @Test("The built-in policy lists every column with the rule that fits it")
    func standard() {
        let policy = Policy.standard(site: "example.org")
        #expect(policy.threshold == 10)
        #expect(policy.visitGap == 1800)
        for column in EventColumn.all { #expect(policy.field(column)?.rule == column.rule) }
        #expect(policy.field(.identity(.visitor))?.rule == .pseudonymize)
        #expect(policy.field(.text(.path))?.purpose == .statistics)
    }

    @Test("Every column has a name of its own, and all are in the list")
    func columns() {
        let names = EventColumn.all.map(\.name)
        #expect(Set(names).count == names.count)
        let expected =
            1 + EventField.Text.allCases.count + EventField.Identity.allCases.count
            + EventField.Number.allCases.count + EventField.Flag.allCases.count
        #expect(names.count == expected)
    }

    @Test("A rule that does not fit its column is refused, with the one that does")
    func misfit() {
        #expect(throws: PolicyError.ruleDoesNotFit(column: "visitor", rule: .keep, fitting: .pseudonymize)) {
            try Policy(site: "s", fields: [.identity(.visitor): .init(.keep)])
        }
        #expect(throws: PolicyError.ruleDoesNotFit(column: "path", rule: .keep, fitting: .generalize)) {
            try Policy(site: "s", fields: [.text(.path): .init(.keep)])
        }
    }

    @Test("Bounds that protect nobody are refused")
    func bounds() {
        #expect(throws: PolicyError.thresholdTooSmall(2)) { try Policy(site: "s", threshold: 2, fields: [:]) }
        #expect(throws: PolicyError.visitGapTooShort(0)) { try Policy(site: "s", visitGap: 0, fields: [:]) }
    }

    @Test("A column that is dropped or not listed is not stored, but those that every event has are")
    func closed() throws {
        let policy = try Policy(site: "s", fields: [.text(.path): .init(.drop)])
        let stored = EventColumn.all.filter { policy.stores($0) }
        #expect(stored == [.time, .text(.kind), .text(.resolution)])
    }

    @Test("The digest tells policies apart, and is the same for equal ones")
    func digest() throws {
        let policy = Policy.standard(site: "example.org", hosts: ["a", "b"])
        #expect(policy.digest == Policy.standard(site: "example.org", hosts: ["b", "a"]).digest)
        #expect(policy.digest.count == 64)
        let others = [
            Policy.standard(site: "example.net", hosts: ["a", "b"]),
            Policy.standard(site: "example.org", hosts: ["a"]),
            Policy.standard(site: "example.org", hosts: ["a", "b"], searchParameter: "q"),
            try Policy(site: "example.org", hosts: ["a", "b"], fields: [:]),
            try Policy(site: "example.org", hosts: ["a", "b"], threshold: 20, fields: [:]),
            try Policy(site: "example.org\"\nk 3", hosts: ["a", "b"], fields: [:]),
        ]
        #expect(Set(others.map(\.digest) + [policy.digest]).count == 7)
        #expect(
            policy.canonicalText.hasPrefix(
                "footfall policy 1\nsite \"example.org\"\nk 10\nvisit_gap_s 1800\nhost \"a\"\n"))
        #expect(policy.canonicalText.contains("\nfield visitor pseudonymize \"statistics\"\n"))
    }
}
