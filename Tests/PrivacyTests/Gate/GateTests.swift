import Events
import Intake
import Testing

@testable import Privacy

@Suite("The gate")
struct GateTests {
    static let policy = Policy.standard(site: "example.org", hosts: ["www.example.com"], searchParameter: "q")
    static let gate = Gate(policy: policy, seed: 3)
    static let browser =
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/133.0.0.0 Safari/537.36"
    static let robot = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"

    static func admit(_ rows: [RawRow], gate: Gate = gate) -> [EventBatch] {
        gate.admit(RawBatch(rows)) { second throws(Never) in TestKeys.keys(of: second, policy: gate.policy) }
    }

    static func admit(
        _ texts: [RawBatch.Text: String], _ numbers: [RawBatch.Number: Int64] = [:], gate: Gate = gate
    ) throws -> EventBatch {
        try #require(admit([RawRow(time: TestKeys.start * 1000 + 3999, texts, numbers)], gate: gate).first)
    }

    @Test("Nothing of a row that was removed before the gate is in an event, not even unused", arguments: [0, 1, 2])
    func removedRows(_ place: Int) throws {
        let secret: [RawBatch.Text: String] = [
            .client: "198.51.100.77", .user: "kim", .target: "/rosegarden", .agent: Self.robot, .host: "rose.example",
            .referrer: "https://tulip.example/", .age: "93", .event: "bloom",
        ]
        let plain: [RawBatch.Text: String] = [
            .client: "203.0.113.9", .target: "/a", .agent: Self.browser, .host: "www.example.com",
            .referrer: "https://www.example.org/", .age: "30", .user: "ann", .event: "e",
        ]
        var rows = [RawRow(plain), RawRow(plain)]
        let wanted = try #require(Self.admit(rows).first)
        rows.insert(RawRow(secret), at: place)
        var batch = RawBatch(rows)
        batch.removeRows(from: 0, where: rows.indices.map { $0 == place })
        let event = try #require(
            Self.gate.admit(batch) { second throws(Never) in TestKeys.keys(of: second, policy: Self.policy) }.first)
        #expect(event.rowCount == 2)
        for field in EventField.Text.allCases {
            let values = (0..<event[field].dictionary.count).map { event[field].dictionary.text($0) }
            #expect(values == (0..<wanted[field].dictionary.count).map { wanted[field].dictionary.text($0) })
        }
        for field in EventField.Identity.allCases {
            #expect(Set(event[field].dictionary) == Set(wanted[field].dictionary))
        }
    }

    @Test("A line of an access log becomes an event with every column in its place")
    func whole() throws {
        let event = try Self.admit(
            [
                .client: "203.0.113.9", .user: "alice", .method: "GET",
                .target: "/article/2024?utm_source=News&q=Shoes&id=77",
                .protocol: "HTTP/2.0", .referrer: "https://www.google.com/search?q=running", .agent: Self.browser,
                .host: "WWW.example.com:443",
            ], [.status: 200, .bytes: 512, .duration: 1500])
        #expect(event.epoch == Epoch(day: TestKeys.day))
        #expect(event.time == [TestKeys.start + 3])
        #expect(event.text(.kind) == "request")
        #expect(event.text(.resolution) == "second")
        #expect(event.text(.method) == "GET")
        #expect(event.text(.host) == "www.example.com")
        #expect(event.text(.path) == "/article/2024")
        #expect(event.text(.protocol) == "HTTP/2")
        #expect(event.text(.utmSource) == "news")
        #expect(event.text(.utmMedium) == nil)
        #expect(event.text(.searchWords) == "shoes")
        #expect(event.text(.referrerDomain) == "google.com")
        #expect(event.text(.referrerKind) == "search")
        #expect(event.text(.keyword) == "running")
        #expect(event.text(.browser) == "Chrome")
        #expect(event.text(.os) == "Windows")
        #expect(event.text(.deviceClass) == "desktop")
        #expect(event.text(.robotName) == nil)
        #expect(event.number(.browserMajor) == 133)
        #expect(event.number(.status) == 200)
        #expect(event.number(.bytes) == 512)
        #expect(event.number(.duration) == 1500)
        #expect(event.flag(.member))
        #expect(event.flag(.pageView))
        #expect(!event.flag(.robot))
        #expect(event.pseudonym(.visitor) != nil)
        #expect(event.pseudonym(.network) != nil)
        #expect(event.pseudonym(.device) == nil)
    }

    @Test("A record of which nothing but the time is known becomes an event")
    func bare() throws {
        let event = try Self.admit([:])
        #expect(event.rowCount == 1)
        #expect(event.text(.kind) == "request")
        #expect(event.text(.path) == nil)
        #expect(event.pseudonym(.visitor) == nil)
        #expect(!event.flag(.pageView) && !event.flag(.member) && !event.flag(.robot))
    }

    private static let requests: [(method: String?, target: String?, status: Int64?, agent: String, isPageView: Bool)] =
        [
            ("GET", "/", 200, browser, true), ("POST", "/form", 200, browser, true), ("GET", "/", 299, browser, true),
            ("GET", "/", 304, browser, true), ("GET", "/", 199, browser, false), ("GET", "/", 300, browser, false),
            ("GET", "/", 301, browser, false), ("GET", "/", 404, browser, false), ("GET", "/", 500, browser, false),
            ("HEAD", "/", 200, browser, false), ("get", "/", 200, browser, false),
            ("GET", "/a.css", 200, browser, false),
            ("GET", "/a.css?v=1", 200, browser, false), ("GET", "/a.pdf", 200, browser, true),
            ("GET", "/", 200, robot, false), (nil, "/", 200, browser, false), ("GET", nil, 200, browser, false),
            ("GET", "/", nil, browser, false),
        ]

    @Test(
        "A page view is a successful GET or POST of something that is not an asset, not by a robot",
        arguments: requests.indices)
    func pageViews(_ number: Int) throws {
        let (method, target, status, agent, isPageView) = Self.requests[number]
        var texts: [RawBatch.Text: String] = [.agent: agent]
        texts[.method] = method
        texts[.target] = target
        let event = try Self.admit(texts, status.map { [.status: $0] } ?? [:])
        #expect(event.flag(.pageView) == isPageView)
        #expect(event.flag(.robot) == (agent == Self.robot))
    }

    @Test("Numbers that cannot be are absent")
    func numbers() throws {
        let event = try Self.admit([:], [.status: 99, .bytes: -1, .duration: -5])
        #expect(event.number(.status) == nil && event.number(.bytes) == nil && event.number(.duration) == nil)
        #expect(try Self.admit([:], [.status: 1000]).number(.status) == nil)
        #expect(try Self.admit([:], [.bytes: .max]).number(.bytes) == .max)
    }

    @Test("Times are rounded down to the second, also before 1970 and at the ends of the scale")
    func times() throws {
        for (milliseconds, second) in [(-1, -1), (-1000, -1), (-1001, -2), (999, 0), (1000, 1)] as [(Int64, Int64)] {
            #expect(try #require(Self.admit([RawRow(time: milliseconds, [:])]).first).time == [second])
        }
    }

    @Test("Rows go to their days in input order, and each day holds only its own values and pseudonyms")
    func days() throws {
        let second = TestKeys.start * 1000
        let day: Int64 = 86_400_000
        let rows = [(0, "a"), (2, "b"), (1, "a"), (0, "c"), (2, "a"), (0, "a"), (-1, "d")].map {
            (offset: Int64, path: String) in
            RawRow(
                time: second + offset * day,
                [.target: "/" + path, .client: "203.0.113.9", .agent: path, .method: "GET"],
                [.status: 200, .bytes: offset + 10])
        }
        let batches = Self.admit(rows)
        #expect(batches.map(\.epoch.day) == [0, 2, 1, -1].map { TestKeys.day.advanced(by: $0) })
        let paths = batches.map { batch in (0..<batch.rowCount).map { batch.text(.path, $0) } }
        #expect(paths == [["/a", "/c", "/a"], ["/b", "/a"], ["/a"], ["/d"]])
        #expect(batches.map { $0[.path].dictionary.count } == [2, 2, 1, 1])
        #expect(batches.map { $0[.visitor].dictionary.count } == [2, 2, 1, 1])
        #expect(batches.map { $0[.network].dictionary.count } == [1, 1, 1, 1])
        #expect(batches.map { $0[.bytes].values } == [[10, 10, 10], [12, 12], [11], [9]])
        #expect(batches.map { $0[.pageView].count } == [3, 2, 1, 1])
        let visitors = batches.flatMap { $0[.visitor].dictionary }
        #expect(Set(visitors).count == visitors.count)
        // The same record alone has the same event.
        let alone = try #require(Self.admit([rows[2]]).first)
        #expect(alone.pseudonym(.visitor) == batches[2].pseudonym(.visitor))
    }

    @Test("The keys of a day are asked for once")
    func asked() {
        let second = TestKeys.start * 1000
        let rows = (0..<100).map { RawRow(time: second + Int64($0 * 37 % 5) * 86_400_000, [:]) }
        var asked: [Int64] = []
        let batches = Self.gate.admit(RawBatch(rows)) { (instant) throws(Never) in
            asked.append(instant)
            return TestKeys.keys(of: instant, policy: Self.policy)
        }
        #expect(asked.count == 5)
        #expect(batches.reduce(0) { $0 + $1.rowCount } == 100)
    }

    @Test("An error of the key directory ends the batch")
    func failure() {
        #expect(throws: KeyDirectoryError.missing(path: "/k")) {
            try Self.gate.admit(RawBatch([RawRow([:])])) { _ throws(KeyDirectoryError) in throw .missing(path: "/k") }
        }
    }

    @Test("An empty batch gives no events")
    func empty() {
        #expect(Self.admit([]).isEmpty)
    }

    @Test("Values that become the same are one entry of the dictionary")
    func distinct() throws {
        let rows = ["/user/12345", "/user/67890", "/user/23456?x=1"].map { RawRow([.target: $0]) }
        let event = try #require(Self.admit(rows).first)
        #expect(event[.path].dictionary.count == 1)
        #expect(event[.path].indices == [0, 0, 0])
        #expect(event.text(.path) == "/user/{id}")
    }
}
