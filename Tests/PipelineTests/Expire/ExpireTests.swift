import Events
import Foundation
import Privacy
import TestSupport
import Testing

@testable import Pipeline
@testable import Store

@Suite("An expiry")
struct ExpireTests {
    private let jobs: SealedJobs

    init() throws {
        jobs = try SealedJobs()
    }

    private static let day = Day("2026-03-08") ?? Day(number: 0)

    @Test("A day is readable to the end of the last day of its term, and by nobody on the next one")
    func term() throws {
        let lines = TemporaryJobs.log(Self.day, visitors: 0..<12)
        try jobs.ingest(lines, at: "2026-03-08T23:00Z")
        #expect(try jobs.lines(of: Self.day) == lines.joined(separator: "\n") + "\n")
        #expect(try jobs.aggregate(at: "2026-06-08T23:59Z").certificates == [])
        #expect(try jobs.lines(of: Self.day) == lines.joined(separator: "\n") + "\n")

        let summary = try jobs.aggregate(at: "2026-06-09T00:00Z")
        #expect(summary.destroyedDays == [Self.day])
        #expect(try jobs.lines(of: Self.day) == nil)
        #expect(try jobs.keys.dayList() == [])
        #expect(try jobs.keys.keyEncryptionNumbers() == [2])
        #expect(try jobs.store.catalog.sealedDays() == [])
        #expect(try FileSystem.kind("\(jobs.store.layout.root)/vault/date=\(Self.day)") == nil)
        #expect(try jobs.store.catalog.markedDays(isFinished: true).map(\.day) == [Self.day])
        #expect(try jobs.aggregate(at: "2026-06-09T00:10Z").certificates == [])
    }

    @Test("The certificate tells what was destroyed, and is on record")
    func certificate() throws {
        try jobs.ingest(TemporaryJobs.log(Self.day, visitors: 0..<12) + ["no line of a log"], at: "2026-03-08T23:00Z")
        let files = try [RetentionClass.raw, .rejects].flatMap { try jobs.store.catalog.sealedFiles($0, of: Self.day) }
        #expect(files.map(\.lines) == [24, 1])
        let pair = try #require(try jobs.keys.dayKey(Self.day, create: false))
        let before = try jobs.keys.digest()
        try jobs.aggregate(at: "2026-06-09T04:00Z")
        let list = try Certificates(environment: jobs.environment(at: "2026-06-09T04:00Z")).list()
        #expect(list.isGood)
        #expect(list.entries.map(\.name) == ["2026-03-08-events.json", "2026-03-08-raw.json"])
        let certificate = try #require(list.entries.last?.certificate?.certificate)
        #expect(certificate.files.map(\.sha256) == files.map { Certificate.hexadecimal($0.digest) })
        #expect(certificate.files[0].name.hasPrefix("vault/date=2026-03-08/"))
        #expect(certificate.files[1].name.hasPrefix("rejects/date=2026-03-08/"))
        #expect(certificate.lastKept == Day("2026-06-08"))
        #expect(certificate.basis == "law")
        #expect(certificate.store == (try jobs.store.catalog.value(of: .storeName)))
        #expect(
            certificate.keys
                == Certificate.Keys(
                    day: pair.publicHalf.fingerprint, keyEncryptionDestroyed: 1, keyEncryptionNow: 2))
        #expect(certificate.keyDirectory?.before == Certificate.hexadecimal(before))
        #expect(certificate.keyDirectory?.after == Certificate.hexadecimal(try jobs.keys.digest()))
        #expect(certificate.officers.map(\.name) == ["officer"])
        #expect(certificate.officers.map(\.privateHalfWaits) == [true])
        let events = try #require(list.entries.first?.certificate?.certificate)
        #expect(events.method == .deletion && events.kind == .events)
    }

    @Test("A pair that nobody can open keeps no other day from its destruction")
    func unopenable() throws {
        let later = Self.day.advanced(by: 1)
        try jobs.ingest(TemporaryJobs.log(Self.day, visitors: 0..<2), at: "2026-03-08T23:00Z")
        try jobs.ingest(TemporaryJobs.log(later, visitors: 0..<2), at: "2026-03-09T23:00Z")
        let path = try "\(jobs.keys.path)/days/\(later).key"
        var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        bytes[150] ^= 1
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        let summary = try jobs.aggregate(at: "2026-06-09T04:00Z")
        #expect(summary.destroyedDays == [Self.day])
        #expect(summary.remarks.count == 1 && summary.remarks[0].contains(path))
        #expect([UInt8](try Data(contentsOf: URL(fileURLWithPath: path))) == bytes)
        #expect(try jobs.aggregate(at: "2026-06-10T04:00Z").destroyedDays == [later])
    }

    @Test("An epoch that cannot be closed loses its key all the same, and its day its lines")
    func unclosable() throws {
        try jobs.ingest(TemporaryJobs.log(Self.day, visitors: 0..<12), at: "2026-03-08T23:00Z")
        let epoch = Epoch(day: Self.day)
        let file = try #require(try jobs.store.catalog.files(of: epoch).first)
        let path = try "\(jobs.store.layout.folder(of: Self.day))/\(file.name.final)"
        try Data([1, 2, 3]).write(to: URL(fileURLWithPath: path))
        let environment = jobs.environment(at: "2026-06-09T04:00Z")
        let summary = try Expire(environment: environment).run()
        #expect(summary.destroyedDays == [Self.day])
        #expect(summary.remarks.count == 1 && summary.remarks[0].hasPrefix("2026-03-08 could not be closed"))
        #expect(try jobs.keys.epochList() == [])
        #expect(try jobs.store.catalog.state(of: epoch) == .closing)
        #expect(try Expire(environment: environment).run().remarks == summary.remarks)
    }

    @Test("Rejects of a shorter term go before the lines of their day, and the pair stays for these")
    func rejects() throws {
        let lines = TemporaryJobs.log(Self.day, visitors: 0..<12)
        try jobs.ingest(lines + ["no line of a log"], at: "2026-03-08T23:00Z")
        #expect(try jobs.aggregate(at: "2026-03-09T04:00Z").certificates == [])
        try jobs.keep([.rejects: "none"])
        let summary = try jobs.aggregate(at: "2026-03-09T05:00Z")
        #expect(summary.certificates.map(\.name) == ["2026-03-08-rejects.json"])
        #expect(summary.certificates.map(\.method) == [.deletion])
        #expect(try jobs.store.catalog.sealedDays(.rejects) == [])
        #expect(try jobs.lines(of: Self.day) == lines.joined(separator: "\n") + "\n")
        #expect(try jobs.aggregate(at: "2026-03-10T04:00Z").certificates == [])
    }

    @Test("Where lines are not kept, rejects have their own term, and lines of before go at once")
    func noLines() throws {
        try jobs.ingest(TemporaryJobs.log(Self.day, visitors: 0..<12), at: "2026-03-08T23:00Z")
        try jobs.keep([.raw: "none", .rejects: "7 days"])
        let next = Self.day.advanced(by: 1)
        try jobs.ingest(
            TemporaryJobs.log(next, visitors: 0..<12) + ["no line of a log"], at: "2026-03-09T23:00Z")
        #expect(try jobs.aggregate(at: "2026-03-10T04:00Z").destroyedDays == [Self.day])
        #expect(try jobs.store.catalog.sealedDays() == [next])
        #expect(try jobs.aggregate(at: "2026-03-16T04:00Z").destroyedDays == [])
        #expect(try jobs.aggregate(at: "2026-03-17T04:00Z").destroyedDays == [next])
    }

    @Test("A closed shop: nothing is delayed by logs that are silent")
    func closedShop() throws {
        try jobs.ingest(TemporaryJobs.log(Self.day, visitors: 0..<12), at: "2026-03-08T23:00Z")
        try jobs.aggregate(at: "2026-05-30T04:00Z")
        for date in ["2026-05-31", "2026-06-08"] { try jobs.aggregate(at: "\(date)T04:00Z") }
        #expect(try jobs.lines(of: Self.day) != nil)
        #expect(try jobs.aggregate(at: "2026-06-09T04:00Z").destroyedDays == [Self.day])
    }

    @Test("A clock that was set back destroys nothing, and says so")
    func behind() throws {
        try jobs.ingest(TemporaryJobs.log(Self.day, visitors: 0..<12), at: "2026-03-08T23:00Z")
        try jobs.aggregate(at: "2026-06-08T12:00Z")
        try jobs.ingest(TemporaryJobs.log(Self.day.advanced(by: -3), visitors: 0..<12), at: "2026-06-01T12:00Z")
        let summary = try jobs.aggregate(at: "2026-06-08T11:00Z")
        #expect(summary.decision == .behind(by: 3_600_000))
        #expect(summary.clockRemark != nil)
        try summary.check()
        #expect(try jobs.aggregate(at: "2026-06-09T11:00Z").destroyedDays == [Self.day])
    }

    @Test("A clock 60 days ahead destroys nothing until the time is confirmed, and statistics are made all the same")
    func ahead() throws {
        try jobs.ingest(TemporaryJobs.log(Self.day, visitors: 0..<12), at: "2026-03-08T23:00Z")
        try jobs.aggregate(at: "2026-04-20T04:00Z")
        let day = try #require(Day("2026-06-18"))
        try jobs.ingest(TemporaryJobs.log(day, visitors: 0..<12), at: "2026-06-19T03:00Z")
        let summary = try Aggregate(environment: jobs.environment(at: "2026-06-19T04:00Z")).run(.due)
        #expect(summary.closed.map(\.epoch) == [Epoch(day: day)])
        #expect(summary.expiry?.decision == .ahead(by: 60 * 86_400_000))
        #expect(throws: JobError.self) { try summary.expiry?.check() }
        #expect(try jobs.lines(of: Self.day) != nil)

        // A day that is past its term by a clock that is not to be trusted is sealed all the same.
        try jobs.ingest(TemporaryJobs.log(Self.day.advanced(by: 1), visitors: 0..<2), at: "2026-06-19T05:00Z")
        #expect(try jobs.lines(of: Self.day.advanced(by: 1)) != nil)

        let refused = jobs.environment(at: "2026-06-19T04:00Z", machine: "2026-06-19T04:00Z")
        #expect(throws: JobError.self) { try Expire(environment: refused).run() }
        let confirmed = jobs.environment(at: "2026-06-19T04:00Z", machine: "2026-06-19T04:00Z", answer: true)
        #expect(try Expire(environment: confirmed).run().destroyedDays == [Self.day, Self.day.advanced(by: 1)])
        #expect(try jobs.store.catalog.recordedTime() == InstantText.milliseconds("2026-06-19T04:00Z"))
    }

    @Test("A rehearsal of the past never asks; a time by which more would go than by the machine's clock does")
    func questions() throws {
        try jobs.ingest(TemporaryJobs.log(Self.day, visitors: 0..<12), at: "2026-03-08T23:00Z")
        func run(_ now: String, machine: String, answer: Bool = false) throws -> ExpirySummary {
            try Expire(environment: jobs.environment(at: now, machine: machine, answer: answer)).run()
        }
        _ = try run("2026-03-10", machine: "2026-05-01")
        #expect(throws: JobError.self) { try run("2026-06-09", machine: "2026-05-01") }
        #expect(try jobs.lines(of: Self.day) != nil)
        #expect(try jobs.store.catalog.recordedTime() == InstantText.milliseconds("2026-03-10"))
        #expect(try run("2026-06-09", machine: "2026-11-21").destroyedDays == [Self.day])
        #expect(try run("2026-05-01", machine: "2026-11-21").decision == .behind(by: 39 * 86_400_000))
        #expect(try jobs.store.catalog.recordedTime() == InstantText.milliseconds("2026-06-09"))
        _ = try run("2026-05-01", machine: "2026-11-21", answer: true)
        #expect(try jobs.store.catalog.recordedTime() == InstantText.milliseconds("2026-05-01"))
    }

    @Test("Lines of a log that is two years old are not sealed, and their events go with the next aggregation")
    func oldLog() throws {
        let old = try #require(Day("2024-03-08"))
        let recent = try #require(Day("2025-10-01"))
        let summary = try jobs.ingest(
            TemporaryJobs.log(old, visitors: 0..<12) + TemporaryJobs.log(recent, visitors: 0..<12),
            at: "2026-03-08T23:00Z")
        #expect(summary.rowsByDay == [old: 24, recent: 24])
        #expect(try jobs.store.catalog.sealedDays() == [])
        #expect(try jobs.keys.dayList() == [])
        let expiry = try jobs.aggregate(at: "2026-03-09T04:00Z")
        #expect(expiry.coarsened.map(\.day) == [recent])
        #expect(expiry.certificates.map(\.day).sorted() == [old, recent])
        #expect(try jobs.store.catalog.closedEpochs(coarse: true) == [Epoch(day: recent)])
        #expect(try jobs.store.catalog.closedEpochs(coarse: false) == [])
        #expect(try jobs.store.catalog.releases(old...recent).map(\.epoch) == [Epoch(day: old), Epoch(day: recent)])
    }

    @Test("Known input of a month is forgotten with the month's term")
    func identity() throws {
        try jobs.ingest(TemporaryJobs.log(Self.day, visitors: 0..<12), at: "2026-03-08T23:00Z")
        #expect(try jobs.store.catalog.identityMonths() == ["2026-03"])
        for date in ["2026-04-10", "2026-05-15", "2026-06-20"] { try jobs.aggregate(at: "\(date)T04:00Z") }
        #expect(try jobs.keys.identityMonths().map(\.description) == ["2026-03"])
        #expect(try jobs.aggregate(at: "2026-07-01T04:00Z").identityMonths.map(\.description) == ["2026-03"])
        #expect(try jobs.store.catalog.identityMonths() == [])
        #expect(try jobs.keys.identityMonths() == [])
    }
}
