import Events
import Releases
import Testing

@testable import Statistics

@Suite("Disclosure control")
struct DisclosureControlTests {
    private let control = DisclosureControl()

    /// `count` people of as many networks, each viewing `path` once.
    private func people(_ count: Int, from first: Int = 0, path: String = "/", time: Int64 = 0) -> [TestEvent] {
        (first..<first + count).map { TestEvent(visitor: $0, network: $0, time: time, path: path) }
    }

    private func table(_ name: String, _ events: [TestEvent], _ threshold: Threshold = Threshold()) -> PublishedTable? {
        control.release(TestDay.counted(events, threshold: threshold)).first { $0.name == name }
    }

    private func labels(_ name: String, _ events: [TestEvent]) -> [String] {
        table(name, events)?.rows.map(\.label) ?? []
    }

    @Test("A day of fewer than k visitors publishes nothing")
    func smallDay() {
        #expect(control.release(TestDay.counted(people(9))).isEmpty)
        #expect(!control.release(TestDay.counted(people(10))).isEmpty)
    }

    @Test("A path of one visitor never appears; the smallest other row joins it")
    func uniquePath() {
        let events = people(30, path: "/a") + people(20, path: "/b") + people(1, from: 50, path: "/secret")
        #expect(labels("pages", events) == ["/a", "other"])
        #expect(table("pages", events)?.rows.last?.values.first == .number(21))
    }

    @Test("Several small paths that stand on enough people together cost no visible row")
    func smallPaths() {
        let events = people(30, path: "/a") + people(6, from: 30, path: "/b") + people(6, from: 36, path: "/c")
        #expect(labels("pages", events) == ["/a", "other"])
        #expect(table("pages", events)?.rows.last?.values.prefix(3) == [.number(12), .number(1200), .hidden])
    }

    @Test("The same few people on several small paths are still few")
    func fewPeopleManyPaths() {
        var events = people(30, path: "/a") + people(20, path: "/b")
        for path in 0..<10 { events += people(4, from: 60, path: "/small/\(path)") }
        #expect(labels("pages", events) == ["/a", "other"])
    }

    @Test("Ten visitors of one network are one household, unless networks are switched off")
    func networks() {
        var events = people(30, path: "/a") + people(20, path: "/b")
        events += (0..<15).map { TestEvent(visitor: 100 + $0, network: 99, path: "/home") }
        events += (0..<15).map { TestEvent(visitor: 200 + $0, network: 98, path: "/home2") }
        #expect(labels("pages", events) == ["/a", "other"])
        let intranet = table("pages", events, Threshold(k: 10, networks: false))
        #expect(intranet?.rows.map(\.label) == ["/a", "/b", "/home", "/home2"])
    }

    @Test("Rows without a visitor count as nobody")
    func nobody() {
        let events = people(30, path: "/a") + (0..<50).map { TestEvent(visitor: nil, network: $0, path: "/ghost") }
        #expect(labels("pages", events) == ["other"])
        #expect(table("pages", events)?.rows.first?.values.first == .number(80))
    }

    @Test("What partitions call rare is never a row")
    func rare() {
        let events = people(30, path: "/a") + people(20, path: "/b") + people(25, path: "(rare)")
        #expect(labels("pages", events) == ["/a", "other"])
    }

    @Test("Status codes of few people stay visible without a number, at least two of them")
    func closedVocabulary() {
        var events = people(40)
        events += (0..<20).map { TestEvent(visitor: $0, network: $0, pageView: false, status: 404) }
        events += (0..<3).map { TestEvent(visitor: $0, network: $0, pageView: false, status: 500) }
        let rows = table("status_codes", events)?.rows ?? []
        #expect(rows.map(\.label) == ["200", "404", "500"])
        #expect(rows.map(\.kind) == [.value, .hidden, .hidden])
        #expect(rows.last?.values == [.hidden, .hidden, .hidden])
    }

    @Test("Three hours become a block where one of them is too small")
    func hours() {
        var events: [TestEvent] = []
        for hour in 0..<24 { events += people(hour == 4 ? 5 : 20, from: 0, time: Int64(hour) * 3600) }
        let rows = table("hours", events)?.rows ?? []
        #expect(rows.map(\.label).prefix(6) == ["00", "01", "02", "03-05", "06", "07"])
        #expect(rows.allSatisfy { $0.kind == .value })
        #expect(rows[3].values == [.number(45), .number(45), .number(4500), .number(20)])
    }

    @Test("A block that is too small is hidden, with a second one")
    func hiddenHours() {
        var events: [TestEvent] = []
        for hour in 0..<24 { events += people(hour == 4 ? 5 : hour < 9 ? 0 : 20 + hour, time: Int64(hour) * 3600) }
        let rows = table("hours", events)?.rows ?? []
        #expect(rows.map(\.label).prefix(4) == ["00-02", "03-05", "06-08", "09"])
        #expect(rows.prefix(4).map(\.kind) == [.hidden, .hidden, .hidden, .hidden])
        #expect(rows.dropFirst(4).allSatisfy { $0.kind == .value })
    }

    @Test("Hits without page views of few people hide the page views, and every table of them")
    func otherHits() {
        let quiet = people(40)
        #expect(value("page_views", quiet) == .number(40))
        let few = quiet + [TestEvent(visitor: 1, network: 1, pageView: false, path: "/x.css")]
        #expect(value("page_views", few) == .hidden)
        #expect(value("hits", few) == .number(41))
        #expect(table("pages", few) == nil)
        #expect(table("entry_pages", few) == nil)
        #expect(table("browsers", few) != nil)
    }

    @Test("Later views of few people hide the visits but not the page views")
    func laterViews() {
        let events = people(40) + [TestEvent(visitor: 1, network: 1, time: 5)]
        #expect(value("page_views", events) == .number(41))
        #expect(value("visits", events) == .hidden)
        #expect(value("bounce_rate", events) == .hidden)
        #expect(table("entry_pages", events) == nil)
    }

    @Test("A bounce rate is told only if bounces and longer visits both stand on enough people")
    func bounces() {
        let longer = (0..<40).flatMap { person in
            [
                TestEvent(visitor: person, network: person, time: 0),
                TestEvent(visitor: person, network: person, time: 60),
            ]
        }
        #expect(value("bounce_rate", longer) == .ratio(0, over: 40))
        #expect(value("visit_duration", longer) == .ratio(2400, over: 40))
        #expect(value("bounce_rate", longer + people(9, from: 50)) == .hidden)
        #expect(value("visits", longer + people(9, from: 50)) == .number(49))
        #expect(value("bounce_rate", longer + people(10, from: 50)) == .ratio(10, over: 50))
    }

    @Test("An entry page is hidden where few people saw it later in a visit")
    func entryPages() {
        var events: [TestEvent] = []
        for person in 0..<60 {
            events.append(TestEvent(visitor: person, network: person, time: 0, path: ["/a", "/b", "/c"][person % 3]))
            events.append(TestEvent(visitor: person, network: person, time: 10, path: person < 5 ? "/a" : "/z"))
        }
        #expect(labels("pages", events) == ["/z", "/a", "/b", "/c"])
        // /a was seen later by five people. With /b and then /c joined to it, the later views of what is hidden are
        // still those five people's; so all entries are hidden together: a total that stands on everybody.
        #expect(labels("entry_pages", events) == ["other"])
        #expect(table("entry_pages", events)?.rows.first?.values.first == .number(60))
    }

    @Test("How long a page is looked at is told where nobody leaves from it and all steps from it are told")
    func passages() {
        let walks = Attack.walks(30, from: 0)
        let events = walks + people(30, from: 50, path: "/a") + people(3, from: 100, path: "/b")
        let tables = control.release(TestDay.counted(events))
        for step in 0..<3 { #expect(tables.number("viewing_times", "/walk/\(step)") == 30) }
    }

    @Test("Visitors of a row are not told where only few people are not in it")
    func complement() {
        let events = people(30, path: "/a") + people(26, path: "/b") + people(12, path: "/c")
        let rows = table("pages", events)?.rows ?? []
        #expect(rows.map { $0.values[2] } == [.number(30), .hidden, .number(12)])
    }

    @Test("Declared robots need no k; robots without a name do, and people are never among them")
    func robots() {
        var events = people(20)
        events.append(TestEvent(visitor: 90, network: 90, pageView: false, robot: true, robotName: "Googlebot"))
        events.append(TestEvent(visitor: 91, network: 91, pageView: false, robot: true, robotName: nil))
        let robots = table("robots", events)
        #expect(robots?.rows.map(\.label) == ["Googlebot"])
        #expect(robots?.hidesRows == true)
        #expect(value("hits", events) == .number(20))
    }

    @Test("k is never below three")
    func leastK() {
        #expect(Threshold(k: 1).visitors == 3)
        #expect(Threshold(k: 10).networks == 5)
        #expect(Threshold(k: 11).networks == 6)
        #expect(Threshold(k: 4).networks == 3)
        #expect(Threshold(k: 4, networks: false).networks == 0)
    }

    private func value(_ column: String, _ events: [TestEvent]) -> PublishedTable.Value? {
        guard let totals = table("totals", events), let index = totals.column(column) else { return nil }
        return totals.rows.first?.values[index]
    }
}
