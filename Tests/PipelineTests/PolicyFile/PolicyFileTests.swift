import Events
import Foundation
import Privacy
import TestSupport
import Testing

@testable import Pipeline

@Suite("policy.yaml")
struct PolicyFileTests {
    private static func policy(_ text: String) throws -> Policy {
        try PolicyFile.policy(Array(text.utf8), path: "policy.yaml")
    }

    /// What the person reads about a file that is refused.
    private static func complaint(_ text: String) -> String? {
        do {
            _ = try policy(text)
            return nil
        } catch {
            let error = error as? JobError
            return error?.kind == .configuration ? error?.message : nil
        }
    }

    @Test("The file that a store gets says the built-in policy")
    func template() throws {
        #expect(try Self.policy(PolicyText.yaml(PolicyFile.builtIn)) == PolicyFile.builtIn)
    }

    @Test("Every policy is written so that it is read as the same", arguments: 0..<40)
    func roundTrip(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let policy = try RandomPolicy.make(&random)
        let text = PolicyText.yaml(policy)
        #expect(try Self.policy(text) == policy)
        #expect(try Self.policy(text).digest == policy.digest)
    }

    @Test("Everything that a policy can say is read")
    func everything() throws {
        let policy = try Self.policy(
            """
            site: shop
            hosts: [www.example.org, example.org]
            purposes: {statistics: Counting., security: "Finding misuse: who and when."}
            fields:
              visitor: {rule: pseudonymize, purpose: security}
              path: generalize
              status: keep
              address: prefix-preserving
              browser: drop
            k: 20
            visit_gap: 45m
            parameters: {search_words: [q, query]}
            content_ids: ["/article/{n}", "/board/view?no"]
            event_names: [Open]
            click_targets: [buy]
            user_ids: any-case
            networks: {ipv4: 16, ipv6: 32, required: false}
            postal_characters: 2
            age_band: 5
            places: /var/lib/GeoIP/City.mmdb
            retention: {raw: none, events: 90 days, basis: own}
            vault: {exact: true, redact: [Pass*, x-key]}
            approvals: {erase: 2, authority: 1}
            requests: {due: 10 days, withdrawals: trusted}
            notice: {major: 60d, other: 0d}
            """)
        #expect(policy.site == "shop")
        #expect(policy.field(.identity(.visitor)) == Policy.Field(.pseudonymize, for: Purpose("security")))
        #expect(policy.field(.text(.address))?.rule == .prefixPreserving)
        #expect(EventColumn.all.filter(policy.stores).count == 7)
        let options = policy.options
        #expect(options.hosts == ["www.example.org", "example.org"])
        #expect(options.purposes[Purpose("security")] == "Finding misuse: who and when.")
        #expect(options.threshold == 20 && options.visitGap == 2700)
        #expect(options.parameters == [.searchWords: ["q", "query"]])
        #expect(options.contentPatterns.map(\.text) == ["/article/{n}", "/board/view?no"])
        #expect(options.eventNames == ["open"] && options.clickTargets == ["buy"] && options.ignoresUserCase)
        #expect(options.networkBits.v4 == 16 && options.networkBits.v6 == 32 && !options.requiresNetworks)
        #expect(options.postalCharacters == 2 && options.ageBand == 5)
        #expect(options.placesPath == "/var/lib/GeoIP/City.mmdb")
        #expect(options.retention[.raw] == .none && options.retention[.events] == .days(90))
        #expect(options.retention[.rejects] == .none && options.vault.exact)
        #expect(options.vault.redact == ["pass*", "x-key"])
        #expect(options.retention[.coarse] == .months(13) && options.retention.basis == .own)
        #expect(Approval.allCases.map { options.approvals[$0] } == [1, 1, 1, 2, 1, 1])
        #expect(options.requests.due == .days(10) && options.requests.withdrawals == .trusted)
        #expect(options.notice == NoticePeriods(major: 60, other: 0))
    }

    @Test(
        "A mistake is named with line and column, and with what to write instead",
        arguments: [
            ("", "1:1: The policy has no fields."),
            ("k: 10\n", "1:1: The policy has no fields."),
            ("fields:\n  pth: generalize\n", "2:3: There is no column of that name. Did you mean path?"),
            ("fields:\n  path: generalise\n", "2:9: There is no rule of that name. Did you mean generalize?"),
            ("fields:\n  path: keep\n", "2:9: keep would store in clear what can point to a person in path."),
            ("fields:\n  visitor: keep\n", "2:12: keep would store in clear what can point to a person in visitor."),
            (
                "fields:\n  visitor: truncate\n",
                "2:12: The rule truncate does not fit visitor. Use pseudonymize or drop."
            ),
            ("fields:\n  visitor: {purpose: statistics}\n", "2:12: visitor takes a rule"),
            ("fields:\n  visitor: {rul: keep}\n", "2:13: There is no setting of that name. Did you mean rule?"),
            ("fields:\n  path: {rule: generalize, purpose: ads}\n", "2:37: There is no purpose of that name."),
            ("purposes: {}\nfields:\n  path: generalize\n", "3:9: There is no purpose of that name."),
            ("fields: {}\nk: 2\n", "2:4: k takes a whole number from 3 to 1000"),
            ("fields: {}\nvisit_gap: 0s\n", "2:12: visit_gap lies between 1s and 24h."),
            ("fields: {}\nhosts: [https://example.org]\n", "2:9: A host is written in small letters"),
            ("fields: {}\nparameters: {search_words: [Email]}\n", "2:29: A parameter of this name holds identifiers"),
            ("fields: {}\nparameters: {search_words: [e%6Dail]}\n", "2:29: A parameter of this name holds identifiers"),
            ("fields: {}\nparameters: {words: [q]}\n", "2:14: There is no column of that name."),
            ("fields: {}\ncontent_ids: [/article]\n", "2:15: Write a path with {n}"),
            ("fields: {}\ncontent_ids: [\"article/{n}\"]\n", "2:15: Write a path with {n}"),
            ("fields: {}\nuser_ids: some\n", "2:11: user_ids takes exact or any-case."),
            ("fields: {}\nnetworks: {ipv4: 32}\n", "2:18: ipv4 takes a whole number from 8 to 24"),
            ("fields: {}\nnetworks: {ipv6: 64}\n", "2:18: ipv6 takes a whole number from 16 to 48"),
            ("fields: {}\nplaces: City.mmdb\n", "2:9: A path here begins with /"),
            ("fields: {}\nretention: {raw: 3 moons}\n", "2:18: A term is written as 30 days"),
            ("fields: {}\nretention: {row: 3 months}\n", "2:13: There is no class of that name. Did you mean raw?"),
            ("fields: {}\nretention: {order: 1 year}\n", "2:13: order has no term here: each hold by an order"),
            ("fields: {}\nretention: {basis: whim}\n", "2:20: A term takes law or own."),
            (
                "fields: {}\nretention: {raw: 6 months, rejects: 3 months}\n",
                "2:37: raw is kept for 6 months and rejects for 3 months."
            ),
            ("fields: {}\nretention: {rejects: 4 months}\n", "2:22: raw is kept for 3 months and rejects for"),
            ("fields: {}\nvault: {exact: yes}\n", "2:16: exact takes true or false."),
            ("fields: {}\nvault: {redact: [\"a b\"]}\n", "2:18: A name here has letters"),
            ("fields: {}\nvault: {redact: [\"*\"]}\n", "2:18: A name here has letters"),
            ("fields: {}\napprovals: {erase: 3}\n", "2:20: erase takes a whole number from 1 to 2"),
            ("fields: {}\napprovals: {erased: 1}\n", "2:13: There is no setting of that name. Did you mean erase?"),
            ("fields: {}\nrequests: {due: unlimited}\n", "2:17: due is written as 10 days or 1 month."),
            ("fields: {}\nrequests: {withdrawals: some}\n", "2:25: withdrawals takes verified or trusted."),
            ("fields: {}\nnotice: {major: soon}\n", "2:17: A notice period takes a number of days"),
            ("fields: {}\nnotices: none\n", "2:1: There is no setting of that name. Did you mean notice?"),
            ("fields: [path]\n", "1:9: fields takes columns, each with its rule"),
        ])
    func mistakes(text: String, complaint: String) {
        let said = Self.complaint(text)
        #expect(said?.hasPrefix("policy.yaml:" + complaint) == true, "\(said ?? "nothing")")
    }

    @Test("A class that came later changes no digest by its built-in term, and that of an order says nothing")
    func laterClasses() throws {
        let policy = try Self.policy("fields: {}\n")
        #expect(policy.options.retention[.corrections] == .months(3))
        #expect(try Self.policy("fields: {}\nretention: {corrections: 3 months}\n").digest == policy.digest)
        #expect(try Self.policy("fields: {}\nretention: {corrections: 1 month}\n").digest != policy.digest)
        #expect(!policy.canonicalText.contains("keep corrections") && !policy.canonicalText.contains("keep order"))
        #expect(PolicyText.yaml(policy).contains("\n  corrections: 3 months\n"))
        #expect(!PolicyText.yaml(policy).contains("order:"))
    }

    @Test("Rejects are kept as long as raw lines are, unless the file says that they are not kept")
    func rejects() throws {
        func term(_ retention: String) throws -> RetentionTerm {
            try Self.policy("fields: {}\nretention: {\(retention)}\n").options.retention[.rejects]
        }
        #expect(try term("raw: 6 months") == .months(6))
        #expect(try term("raw: none") == .none)
        #expect(try term("raw: 6 months, rejects: none") == .none)
        #expect(try term("rejects: 6 months, raw: 6 months") == .months(6))
        #expect(try term("raw: none, rejects: 1 month") == .months(1))
    }

    @Test("A store without a policy has the built-in one; a store's file counts")
    func load() throws {
        let folder = try TemporaryFolder()
        #expect(try PolicyFile.load(inStore: folder.path) == PolicyFile.builtIn)
        try Data("fields: {path: generalize}\nsite: a\n".utf8)
            .write(to: URL(fileURLWithPath: folder.path + "/policy.yaml"))
        #expect(try PolicyFile.load(inStore: folder.path).site == "a")
        let error = #expect(throws: JobError.self) { try PolicyFile.read(folder.path + "/none.yaml") }
        #expect(error?.kind == .missing)
    }
}
