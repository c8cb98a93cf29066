import Events
import Testing

@testable import Privacy

@Suite("Policies")
struct PolicyTests {
    @Test("The built-in policy lists every column with its usual rule, but for what tells of people and addresses")
    func standard() {
        let policy = Policy.standard(site: "example.org")
        #expect(policy.threshold == 10)
        #expect(policy.visitGap == 1800)
        for column in EventColumn.all where policy.stores(column) {
            #expect(policy.field(column)?.rule == column.rules[0])
        }
        let left = EventColumn.all.filter { !policy.stores($0) }.map(\.name)
        #expect(left == ["postal_area", "age_band", "gender", "occupation", "address"])
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
        #expect(throws: PolicyError.ruleDoesNotFit(column: "visitor", rule: .keep, fitting: [.pseudonymize])) {
            try Policy(site: "s", fields: [.identity(.visitor): .init(.keep)])
        }
        #expect(throws: PolicyError.ruleDoesNotFit(column: "path", rule: .keep, fitting: [.generalize])) {
            try Policy(site: "s", fields: [.text(.path): .init(.keep)])
        }
    }

    @Test("Bounds that protect nobody are refused")
    func bounds() {
        #expect(throws: PolicyError.thresholdTooSmall(2)) {
            try Policy(site: "s", options: Self.options { $0.threshold = 2 }, fields: [:])
        }
        #expect(throws: PolicyError.visitGapTooShort(0)) {
            try Policy(site: "s", options: Self.options { $0.visitGap = 0 }, fields: [:])
        }
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
        let changes: [(inout PolicyOptions) -> Void] = [
            { $0.threshold = 20 }, { $0.visitGap = 60 }, { $0.parameters[.utmSource] = [] },
            { $0.contentPatterns = [ContentPattern("/a/{n}")].compactMap { $0 } }, { $0.eventNames = ["open"] },
            { $0.clickTargets = ["buy"] }, { $0.ignoresUserCase = true }, { $0.networkBits.v4 = 16 },
            { $0.networkBits.v6 = 32 }, { $0.postalCharacters = 2 }, { $0.ageBand = 5 }, { $0.placesPath = "/x" },
            { $0.retention[.raw] = .none }, { $0.retention.basis = .own },
            { $0.notice = NoticePeriods(major: 30, other: 7) }, { $0.purposes[.statistics] = "Advertising." },
            { $0.hosts = ["a\"\nk 3"] }, { $0.vault.exact = true }, { $0.vault.redact = ["token"] },
            { $0.approvals[.hold] = 2 }, { $0.approvals[.authority] = 1 }, { $0.requests.due = .days(30) },
            { $0.requests.withdrawals = .trusted },
        ]
        let others =
            changes.map { Policy.standard(site: "example.org", options: Self.options($0)) } + [
                Policy.standard(site: "example.net", hosts: ["a", "b"]),
                Policy.standard(site: "example.org", hosts: ["a"]),
                Policy.standard(site: "example.org", hosts: ["a", "b"], searchParameter: "q"),
                try Policy(site: "example.org", fields: [:]), policy, Policy.standard(site: "example.org"),
            ]
        #expect(Set(others.map(\.digest)).count == changes.count + 6)
        #expect(
            policy.canonicalText.hasPrefix(
                "footfall policy 1\nsite \"example.org\"\nk 10\nvisit_gap_s 1800\nhost \"a\"\n"))
        #expect(policy.canonicalText.contains("\nfield visitor pseudonymize \"statistics\"\n"))
    }

    private static func options(_ change: (inout PolicyOptions) -> Void) -> PolicyOptions {
        var options = PolicyOptions()
        change(&options)
        return options
    }
}
