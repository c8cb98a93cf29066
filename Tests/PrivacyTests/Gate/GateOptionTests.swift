import Events
import Intake
import Testing

@testable import Privacy

@Suite("The options of the gate")
struct GateOptionTests {
    private static func gate(_ rule: FieldRule = .truncate, _ set: (inout PolicyOptions) -> Void) throws -> Gate {
        var options = PolicyOptions()
        set(&options)
        var fields = Dictionary(uniqueKeysWithValues: EventColumn.all.map { ($0, Policy.Field($0.rules[0])) })
        fields[.text(.address)] = Policy.Field(rule)
        return Gate(policy: try Policy(site: "example.org", options: options, fields: fields), seed: 1)
    }

    @Test("A network is as wide as the policy says, as a pseudonym and cut short")
    func networkBits() throws {
        let gate = try Self.gate {
            $0.networkBits.v4 = 16
            $0.networkBits.v6 = 32
        }
        func event(_ client: String) throws -> EventBatch { try GateTests.admit([.client: client], gate: gate) }
        let home = try event("203.0.1.1")
        #expect(try event("203.0.200.9").pseudonym(.network) == home.pseudonym(.network))
        #expect(try event("203.1.1.1").pseudonym(.network) != home.pseudonym(.network))
        #expect(home.text(.address) == "203.0.0.0/16")
        let office = try event("2001:db8:1::1")
        #expect(try event("2001:db8:ffff::1").pseudonym(.network) == office.pseudonym(.network))
        #expect(try event("2001:db9:1::1").pseudonym(.network) != office.pseudonym(.network))
        #expect(office.text(.address) == "2001:db8::/32")
        #expect(try event("host.example").text(.address) == nil)
    }

    @Test("User ids that differ in case are one person where the policy says so")
    func userCase() throws {
        let exact = try Self.gate { _ in }
        let folding = try Self.gate { $0.ignoresUserCase = true }
        func visitor(_ user: String, _ gate: Gate) throws -> Pseudonym? {
            try GateTests.admit([.user: user], gate: gate).pseudonym(.visitor)
        }
        #expect(try visitor("Alice", exact) != visitor("alice", exact))
        #expect(try visitor("ZOË", folding) == visitor("zoe\u{308}", folding))
        #expect(try visitor("Alice", folding) == visitor("alice", exact))
        #expect(try visitor("Alice", folding) != visitor("Alicia", folding))
    }

    @Test(
        "Names of events and clicked elements are those of the policy's lists",
        arguments: [
            ("Purchase", "purchase"), ("구매", "구매"), ("page_view", "other"), ("user 4821", "user 4821"), ("", nil),
        ] as [(String, String?)])
    func lists(_ name: String, _ expected: String?) throws {
        let gate = try Self.gate {
            $0.eventNames = ["purchase", "구매", "user 4821"]
            $0.clickTargets = ["PURCHASE", "구매", "user 4821"]
        }
        let event = try GateTests.admit([.event: name, .element: name], gate: gate)
        #expect(event.text(.name) == expected)
        #expect(event.text(.element) == expected)
        #expect(event.text(.kind) == "event")
    }

    @Test("Of a query, the values of the parameters that the policy lists are stored, each in its column")
    func parameters() throws {
        let gate = try Self.gate {
            $0.parameters = [.utmSource: ["src", "from"], .searchWords: ["q", "%EA%B2%80%EC%83%89"]]
        }
        let targets: [(String, source: String?, words: String?)] = [
            ("/?src=News&utm_source=x&utm_medium=y", "news", nil), ("/?from=mail", "mail", nil),
            ("/?q=Red+shoes", nil, "red shoes"), ("/?%EA%B2%80%EC%83%89=%EA%B5%AC%EB%91%90", nil, "구두"),
            ("/?q=alice@example.org&src=01098765432", nil, nil), ("/?x=1", nil, nil),
        ]
        for (target, source, words) in targets {
            let event = try GateTests.admit([.target: target], gate: gate)
            #expect(event.text(.utmSource) == source, "\(target)")
            #expect(event.text(.searchWords) == words, "\(target)")
            #expect(event.text(.utmMedium) == nil && event.text(.utmCampaign) == nil)
            #expect(event.text(.path) == "/")
        }
    }

    @Test("Numbers of content stay in the paths that the policy lists")
    func contentPatterns() throws {
        let gate = try Self.gate {
            $0.contentPatterns = ["/article/{n}", "/board/view?no"].compactMap { ContentPattern($0) }
        }
        let targets = [
            ("/article/123456", "/article/123456"), ("/article/1234567890", "/article/{id}"),
            ("/user/123456", "/user/{id}"),
            ("/board/view?no=4711&sid=x", "/board/view?no=4711"), ("/board/view?id=4711", "/board/view"),
        ]
        for (target, path) in targets {
            #expect(try GateTests.admit([.target: target], gate: gate).text(.path) == path, "\(target)")
        }
    }

    @Test("Of a postal code, as many characters are stored as the policy says", arguments: 1...4)
    func postalCharacters(_ count: Int) throws {
        let gate = try Self.gate { $0.postalCharacters = count }
        let event = try GateTests.admit([.postalCode: "〒150-0001"], gate: gate)
        #expect(event.text(.postalArea) == String("1500".prefix(count)))
    }

    @Test("A year of birth is the age in the year of the row's own day, also in a batch that crosses the year")
    func birthYears() throws {
        let gate = try Self.gate { $0.ageBand = 5 }
        let newYear = try #require(Day(year: 2026, month: 1, day: 1))
        let midnight = Int64(newYear.number) * 86_400_000
        let rows = [-1, 0].map { RawRow(time: midnight + $0, [.age: "1991"]) }
        for rows in [rows, rows.reversed()] {
            let bands = GateTests.admit(rows, gate: gate).sorted { $0.epoch < $1.epoch }.map { $0.text(.ageBand) }
            #expect(bands == ["30-34", "35-39"])
        }
    }

    @Test("The bands of ages are as wide as the policy says", arguments: AgeBand.widths)
    func ageBands(_ width: Int) throws {
        let gate = try Self.gate { $0.ageBand = width }
        let first = 34 / width * width
        let event = try GateTests.admit([.age: "34"], gate: gate)
        #expect(event.text(.ageBand) == "\(first)-\(first + width - 1)")
    }

    @Test(
        "A screen is a path, or words that hold no identifier",
        arguments: [
            ("/settings/profile", "/settings/profile"), ("/user/123456/cart", "/user/{id}/cart"),
            ("Home Screen", "home screen"), ("alice@example.org", nil), ("", nil),
        ] as [(String, String?)])
    func screens(_ screen: String, _ expected: String?) throws {
        #expect(try GateTests.admit([.screen: screen]).text(.screen) == expected)
    }
}
