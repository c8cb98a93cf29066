import Events
import TestSupport
import Testing

@testable import Privacy

@Suite("Changes of the policy")
struct PolicyChangeTests {
    /// The built-in policy with two changes, before and after.
    private static func change(
        _ before: (inout PolicyOptions) -> Void, _ after: (inout PolicyOptions) -> Void
    ) -> PolicyChange {
        var (old, new) = (PolicyOptions(), PolicyOptions())
        before(&old)
        after(&new)
        return PolicyChange(from: .standard(site: "s", options: old), to: .standard(site: "s", options: new))
    }

    /// A setting from one value to another.
    private static func change<Value>(
        _ path: WritableKeyPath<PolicyOptions, Value>, _ old: Value, _ new: Value
    ) -> [String] {
        change({ $0[keyPath: path] = old }, { $0[keyPath: path] = new }).items.map {
            "\($0.kind.rawValue): \($0.sentence)"
        }
    }

    @Test("Every number has a direction in which it only takes away")
    func numbers() {
        #expect(Self.change(\.threshold, 10, 11) == ["less: k is 11, was 10."])
        #expect(Self.change(\.threshold, 10, 9) == ["major: k is 9, was 10."])
        #expect(Self.change(\.networkBits.v4, 24, 23) == ["less: networks.ipv4 is 23, was 24."])
        #expect(Self.change(\.networkBits.v4, 23, 24) == ["major: networks.ipv4 is 24, was 23."])
        #expect(Self.change(\.networkBits.v6, 48, 40) == ["less: networks.ipv6 is 40, was 48."])
        #expect(Self.change(\.networkBits.v6, 40, 48) == ["major: networks.ipv6 is 48, was 40."])
        #expect(Self.change(\.postalCharacters, 3, 2) == ["less: postal_characters is 2, was 3."])
        #expect(Self.change(\.postalCharacters, 2, 3) == ["major: postal_characters is 3, was 2."])
        #expect(Self.change(\.ageBand, 5, 15) == ["less: age_band is 15, was 5."])
        #expect(Self.change(\.ageBand, 15, 5) == ["major: age_band is 5, was 15."])
        #expect(Self.change(\.ageBand, 10, 15) == ["major: age_band is 15, was 10."])
    }

    @Test("What counts otherwise is neither less nor more")
    func others() {
        #expect(Self.change(\.visitGap, 1800, 60) == ["other: visit_gap is 60 s, was 1800 s."])
        #expect(Self.change(\.visitGap, 60, 1800) == ["other: visit_gap is 1800 s, was 60 s."])
        #expect(Self.change(\.ignoresUserCase, false, true) == ["other: User ids that differ in case are one."])
        let change = PolicyChange(from: .standard(site: "a"), to: .standard(site: "b"))
        #expect(change.items == [.init(.other, "site is b, was a.")])
    }

    @Test("Redaction of raw lines that takes out less is the gravest, one that takes out more hides")
    func vault() {
        #expect(
            Self.change(\.vault.exact, false, true) == ["major: vault.exact is true: every byte of a line is sealed."])
        #expect(
            Self.change(\.vault.exact, true, false) == [
                "less: vault.exact is false: what vault.redact names is not sealed."
            ])
        #expect(
            Self.change(\.vault.redact, ["pass*", "token"], ["token", "pin"]) == [
                "major: vault.redact no longer has pass*.", "less: vault.redact has pin as well.",
            ])
        #expect(
            Self.change(\.vault.redact, ["passwd", "passwd*"], ["pass*"]) == [
                "major: vault.redact no longer has passwd.",
                "less: vault.redact no longer has passwd*, which another name there covers.",
                "less: vault.redact has pass* as well.",
            ])
        #expect(Self.change(\.vault.redact, ["a", "b"], ["b", "a"]) == [])
    }

    @Test("More approvals and an earlier answer protect more; whether an account system is believed is neither")
    func requests() {
        for approval in Approval.allCases {
            let name = approval.rawValue
            #expect(Self.change(\.approvals[approval], 1, 2) == ["less: approvals.\(name) is 2, was 1."])
            #expect(Self.change(\.approvals[approval], 2, 1) == ["major: approvals.\(name) is 1, was 2."])
        }
        #expect(
            Self.change(\.requests.due, .months(1), .days(10)) == ["less: requests.due is 10 days, was 1 month."])
        #expect(
            Self.change(\.requests.due, .days(10), .months(1)) == ["major: requests.due is 1 month, was 10 days."])
        #expect(
            Self.change(\.requests.withdrawals, .verified, .trusted) == [
                "other: requests.withdrawals is trusted, was verified."
            ])
        #expect(
            Self.change(\.requests.withdrawals, .trusted, .verified) == [
                "other: requests.withdrawals is verified, was trusted."
            ])
    }

    @Test("A list that grows lets more through, one that shrinks less")
    func lists() {
        #expect(Self.change(\.hosts, ["a"], ["a", "b"]) == ["major: hosts has b as well."])
        #expect(Self.change(\.hosts, ["a", "b"], ["b"]) == ["less: hosts no longer has a."])
        #expect(Self.change(\.hosts, ["a", "b"], ["b", "a"]) == [])
        #expect(
            Self.change(\.parameters, [.searchWords: ["q"]], [.utmSource: ["q"]]) == [
                "major: parameters.utm_source has q as well.", "less: parameters.search_words no longer has q.",
            ])
        let pattern = ["/a/{n}"].compactMap { ContentPattern($0) }
        #expect(Self.change(\.contentPatterns, [], pattern) == ["major: content_ids has /a/{n} as well."])
        #expect(Self.change(\.contentPatterns, pattern, []) == ["less: content_ids no longer has /a/{n}."])
    }

    @Test("An empty list of names lets through every word, so that a first name takes away")
    func vocabularies() {
        #expect(
            Self.change(\.eventNames, [], ["open"]) == ["less: event_names keeps only what it lists; it was empty."])
        #expect(
            Self.change(\.eventNames, ["open"], []) == [
                "major: event_names is empty: every word without an identifier is kept."
            ])
        #expect(Self.change(\.eventNames, ["a", "b"], ["b"]) == ["less: event_names no longer has a."])
        #expect(Self.change(\.clickTargets, ["b"], ["b", "a"]) == ["major: click_targets has a as well."])
        // This would not have passed without being listed.
        #expect(
            Self.change(\.clickTargets, [], ["#row-20260301"]) == [
                "major: click_targets keeps only what it lists; it was empty."
            ])
    }

    @Test(
        "A term that is certainly not longer takes away",
        arguments: [
            (RetentionTerm.months(14), RetentionTerm.months(13), "less"), (.months(13), .months(14), "major"),
            (.months(3), .days(84), "less"), (.months(3), .days(90), "major"), (.days(90), .months(3), "major"),
            (.days(93), .months(3), "less"), (.unlimited, .months(1200), "less"), (.days(1), .none, "less"),
            (.none, .days(1), "major"), (.months(1), .unlimited, "major"),
        ])
    func terms(old: RetentionTerm, new: RetentionTerm, kind: String) {
        for name in RetentionClass.settable {
            #expect(
                Self.change(\.retention[name], old, new) == [
                    "\(kind): retention.\(name.rawValue) is \(new), was \(old)."
                ])
        }
    }

    @Test("Another basis, another purpose and another meaning of a purpose are major")
    func purposes() throws {
        #expect(Self.change(\.retention.basis, .law, .own) == ["major: retention.basis is own, was law."])
        #expect(Self.change(\.retention.basis, .own, .law) == ["major: retention.basis is law, was own."])
        let (ads, meaning) = (Purpose("ads"), "Advertising.")
        #expect(Self.change(\.purposes[ads], nil, meaning) == ["major: ads is a new purpose."])
        #expect(Self.change(\.purposes[ads], meaning, nil) == ["less: ads is no purpose any more."])
        #expect(Self.change(\.purposes[ads], meaning, "More.") == ["major: ads is said to be something else."])
        let change = PolicyChange(
            from: try Policy(site: "s", fields: [.text(.path): .init(.generalize)]),
            to: try Policy(site: "s", fields: [.text(.path): .init(.generalize, for: ads)]))
        #expect(change.items == [.init(.major, "path is used for ads, was for statistics.")])
    }

    @Test("A promise of notice may grow at once; taking it back is major")
    func notice() {
        let notice = NoticePeriods(major: 30, other: 7)
        #expect(Self.change(\.notice, nil, notice) == ["less: notice is {major: 30d, other: 7d}, was none."])
        #expect(Self.change(\.notice, notice, nil) == ["major: notice is none, was {major: 30d, other: 7d}."])
        let unlike = NoticePeriods(major: 60, other: 0)
        #expect(Self.change(\.notice, notice, unlike).first?.hasPrefix("major:") == true)
        #expect(Self.change(\.notice, unlike, notice).first?.hasPrefix("major:") == true)
        #expect(Self.change(\.notice, notice, NoticePeriods(major: 30, other: 8)).first?.hasPrefix("less:") == true)
        #expect(PolicyChange.Kind.allCases.map { notice.days(before: $0) } == [0, 0, 7, 30])
    }

    @Test("Columns: more is major, fewer is less, but for those that guard what is released; no rule beats another")
    func fields() throws {
        func change(_ old: [EventColumn: Policy.Field], _ new: [EventColumn: Policy.Field]) throws -> [PolicyChange
            .Item]
        {
            PolicyChange(from: try Policy(site: "s", fields: old), to: try Policy(site: "s", fields: new)).items
        }
        let path: [EventColumn: Policy.Field] = [.text(.path): .init(.generalize)]
        #expect(try change([:], path) == [.init(.major, "path is stored (generalize), for statistics.")])
        #expect(try change(path, [:]) == [.init(.less, "path is no longer stored.")])
        #expect(try change(path, [.text(.path): .init(.drop)]) == [.init(.less, "path is no longer stored.")])
        for guardian in [EventColumn.identity(.network), .flag(.robot)] {
            #expect(try change([guardian: .init(guardian.rules[0])], [:]).map(\.kind) == [.other])
        }
        let (cut, moved) = (Policy.Field(.truncate), Policy.Field(.prefixPreserving))
        #expect(
            try change([.text(.address): cut], [.text(.address): moved]) == [
                .init(.major, "address has the rule prefix-preserving, had truncate.")
            ])
        #expect(try change([.text(.address): moved], [.text(.address): cut]).map(\.kind) == [.major])
    }

    @Test("Where the file of places lies is no change; whether there is one is")
    func places() {
        #expect(Self.change(\.placesPath, "/a", "/b") == [])
        #expect(Self.change(\.placesPath, nil, "/b") == ["major: Country and region are looked up."])
        #expect(Self.change(\.placesPath, "/a", nil) == ["less: Country and region are no longer looked up."])
    }

    @Test("The gravest difference decides")
    func gravest() {
        let change = Self.change(
            { $0.threshold = 10 },
            {
                $0.threshold = 20; $0.visitGap = 60; $0.retention[.raw] = .unlimited
            })
        #expect(change.items.map(\.kind) == [.major, .other, .less])
        #expect(change.kind == .major)
    }

    @Test("A chain of steps that take away is less, and the way back is major", arguments: 0..<60)
    func chains(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var steps = PolicySteps()
        let first = try steps.policy
        var last = first
        for _ in 0..<40 {
            steps.takeAway(&random)
            let next = try steps.policy
            for (old, new) in [(last, next), (first, next)] {
                let isSame = old.digest == new.digest
                #expect(PolicyChange(from: old, to: new).kind == (isSame ? .nothing : .less))
                #expect(PolicyChange(from: new, to: old).kind == (isSame ? .nothing : .major))
            }
            last = next
        }
    }

    @Test("Of two policies that took different ways, none is less unless the other is more", arguments: 0..<60)
    func pairs(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        func walk() throws -> Policy {
            var steps = PolicySteps()
            for _ in 0..<Int.random(in: 0...12, using: &random) { steps.takeAway(&random) }
            return try steps.policy
        }
        let (one, other) = (try walk(), try walk())
        let (there, back) = (PolicyChange(from: one, to: other).kind, PolicyChange(from: other, to: one).kind)
        #expect((there == .nothing) == (one.digest == other.digest))
        if there == .less { #expect(back == .major) }
        if back == .less { #expect(there == .major) }
        if there != .less, back != .less, there != .nothing { #expect(there == .major && back == .major) }
    }
}
