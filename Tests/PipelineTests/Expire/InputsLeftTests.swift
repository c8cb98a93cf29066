import Events
import Foundation
import TestSupport
import Testing

@testable import Pipeline
@testable import Store

@Suite("Input files that outlive their day")
struct InputsLeftTests {
    private static let day = Day("2026-03-08") ?? Day(number: 0)
    private let jobs: SealedJobs
    private let path: String

    init() throws {
        jobs = try SealedJobs()
        path = jobs.path + "/access.log"
    }

    /// Appends lines of a day to the log, as a server does, and reads it.
    private func serve(_ day: Day) throws {
        let text = TemporaryJobs.log(day, visitors: 0..<2).map { $0 + "\n" }.joined()
        let before = FileManager.default.contents(atPath: path) ?? Data()
        try (before + Data(text.utf8)).write(to: URL(fileURLWithPath: path))
        let environment = jobs.environment(at: "\(day)T23:00Z")
        _ = try Ingest(options: Ingest.Options(), environment: environment).run([Ingest.Input(path)])
    }

    private func move(_ name: String, to other: String) throws {
        try FileManager.default.moveItem(atPath: "\(jobs.path)/\(name)", toPath: "\(jobs.path)/\(other)")
    }

    private func left(at now: String = "2026-06-09T04:00Z") throws -> [String] {
        let environment = jobs.environment(at: now)
        var inputs = InputsLeft(store: try jobs.store, environment: environment, calendar: .utc)
        return try inputs.paths(of: Self.day).map { String($0.dropFirst(jobs.path.count + 1)) }
    }

    @Test("A file is remembered with the days of its lines, and a pipe is not")
    func remembered() throws {
        try serve(Self.day)
        try serve(Self.day.advanced(by: 1))
        #expect(try jobs.store.catalog.inputDays() == [Self.day, Self.day.advanced(by: 1)])
        #expect(try jobs.store.catalog.inputFiles(of: Self.day) == [try #require(FilePlace.absolute(path))])
        #expect(try left() == ["access.log"])
    }

    @Test("Whatever rotation calls it, it is found as long as it is there, and no longer")
    func rotated() throws {
        try serve(Self.day)
        try move("access.log", to: "access.log.1")
        try serve(Self.day.advanced(by: 1))
        #expect(try left() == ["access.log.1"])
        try move("access.log.1", to: "access.log-20260309")
        #expect(try left() == ["access.log-20260309"])
        try FileManager.default.removeItem(atPath: jobs.path + "/access.log-20260309")
        #expect(try left() == [])
    }

    @Test("A file that was last written to before the day began cannot hold lines of it")
    func older() throws {
        try serve(Self.day)
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: TimeInterval(Self.day.number) * 86_400 - 1)],
            ofItemAtPath: path)
        #expect(try left() == [])
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: TimeInterval(Self.day.number) * 86_400)],
            ofItemAtPath: path)
        #expect(try left() == ["access.log"])
    }

    @Test("An expiry names them, the certificate too, and forgets them when they are gone")
    func expiry() throws {
        try serve(Self.day)
        try jobs.store.catalog.recordTime(InstantText.milliseconds("2026-06-08T04:00Z") ?? 0)
        let place = try #require(FilePlace.absolute(path))
        let summary = try jobs.aggregate(at: "2026-06-09T04:00Z")
        #expect(summary.inputsLeft.map(\.day) == [Self.day])
        #expect(summary.inputsLeft.map(\.paths) == [[place]])
        let environment = jobs.environment(at: "2026-06-09T04:00Z")
        let raw = try #require(
            try Certificates(environment: environment).list().entries.first { $0.name.hasSuffix("raw.json") })
        #expect(raw.certificate?.certificate.inputsLeft == [place])
        #expect(try jobs.aggregate(at: "2026-06-10T04:00Z").inputsLeft.map(\.paths) == [[place]])
        try FileManager.default.removeItem(atPath: path)
        #expect(try jobs.aggregate(at: "2026-06-11T04:00Z").inputsLeft.isEmpty)
        #expect(try jobs.store.catalog.inputDays() == [])
    }
}
