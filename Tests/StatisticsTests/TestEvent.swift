import Events
import TestSupport

@testable import Statistics

/// One row as a test writes it, before it becomes columns.
struct TestEvent {
    var visitor: Int? = 0
    var network: Int? = 0
    var time: Int64 = 0
    var pageView = true
    var robot = false
    var path: String? = "/"
    var referrer: String?
    var referrerKind: String?
    var browser: String? = "Firefox"
    var os: String? = "Linux"
    var device: String? = "desktop"
    var robotName: String?
    var status: Int64? = 200
    var bytes: Int64? = 100
    var duration: Int64?
    var browserMajor: Int64?
    var member = false
    /// All other columns of texts.
    var texts: [EventField.Text: String] = [.method: "GET"]

    var isEvent: Bool { texts[.kind] == "event" }
}

/// A day of test events.
enum TestDay {
    static let epoch = Epoch(day: Day(number: 20_000))
    static let start: Int64 = 20_000 * 86_400 - 3600
    /// A day at UTC+1.
    static let day = LocalDay(
        day: epoch.day, range: start..<start + 86_400, segments: [.init(start: start, offset: 3600)])

    /// The events as a batch of a closed epoch; times count from the start of the day.
    static func batch(_ events: [TestEvent], seed: UInt64 = 1) -> EventBatch {
        var batch = EventBatch(epoch: epoch)
        var visitors: [Int: UInt32] = [:]
        var networks: [Int: UInt32] = [:]
        func index(_ value: Int?, _ known: inout [Int: UInt32], _ column: inout PseudonymColumn) {
            guard let value else { return column.indices.append(absentIndex) }
            if known[value] == nil {
                known[value] = UInt32(column.dictionary.count)
                column.dictionary.append(Pseudonym(high: 1, low: UInt64(value)))
            }
            column.indices.append(known[value] ?? absentIndex)
        }
        for event in events {
            batch.time.append(start + event.time)
            index(event.visitor, &visitors, &batch[.visitor])
            index(event.network, &networks, &batch[.network])
            batch[.pageView].append(event.pageView)
            batch[.robot].append(event.robot)
            batch[.status].values.append(event.status ?? NumberColumn.absent)
            batch[.bytes].values.append(event.bytes ?? NumberColumn.absent)
            batch[.duration].values.append(event.duration ?? NumberColumn.absent)
            batch[.browserMajor].values.append(event.browserMajor ?? NumberColumn.absent)
            batch[.member].append(event.member)
        }
        for field in EventField.Text.allCases { batch[field] = column(events.map { $0.texts[field] }) }
        batch[.path] = column(events.map(\.path))
        batch[.referrerDomain] = column(events.map(\.referrer))
        batch[.referrerKind] = column(events.map(\.referrerKind))
        batch[.browser] = column(events.map(\.browser))
        batch[.os] = column(events.map(\.os))
        batch[.deviceClass] = column(events.map(\.device))
        batch[.robotName] = column(events.map(\.robotName))
        let visits = assignment(of: batch)
        var random = SplitMix64(seed: seed)
        let numbers = VisitNumbering(visits, randomBits: { random.next() }).numbers
        batch.visit = visits.visit.map { numbers[Int($0)] }
        batch.sequence = visits.sequence
        return batch
    }

    static func assignment(of batch: EventBatch) -> VisitAssignment {
        VisitAssignment(
            visitors: batch[.visitor].indices, visitorCount: batch[.visitor].dictionary.count, time: batch.time,
            writerRank: [], tie: [], pageView: batch[.pageView])
    }

    static func tally(_ events: [TestEvent], threshold: Threshold = Threshold()) -> Tally {
        var tally = Tally(epoch: epoch, threshold: threshold, seed: 3)
        tally.count(batch(events), day: day)
        tally.beginDetails()
        tally.countDetails(batch(events))
        return tally
    }

    static func counted(_ events: [TestEvent], threshold: Threshold = Threshold()) -> CountedEpoch {
        tally(events, threshold: threshold).counted()
    }

    /// Seeded events of about `visitors` people, some rows without a visitor, network or value.
    static func random(_ count: Int, visitors: Int, seed: UInt64) -> [TestEvent] {
        var random = SplitMix64(seed: seed)
        func skewed(_ bound: Int) -> Int {
            Int.random(in: 0...Int.random(in: 0..<bound, using: &random), using: &random)
        }
        func maybe<Value>(_ value: Value) -> Value? { Int.random(in: 0..<20, using: &random) == 0 ? nil : value }
        return (0..<count).map { _ in
            let visitor = skewed(visitors)
            let robot = Int.random(in: 0..<10, using: &random) == 0
            let isEvent = Int.random(in: 0..<8, using: &random) == 0
            let isView = !robot && !isEvent && Bool.random(using: &random)
            var event = TestEvent(
                visitor: maybe(visitor), network: maybe(visitor * 2 / 3 + Int.random(in: 0...1, using: &random)),
                time: Int64(skewed(86_400)), pageView: isView, robot: robot,
                path: maybe("/page/\(skewed(12))\(["", ".pdf", ".PNG"][skewed(3)])"),
                referrer: maybe("site\(skewed(6)).example"),
                referrerKind: maybe(["internal", "external", "search"][skewed(3)]),
                browser: maybe("Browser \(visitor % 5)"),
                os: maybe("System \(visitor % 3)"), device: maybe(["desktop", "phone", "tablet"][visitor % 3]),
                robotName: robot ? maybe(["Bot 1", "Bot 2", "Pingdom", "Zabbix"][skewed(4)]) : nil,
                status: maybe([200, 404, 301, 500][skewed(4)]), bytes: maybe(Int64(skewed(5000))),
                duration: maybe(Int64(skewed(20_000_000))), browserMajor: maybe(Int64(100 + visitor % 4)),
                member: visitor % 7 == 0)
            event.texts = [:]
            event.texts[.kind] = maybe(isEvent ? "event" : "request")
            event.texts[.method] = maybe(["GET", "POST", "HEAD"][skewed(3)])
            for field in TestDay.otherTexts { event.texts[field] = maybe("\(field.name) \(skewed(4))") }
            for field in TestDay.ofVisitors { event.texts[field] = maybe("\(field.name) \(visitor % 4)") }
            for field in TestDay.seldomTexts where Bool.random(using: &random) {
                event.texts[field] = "\(field.name) \(skewed(5))"
            }
            return event
        }
    }

    /// Visitors of their own networks, each of whom repeats one event of a random day.
    static func heavy(_ visitors: Int, times: Int, seed: UInt64) -> [TestEvent] {
        let chosen = random(40 * visitors, visitors: 40, seed: seed + 1).filter { !$0.robot }
        return chosen.prefix(visitors).enumerated().flatMap { number, event in
            (0..<times).map { time in
                var event = event
                event.visitor = 9000 + number
                event.network = 9000 + number
                event.time = Int64(time)
                return event
            }
        }
    }

    private static let otherTexts: [EventField.Text] = [
        .host, .protocol, .tls, .mime, .cache, .name, .appVersion, .platform, .appStatus,
    ]
    private static let ofVisitors: [EventField.Text] = [.terminal, .language, .country, .region, .postalArea]
    private static let seldomTexts: [EventField.Text] = [
        .keyword, .utmSource, .utmMedium, .utmCampaign, .searchWords, .screen, .element, .ageBand, .gender, .occupation,
    ]

    private static func column(_ values: [String?]) -> TextColumn {
        var interner = ByteInterner(seed: 5)
        let indices = values.map { value -> UInt32 in
            guard let value else { return absentIndex }
            let bytes = Array(value.utf8)
            return interner.intern(bytes.span)
        }
        return TextColumn(dictionary: interner.dictionary, indices: indices)
    }
}
