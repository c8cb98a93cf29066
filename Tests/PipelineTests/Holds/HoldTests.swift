import Events
import Foundation
import Intake
import Privacy
import TestSupport
import Testing

@testable import Pipeline
@testable import Store

@Suite("Holds")
struct HoldTests {
    private static let day = Day("2026-03-08") ?? Day(number: 0)
    private static let next = day.advanced(by: 1)
    private static let now = "2026-03-10T04:00Z"
    private let jobs: SealedJobs
    private let lines: [String]

    init() throws {
        jobs = try SealedJobs()
        lines = TemporaryJobs.log(Self.day, visitors: 0..<6, pages: ["/", "/login", "/a"])
        try jobs.ingest(lines + ["no line of a log"], at: "2026-03-08T23:00Z")
        try jobs.ingest(TemporaryJobs.log(Self.next, visitors: 3..<5, pages: ["/b"]), at: "2026-03-09T23:00Z")
    }

    private func text(_ lines: [String]) -> String { lines.map { $0 + "\n" }.joined() }

    @Test("Exactly the records that match are held, as they came")
    func matching() throws {
        let outcome = try jobs.hold(.misuse, Self.day...Self.next, "path=/login client=198.51.2.0/24", at: Self.now)
        #expect(outcome.hold.state == .active)
        #expect(outcome.parts.map(\.state) == [.kept, .empty])
        #expect(outcome.parts.map(\.lines) == [1, 0])
        #expect(outcome.parts[0].until == Day("2026-09-08"))
        #expect(
            try jobs.records(ofHold: 1, at: Self.now)
                == text(lines.filter { $0.hasPrefix("198.51.2.") && $0.contains("/login") }))
        #expect(try jobs.lines(of: Self.day) == text(lines))
        #expect(try jobs.keys.pairList().contains(.hold(1, Self.day)))
        #expect(try !jobs.keys.pairList().contains(.hold(1, Self.next)))
    }

    @Test("A hold of everything is of all records of all days, and each hold has keys of its own")
    func everything() throws {
        try jobs.hold(.illegal, Self.day...Self.next, at: Self.now)
        try jobs.hold(.order, Self.day...Self.day, until: Day("2030-01-01"), at: Self.now)
        #expect(try jobs.records(ofHold: 1, Self.day, at: Self.now) == text(lines))
        #expect(try jobs.records(ofHold: 2, at: Self.now) == text(lines))
        _ = try jobs.holds(at: Self.now).release(1, showing: jobs.officer)
        #expect(try jobs.records(ofHold: 1, at: Self.now) == nil)
        #expect(try jobs.records(ofHold: 2, at: Self.now) == text(lines))
        #expect(try jobs.keys.pairList().filter { $0.description.hasPrefix("hold") } == [.hold(2, Self.day)])
    }

    @Test("Held records can be parsed again when their day is gone")
    func parsing() throws {
        try jobs.hold(.misuse, Self.day...Self.day, "path=/a", at: Self.now)
        let environment = jobs.environment(at: "2026-06-09T04:00Z")
        _ = try jobs.aggregate(at: "2026-04-15T04:00Z")
        _ = try jobs.aggregate(at: "2026-05-20T04:00Z")
        _ = try jobs.aggregate(at: "2026-06-09T04:00Z")
        #expect(try jobs.lines(of: Self.day) == nil)
        let reading = VaultReading(environment: environment, store: try jobs.store, directory: try jobs.keys)
        guard let half = try jobs.keys.privateHalf(of: .hold(1, Self.day), showing: jobs.officer) else {
            Issue.record("The pair of the hold is gone.")
            return
        }
        var paths: [String] = []
        var summary = VaultReadingSummary()
        for source in try jobs.store.sealedSources(to: .hold(1, Self.day)) {
            _ = try reading.read(source, half, &summary) { frame, _ in
                try reading.parse(frame) { batch, row, _ in
                    paths.append(RawRecord(batch, row: row)[.target] ?? "")
                    return true
                }
            }
        }
        #expect(paths == Array(repeating: "/a", count: 6))
        #expect(summary.unparsable == 0)
    }

    @Test(
        "Lines that are locked are taken up by an order and by nothing else, and it is told how many are left out",
        arguments: [RetentionClass.misuse, .illegal, .order], ["", "path=/login"])
    func locked(kind: RetentionClass, filter: String) throws {
        let tagger = try jobs.environment(at: Self.now).subjectTagger(jobs.store, jobs.keys)
        let tags = tagger.tags(of: SubjectIdentifier(.address, Array("198.51.2.7".utf8)))
        try jobs.store.catalog.object(request: 9, tags.map { ($0, nil) }, isRetroactive: true)
        let outcome = try jobs.hold(
            kind, Self.day...Self.day, until: kind == .order ? Day("2030-01-01") : nil, filter, at: Self.now)
        let matching = lines.filter { filter.isEmpty || $0.contains("/login") }
        let held = matching.filter { kind == .order || !$0.hasPrefix("198.51.2.") }
        #expect(try jobs.records(ofHold: 1, at: Self.now) == text(held))
        #expect(outcome.restricted == matching.count - held.count)
        #expect(outcome.hold.lines == held.count)
    }

    @Test("What an active hold has is not copied again, unless more has come since or something else is asked for")
    func again() throws {
        let days = Self.day...Self.next
        #expect(try !jobs.hold(.misuse, days, "path=/login", at: Self.now).isKnown)
        let again = try jobs.hold(.misuse, days, "path=/login", at: Self.now)
        #expect(again.isKnown && again.hold.number == 1 && again.hold.lines == 6)
        #expect(try jobs.store.catalog.holds().count == 1)
        #expect(try jobs.hold(.illegal, days, "path=/login", at: Self.now).hold.number == 2)
        #expect(try jobs.hold(.misuse, Self.day...Self.day, "path=/login", at: Self.now).hold.number == 3)
        #expect(try jobs.hold(.misuse, days, "path=/a", at: Self.now).hold.number == 4)
        try jobs.ingest(TemporaryJobs.log(Self.day, visitors: 7..<8, pages: ["/login"]), at: "2026-03-10T01:00Z")
        let more = try jobs.hold(.misuse, days, "path=/login", at: Self.now)
        #expect(!more.isKnown && more.hold.number == 5 && more.hold.lines == 7)
        // One that was given up has nothing any more.
        _ = try jobs.holds(at: Self.now).release(5, showing: jobs.officer)
        #expect(try jobs.hold(.misuse, days, "path=/login", at: Self.now).hold.number == 6)
    }

    @Test("A day can be held on the last day of its term, and on the next it cannot, whether or not it is destroyed")
    func lastDay() throws {
        try jobs.store.catalog.recordTime(InstantText.milliseconds("2026-06-08T03:00Z") ?? 0)
        let outcome = try jobs.hold(.misuse, Self.day...Self.day, at: "2026-06-08T23:59Z")
        #expect(outcome.hold.lines == 18)
        let error = try #require(throws: JobError.self) {
            try jobs.hold(.illegal, Self.day...Self.day, at: "2026-06-09T00:01Z")
        }
        #expect(error.kind == .missing)
        #expect(error.message.contains("2026-06-09"))
        #expect(!error.message.contains("ertificate"))
        _ = try jobs.aggregate(at: "2026-06-09T04:00Z")
        let second = try #require(throws: JobError.self) {
            try jobs.hold(.illegal, Self.day...Self.day, at: "2026-06-09T05:00Z")
        }
        #expect(second.kind == .missing)
        #expect(second.message.contains("2026-06-09") && second.message.contains("2026-03-08-raw.json"))
        #expect(try jobs.store.catalog.holds().count == 1)
        #expect(try jobs.records(ofHold: 1, at: "2026-06-09T05:00Z") == text(lines))
    }

    @Test("A day that is not over, one without lines and a term that is over are refused")
    func refusals() throws {
        let today = Day("2026-03-10") ?? Day(number: 0)
        #expect(throws: JobError.self) { try jobs.hold(.misuse, today...today, at: Self.now) }
        let old = Self.day.advanced(by: -3)
        let error = #expect(throws: JobError.self) { try jobs.hold(.misuse, old...old, at: Self.now) }
        #expect(error?.kind == .missing)
        #expect(throws: JobError.self) {
            try jobs.hold(.order, Self.day...Self.day, until: Self.next, at: Self.now)
        }
        #expect(throws: JobError.self) {
            try HoldRequest(.misuse, Self.day...Self.day, until: today, filter: .all)
        }
        #expect(throws: JobError.self) { try HoldRequest(.order, Self.day...Self.day, until: nil, filter: .all) }
        #expect(throws: JobError.self) { try HoldRequest(.raw, Self.day...Self.day, until: nil, filter: .all) }
        #expect(try jobs.store.catalog.holds().isEmpty)
        #expect(try jobs.keys.pairList() == [.day(Self.day, turn: 1), .day(Self.next, turn: 1)])
    }

    @Test("Where two have to be for it nothing is copied before the second is, who must be another one")
    func approvals() throws {
        let second = try jobs.addOfficer("berta")
        try jobs.ingest(TemporaryJobs.log(Self.day.advanced(by: -1), visitors: 0..<2), at: "2026-03-10T05:00Z")
        let day = Self.day.advanced(by: -1)
        let proposed = try jobs.hold(.misuse, day...day, at: Self.now, approvals: 2)
        #expect(proposed.hold.state == .proposed)
        #expect(try jobs.records(ofHold: 1, at: Self.now) == nil)
        #expect(try jobs.hold(.misuse, day...day, at: Self.now, approvals: 2).hold.number == 1)
        #expect(throws: JobError.self) { try jobs.holds(at: Self.now).approve(1, showing: jobs.officer) }
        let status = try Status(environment: jobs.environment(at: Self.now)).run()
        #expect(status.problems.contains { $0.kind == .holds && $0.needsPerson })
        let approved = try jobs.holds(at: Self.now).approve(1, showing: second)
        #expect(approved.hold.state == .active && approved.hold.lines == 4)
        #expect(approved.hold.approvals.map(\.officer) == ["officer", "berta"])
        #expect(throws: JobError.self) { try jobs.holds(at: Self.now).approve(1, showing: second) }
        #expect(try jobs.records(ofHold: 1, at: Self.now, showing: second)?.split(separator: "\n").count == 4)
        #expect(try !Status(environment: jobs.environment(at: Self.now)).run().problems.contains { $0.kind == .holds })
    }

    @Test("A day whose lines are due before the approval comes is missed, and all others are held")
    func missed() throws {
        let second = try jobs.addOfficer("berta")
        let days = [Self.day.advanced(by: -2), Self.day.advanced(by: -1)]
        for day in days { try jobs.ingest(TemporaryJobs.log(day, visitors: 0..<2), at: "2026-03-10T05:00Z") }
        try jobs.hold(.illegal, days[0]...days[1], at: Self.now, approvals: 2)
        // A crash has left a pair that nothing was sealed to.
        _ = try jobs.keys.pair(.hold(1, days[0]), create: true)
        for night in ["2026-04-15", "2026-05-20", "2026-06-07"] { try jobs.aggregate(at: "\(night)T04:00Z") }
        #expect(try jobs.keys.pairList().contains(.hold(1, days[0])))
        let outcome = try jobs.holds(at: "2026-06-07T05:00Z").approve(1, showing: second)
        #expect(outcome.hold.state == .active && outcome.parts.map(\.state) == [.missed, .kept])
        try jobs.aggregate(at: "2026-06-08T04:00Z")
        #expect(try jobs.keys.pairList().filter { $0.description.hasPrefix("hold") } == [.hold(1, days[1])])
    }

    @Test("A key of nobody, and of one who came after the day was sealed, holds nothing and leaves nothing")
    func wrongKeys() throws {
        let stranger = try jobs.addOfficer("eve", isKnown: false)
        let late = try jobs.addOfficer("berta")
        let request = try HoldRequest(.misuse, Self.day...Self.day, until: nil, filter: .all)
        #expect(throws: OfficerError.unknownKey) { try jobs.holds(at: Self.now).add(request, showing: stranger) }
        #expect(throws: SealError.cannotOpen) { try jobs.holds(at: Self.now).add(request, showing: late) }
        #expect(try jobs.store.catalog.holds().isEmpty)
        // Only what is sealed from now on is sealed to her too.
        try jobs.hold(.misuse, Self.day...Self.day, at: Self.now)
        #expect(try jobs.records(ofHold: 1, at: Self.now, showing: late) == text(lines))
        #expect(throws: OfficerError.unknownKey) { try jobs.records(ofHold: 1, at: Self.now, showing: stranger) }
        #expect(throws: SealError.cannotOpen) {
            try jobs.hold(.illegal, Self.day...Self.day, at: Self.now, approvals: 2)
            _ = try jobs.holds(at: Self.now).approve(2, showing: late)
        }
        #expect(try jobs.store.catalog.hold(2)?.state == .proposed)
    }

    @Test("A release asks, destroys keys and files of this hold alone, and certifies it")
    func release() throws {
        try jobs.hold(.misuse, Self.day...Self.next, at: Self.now)
        let asked = #expect(throws: JobError.self) {
            try jobs.holds(at: Self.now, answer: false).release(1, showing: jobs.officer)
        }
        #expect(asked?.kind == .usage)
        #expect(try jobs.records(ofHold: 1, Self.day, at: Self.now) == text(lines))
        let release = try jobs.holds(at: Self.now).release(1, showing: jobs.officer)
        #expect(release.outcome.hold.state == .released && release.outcome.hold.isOver)
        let record = try String(contentsOfFile: jobs.path + "/store/audit.log", encoding: .utf8)
            .split(separator: "\n").filter { $0.contains("\"hold-released\"") }
        #expect(record.count == 2 && record.allSatisfy { $0.contains("\"officer\":\"officer ") })
        #expect(throws: OfficerError.unknownKey) {
            try jobs.holds(at: Self.now).release(1, showing: jobs.addOfficer("eve", isKnown: false))
        }
        #expect(
            release.certificates == ["2026-03-08-misuse-hold-1.json", "2026-03-09-misuse-hold-1.json"])
        let list = try Certificates(environment: jobs.environment(at: Self.now)).list()
        #expect(list.isGood)
        let certificate = try #require(list.entries.first?.certificate?.certificate)
        #expect(certificate.hold == Certificate.Hold(number: 1, released: true))
        #expect(certificate.method == .cryptoErasure && certificate.kind == .misuse)
        #expect(certificate.files.map(\.lines) == [18])
        #expect(certificate.lastKept == Day("2026-09-08"))
        #expect(try jobs.lines(of: Self.day) == text(lines))
        #expect(try FileSystem.list(jobs.path + "/store/holds/misuse") == [])
        #expect(throws: JobError.self) { try jobs.holds(at: Self.now).read(1, showing: jobs.officer) { _ in true } }
        #expect(try jobs.holds(at: Self.now).release(1, showing: jobs.officer).certificates == [])
        // What it asked for stays for three years.
        #expect(try jobs.holds(at: Self.now).show(1, showing: jobs.officer).1?.filter == "")
        #expect(throws: JobError.self) { try jobs.holds(at: Self.now).release(7, showing: jobs.officer) }
    }

    @Test("Filter and reason are nowhere but sealed, and an officer sees them")
    func secrecy() throws {
        let secret = "198.51.4.7"
        let request = try HoldRequest(
            .illegal, Self.day...Self.day, until: nil, filter: LineFilter("client=\(secret)"),
            reason: "the case of Jane Roe")
        _ = try jobs.holds(at: Self.now).add(request, showing: jobs.officer)
        for file in try StoreFile.all(inStore: jobs.path + "/store") where file.isRegular {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(jobs.path)/store/\(file.name)"))
            for word in [secret, "Jane Roe"] { #expect(bytes.range(of: Data(word.utf8)) == nil, "\(file.name)") }
        }
        let contents = try jobs.holds(at: Self.now).show(1, showing: jobs.officer).1
        #expect(contents?.filter == "client=\(secret)")
        #expect(contents?.reason == "the case of Jane Roe")
        #expect(try jobs.holds(at: Self.now).show(1, showing: nil).1 == nil)
        let log = try String(contentsOfFile: jobs.path + "/store/audit.log", encoding: .utf8)
        for event in ["hold-proposed", "hold-copied", "hold-read"] { #expect(log.contains("\"\(event)\"")) }
    }

    @Test("A hold in which nothing matches keeps nothing and is over")
    func nothing() throws {
        let outcome = try jobs.hold(.misuse, Self.day...Self.day, "path=/nowhere", at: Self.now)
        #expect(outcome.hold.state == .ended && outcome.hold.lines == 0)
        #expect(throws: JobError.self) { try jobs.holds(at: Self.now).release(1, showing: jobs.officer) }
    }

    @Test("Verification opens held files, tells a damaged one, and finds identifiers in them")
    func verification() throws {
        try jobs.hold(.misuse, Self.day...Self.day, "path=/login", at: Self.now)
        let environment = jobs.environment(at: Self.now)
        let good = try StoreVerification(environment: environment).run(officerKey: jobs.officer)
        #expect(good.findings == [] && good.unopenedDays == [])
        // Two days of lines, rejects, a hold and its filter.
        #expect(good.sealedFiles == 5)
        let list = try IdentifierList(Array("198.51.3.7\n".utf8))
        let leaks = try LeakSearch(storePath: environment.storePath, identifiers: list)
            .run(openedBy: jobs.officer, in: environment)
        #expect(leaks.sealedFindings.contains { $0.file.hasPrefix("holds/misuse/date=2026-03-08/") })
        #expect(leaks.unsearched.isEmpty)
        let file = try #require(try jobs.store.catalog.sealedFiles(to: .hold(1, Self.day)).first)
        let path = "\(environment.storePath)/\(StoreLayout.relativePath(of: file.name))"
        var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        bytes[bytes.count / 2] ^= 1
        try bytes.write(to: URL(fileURLWithPath: path))
        let damaged = try StoreVerification(environment: environment).run(officerKey: jobs.officer)
        #expect(damaged.findings.map(\.file) == [StoreLayout.relativePath(of: file.name)])
        try FileManager.default.removeItem(atPath: path)
        #expect(try StoreVerification(environment: environment).run().findings.map(\.kind) == [.missing])
    }

    @Test("Evidence lists holds without what they look for")
    func evidence() throws {
        try jobs.hold(.misuse, Self.day...Self.next, "client=198.51.4.7", at: Self.now)
        _ = try Evidence(environment: jobs.environment(at: Self.now)).run(
            Self.day...Self.day, to: jobs.path + "/evidence")
        let text = try String(contentsOfFile: jobs.path + "/evidence/holds.txt", encoding: .utf8)
        #expect(text.contains("hold 1  misuse  2026-03-08 to 2026-03-09  active  4 records"))
        #expect(text.contains("  2026-03-08  3 records  kept to 2026-09-08"))
        #expect(text.contains("officer officer"))
        #expect(!text.contains("198.51") && !text.contains("2026-03-09  2"))
    }
}
