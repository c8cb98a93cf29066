import Events
import Foundation
import Intake
import Privacy
import Store
import Testing

@testable import Pipeline

@Suite("Following files when something is wrong")
struct FollowTroubleTests {
    private let folder: FollowedFolder

    init() throws {
        folder = try FollowedFolder()
    }

    @Test("A file of no known format is told once, tried again when it is twice as long, and holds up no other")
    func refused() throws {
        let noise = (0..<10).map { "nothing that anybody knows \($0)" }
        try folder.append(noise, to: "a.log")
        try folder.append(folder.lines(10), to: "b.log")
        let summary = try folder.follow(
            "a.log", "b.log",
            steps: { $0.pass(3000) },
            { _ in try folder.append(folder.lines(5), to: "b.log") },
            { _ in
                #expect(folder.reports.texts.count == 1)
                try folder.append(noise.prefix(2).map { $0 }, to: "a.log")
            },
            { $0.pass(3000) },
            { _ in
                #expect(folder.reports.texts.count == 1)
                try folder.append(folder.lines(300), to: "a.log")
            },
            { $0.pass(3000) },
            { $0.pass(3000) })
        #expect(summary.tally.accepted == 315)
        #expect(summary.tally.rejected == 12)
        #expect(folder.reports.texts.count == 1)
        #expect(folder.reports.texts.first?.contains("No format fits") == true)
        try folder.expectEachLineOnce()
    }

    @Test("At SIGHUP a refused file is tried again, with the configuration that is read again")
    func reload() throws {
        try folder.append(["noise", "noise"], to: "a.log")
        var options = Ingest.Options()
        options.reload = {
            var settings = Settings()
            settings.format = try FormatSetting("common")
            return settings
        }
        let summary = try folder.follow(
            "a.log", options: options,
            steps: { $0.pass(3000) }, { $0.send(.hangUp) },
            { _ in try folder.append(folder.lines(1), to: "a.log") })
        #expect(summary.tally.accepted == 1)
        #expect(summary.tally.rejected == 2)
        #expect(summary.inputs.first?.failure == nil)
    }

    @Test("A configuration that cannot be read is told, and the old one stays")
    func badConfiguration() throws {
        try folder.append(folder.lines(2), to: "a.log")
        var options = Ingest.Options()
        options.reload = { throw JobError(.configuration, "line 3 is wrong") }
        let summary = try folder.follow(
            "a.log", options: options,
            steps: { $0.send(.hangUp) }, { _ in try folder.append(folder.lines(2), to: "a.log") })
        #expect(summary.tally.accepted == 4)
        #expect(folder.reports.texts.count == 1)
        #expect(folder.reports.texts.first?.contains("line 3 is wrong") == true)
    }

    @Test("What cannot be read is told once, and read as soon as it can be")
    func unreadable() throws {
        try folder.append(folder.lines(2), to: "a.log")
        try folder.append("", to: "b.log")
        try FileManager.default.createDirectory(atPath: folder.path("c.log"), withIntermediateDirectories: false)
        let summary = try folder.follow(
            "a.log", "b.log/below", "c.log",
            steps: { _ in }, { _ in try folder.append(folder.lines(2), to: "a.log") },
            { _ in
                try folder.remove("c.log")
                try folder.append(folder.lines(2), to: "c.log")
            }, { _ in })
        #expect(summary.tally.accepted == 6)
        #expect(folder.reports.texts.count == 2)
        try folder.expectEachLineOnce()
    }

    @Test("A day can be closed while its log is followed; later lines of it go to the supplement")
    func closing() throws {
        try folder.append(folder.lines(30), to: "access.log")
        try folder.follow(
            "access.log", steps: { $0.pass(2000) },
            { _ in
                let summary = try folder.jobs.aggregate()
                #expect(summary.closed.map(\.rows) == [30])
                try folder.append(folder.lines(4), to: "access.log")
            }, { $0.pass(10_000) },
            { _ in
                let summary = try folder.jobs.aggregate()
                #expect(summary.closed.map(\.epoch.supplement) == [1])
            })
        try #expect(folder.rowCount == 30)
        #expect(try folder.jobs.rows(of: Epoch(day: FollowedFolder.day, supplement: 1)).count == 4)
    }

    @Test("A file that another run has read on meanwhile is read again, and nothing is counted twice")
    func otherReader() throws {
        try folder.append(folder.lines(100), to: "access.log")
        try folder.append(folder.lines(5), to: "other.log")
        let summary = try folder.follow(
            "access.log", "other.log",
            steps: { $0.pass(2000) },
            { _ in
                try folder.append(folder.lines(50), to: "access.log")
                #expect(try folder.ingest("access.log").tally.accepted == 50)
                try folder.append(folder.lines(20), to: "access.log")
                try folder.append(folder.lines(7), to: "other.log")
            },
            { $0.pass(10_000) }, { _ in }, { $0.pass(10_000) },
            { _ in try folder.append(folder.lines(3), to: "access.log") })
        #expect(summary.tally.accepted == 100 + 5 + 20 + 7 + 3)
        #expect(summary.duplicate == 50)
        try folder.expectEachLineOnce()
        #expect(folder.reports.texts == [])
    }

    @Test("Two files that always get the same lines count once")
    func twins() throws {
        let first = folder.lines(40)
        try folder.append(first, to: "a.log")
        try folder.append(first, to: "b.log")
        func both(_ count: Int) -> ScriptedWaiter.Step {
            { waiter in
                let lines = folder.lines(count)
                try folder.append(lines, to: "a.log")
                try folder.append(lines, to: "b.log")
                waiter.pass(10_000)
            }
        }
        let rest: ScriptedWaiter.Step = { $0.pass(10_000) }
        try folder.follow("*.log", steps: rest, both(10), rest, rest, both(3), rest, rest, both(30), rest, rest)
        try folder.expectEachLineOnce()
    }

    @Test("A file that begins like known content is counted when the interval is over, and only once")
    func doubt() throws {
        let known = folder.lines(30)
        try folder.append(known, to: "known")
        _ = try folder.ingest("known")
        try folder.append(known.prefix(4) + folder.lines(1), to: "access.log")
        let summary = try folder.follow(
            "access.log", steps: { $0.pass(2000) }, { _ in try #expect(folder.rowCount == 30) },
            { $0.pass(10_000) }, { $0.pass(3000) },
            { _ in
                try #expect(folder.rowCount == 35)
                try folder.append(folder.lines(20), to: "access.log")
            }, { $0.pass(10_000) }, { _ in try #expect(folder.rowCount == 55) })
        #expect(summary.tally.accepted == 25)
        #expect(summary.duplicate == 0)
    }

    @Test("A known line within new ones holds up no commit")
    func knownLine() throws {
        let known = folder.lines(30)
        try folder.append(known, to: "known")
        _ = try folder.ingest("known")
        try folder.append(folder.lines(5), to: "access.log")
        try folder.append(folder.lines(5), to: "other.log")
        let summary = try folder.follow(
            "access.log", "other.log", steps: { $0.pass(3000) },
            { _ in
                try #expect(folder.rowCount == 40)
                try folder.append(folder.lines(2) + known.prefix(2), to: "access.log")
                try folder.append(folder.lines(2), to: "other.log")
            },
            { $0.pass(10_000) }, { $0.pass(10_000) },
            { _ in
                // Two lines are too few to be taken for the known ones.
                try #expect(folder.rowCount == 46)
                try folder.append(folder.lines(10), to: "access.log")
            })
        #expect(summary.tally.accepted == 10 + 4 + 10 + 2)
        try #expect(folder.rowCount == 30 + 26)
    }

    @Test("A run that dies after a known line within new ones loses nothing")
    func deathInDoubt() throws {
        let known = folder.lines(30)
        try folder.append(known, to: "known")
        _ = try folder.ingest("known")
        try folder.append(folder.lines(5), to: "access.log")
        #expect(throws: FollowedFolder.Death.self) {
            try folder.follow(
                "access.log", steps: { $0.pass(3000) },
                { _ in try folder.append(folder.lines(2) + known.prefix(2), to: "access.log") },
                { $0.pass(10_000) }, { $0.pass(10_000) }, { _ in throw FollowedFolder.Death() })
        }
        try folder.append(folder.lines(10), to: "access.log")
        try folder.follow("access.log")
        try #expect(folder.rowCount == 30 + 19)
    }

    @Test("A file that another process is reading is told once, and read when that one has finished")
    func locked() throws {
        try folder.append(folder.lines(5), to: "a.log")
        try folder.append(folder.lines(5), to: "b.log")
        let node = try #require(try FileStatus.of(path: folder.path("a.log"))).node
        var lock = try folder.jobs.store.lockInput(node: node.inode)
        #expect(lock != nil)
        let summary = try folder.follow(
            "*.log", steps: { _ in }, { _ in },
            { _ in
                #expect(folder.reports.texts.count == 1)
                lock = nil
            }, { _ in })
        #expect(summary.tally.accepted == 10)
        #expect(folder.reports.texts.count == 1)
        try folder.expectEachLineOnce()
    }

    @Test("When a month begins, open files go on record under its key without being counted again")
    func month() throws {
        folder.clock.now = "2026-03-31T23:59:00Z"
        try folder.append(folder.lines(30), to: "access.log")
        let summary = try folder.follow(
            "access.log", steps: { $0.pass(3000) },
            { _ in
                folder.clock.now = "2026-04-01T00:00:10Z"
                try folder.append(folder.lines(5), to: "access.log")
            }, { $0.pass(10_000) }, { _ in try folder.append(folder.lines(5), to: "access.log") })
        #expect(summary.tally.accepted == 40)
        #expect(summary.duplicate == 0)
        let march = try #require(Month("2026-03"))
        try folder.jobs.keys().destroyIdentityKey(march)
        #expect(try folder.ingest("access.log").duplicate == 40)
        try folder.expectEachLineOnce()
    }

    @Test("A gzip file that is still being written is read on")
    func growingGzip() throws {
        try folder.append(folder.lines(500), to: "a.log")
        try folder.gzip("a.log")
        let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.path("a.log.gz")))
        let place = URL(fileURLWithPath: folder.path("b.gz"))
        try bytes.prefix(bytes.count / 2).write(to: place)
        let summary = try folder.follow(
            "b.gz", steps: { $0.pass(20_000) },
            { _ in
                let handle = try FileHandle(forWritingTo: place)
                try handle.seekToEnd()
                try handle.write(contentsOf: bytes.suffix(from: bytes.count / 2))
                try handle.close()
            }, { $0.pass(20_000) })
        #expect(summary.tally.accepted == 500)
        #expect(summary.inputs.first?.failure == nil)
        try folder.expectEachLineOnce()
    }

    @Test("An ingest that is interrupted commits what it has read; the next one does the rest", arguments: [1, 3, 5])
    func interrupted(_ wait: Int) throws {
        try folder.append(folder.lines(5000), to: "a.log")
        try folder.append(folder.lines(30_000), to: "b.log")
        let waiter = ScriptedWaiter(interruption: (wait, .interrupt))
        let first = try folder.ingest("a.log", "b.log", waiter: waiter)
        #expect(first.interruption == .interrupt)
        #expect(first.tally.accepted > 0)
        let second = try folder.ingest("a.log", "b.log")
        #expect(second.interruption == nil)
        #expect(second.duplicate == first.tally.accepted)
        #expect(first.tally.accepted + second.tally.accepted == 35_000)
    }
}
