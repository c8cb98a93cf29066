import Events
import Intake
import Testing

@testable import Privacy

@Suite("Every column of an event")
struct GateColumnTests {
    /// A record that has everything.
    private static let record: [RawBatch.Text: String] = [
        .client: "203.0.113.9", .forwarded: "198.51.100.1, 203.0.113.9", .user: "alice", .cookie: "sid=1",
        .method: "GET",
        .target: "/Shop/item/123456?utm_source=News&utm_medium=e-mail&utm_campaign=Spring%20Sale&q=red+Shoes&id=77",
        .protocol: "HTTP/2.0", .referrer: "https://www.google.com/search?q=running", .agent: GateTests.browser,
        .host: "WWW.example.com:443", .tls: "TLS 1.3", .mime: "text/html; charset=utf-8", .cache: "TCP_MEM_HIT",
        .language: "ko-KR,ko;q=0.9", .mac: "00:00:5e:00:53:01", .device: "f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
        .event: "PageView", .screen: "/shop/item/123456?x=1", .element: "#buy-button", .appVersion: "3.4.1-build77",
        .platform: "Android 15", .terminal: "Handheld", .appStatus: "Foreground", .postalCode: "06236", .age: "34",
        .gender: "F", .occupation: "Student",
    ]

    /// What is stored of the record, column for column: pseudonyms computed with Python's `hmac` from the definition.
    private static let golden: [(column: String, value: ExplainedField.Value, rule: FieldRule)] = [
        ("time", .number(TestKeys.start + 3), .generalize), ("kind", .text("event"), .keep),
        ("name", .text("pageview"), .keep), ("resolution", .text("second"), .keep),
        ("visitor", .text("7feea8d4a273da4d5c079f449af29c30"), .pseudonymize),
        ("network", .text("b3daa8bae3a88327e8fe3196e56a622e"), .pseudonymize),
        ("device", .text("85ed0ba7a9602078750a584dae5d7cd9"), .pseudonymize),
        ("member", .flag(true), .generalize), ("page_view", .flag(true), .generalize),
        ("robot", .flag(false), .generalize),
        ("method", .text("GET"), .keep), ("host", .text("www.example.com"), .keep),
        ("path", .text("/Shop/item/{id}"), .generalize), ("protocol", .text("HTTP/2"), .keep),
        ("tls", .text("TLSv1.3"), .keep), ("mime", .text("text/html"), .keep), ("cache", .text("HIT"), .keep),
        ("referrer_domain", .text("google.com"), .generalize), ("referrer_kind", .text("search"), .generalize),
        ("keyword", .text("running"), .generalize), ("utm_source", .text("news"), .generalize),
        ("utm_medium", .text("e-mail"), .generalize), ("utm_campaign", .text("spring sale"), .generalize),
        ("search_words", .text("red shoes"), .generalize), ("browser", .text("Chrome"), .generalize),
        ("os", .text("Windows"), .generalize), ("device_class", .text("desktop"), .generalize),
        ("robot_name", .absent, .generalize), ("language", .text("ko"), .generalize),
        ("country", .text("GB"), .generalize), ("region", .text("GB-ENG"), .generalize),
        ("app_version", .text("3.4.1"), .generalize), ("platform", .text("Android"), .keep),
        ("terminal", .text("handheld"), .keep), ("app_status", .text("foreground"), .keep),
        ("screen", .text("/shop/item/{id}"), .generalize), ("element", .text("#buy-button"), .keep),
        ("postal_area", .text("062"), .generalize), ("age_band", .text("30-39"), .generalize),
        ("gender", .text("female"), .generalize), ("occupation", .text("student"), .generalize),
        ("address", .text("203.0.113.0/24"), .truncate),
        ("status", .number(200), .keep), ("bytes", .number(512), .generalize),
        ("duration_us", .number(1500), .generalize), ("browser_major", .number(133), .generalize),
    ]

    private static func everything() throws -> Policy {
        var options = PolicyOptions()
        options.hosts = ["www.example.com"]
        options.parameters[.searchWords] = ["q"]
        let fields = EventColumn.all.map { ($0, Policy.Field($0.rules[0])) }
        return try Policy(site: "example.org", options: options, fields: Dictionary(uniqueKeysWithValues: fields))
    }

    /// What is told of the record, with some of its texts changed.
    private static func told(_ changes: [RawBatch.Text: String] = [:]) throws -> [ExplainedField] {
        let database = try SmallDatabase()
        let gate = Gate(policy: try everything(), seed: 1, places: try PlaceDatabase.open(database.path))
        let texts = record.merging(changes) { _, changed in changed }
        let event = try GateTests.admit(texts, [.status: 200, .bytes: 512, .duration: 1500], gate: gate)
        return gate.explain(event, row: 0)
    }

    @Test("The table has all columns, and the record all fields")
    func complete() {
        #expect(Self.golden.map(\.column).sorted() == EventColumn.all.map(\.name).sorted())
        #expect(Self.record.count == RawBatch.Text.allCases.count)
    }

    @Test("Each is filled from a record that has everything, by its rule")
    func filled() throws {
        let told = try Self.told()
        #expect(told.count == Self.golden.count)
        for (column, value, rule) in Self.golden {
            let field = told.first { $0.name == column }
            #expect(field?.value == value, "\(column)")
            #expect(field?.rule == rule, "\(column)")
        }
    }

    @Test("A robot is named, and looks at no page")
    func robot() throws {
        let told = try Self.told([.agent: GateTests.robot])
        func value(_ column: String) -> ExplainedField.Value? { told.first { $0.name == column }?.value }
        #expect(value("robot_name") == .text("Googlebot"))
        #expect(value("robot") == .flag(true))
        #expect(value("page_view") == .flag(false))
        #expect(value("device_class") == .text("robot"))
    }

    @Test(
        "Country and region are those of the address, in any notation",
        arguments: [
            ("198.51.100.1", "JP", "JP-13"), ("198.51.100.200", "KR", "KR-11"), ("203.0.114.5", "FR", nil),
            ("::ffff:198.51.100.1", "JP", "JP-13"), ("[2001:db8:2::2]:443", "CH", "CH-ZH"),
            ("2001:db8:2::1", "LI", nil),
            ("192.0.2.1", nil, nil), ("host.example", nil, nil), ("", nil, nil),
        ] as [(String, String?, String?)])
    func places(_ client: String, _ country: String?, _ region: String?) throws {
        let told = try Self.told([.client: client])
        func value(_ column: String) -> ExplainedField.Value? { told.first { $0.name == column }?.value }
        #expect(value("country") == country.map { .text($0) } ?? .absent)
        #expect(value("region") == region.map { .text($0) } ?? .absent)
    }

    @Test("Without a database of places there are none")
    func noDatabase() throws {
        let event = try GateTests.admit([.client: "198.51.100.1"])
        #expect(event[.country].indices.isEmpty && event[.region].indices.isEmpty)
    }
}
