import Events
import Foundation
import Intake
import Synchronization
import TestSupport
import Testing

@testable import Pipeline

@Suite("Jobs do as the settings say")
struct SettingsInUseTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func environment(_ settings: Settings, now: @escaping @Sendable () -> Int64) -> JobEnvironment {
        JobEnvironment(
            storePath: folder.path + "/store", keysPath: folder.path + "/keys", hostName: "test", settings: settings,
            now: now)
    }

    @Test("An input commits at every commit interval", arguments: [(100 as Int64, true), (3_600_000, false)])
    func commitInterval(interval: Int64, isOften: Bool) throws {
        let day = try #require(Day("2026-03-01"))
        // More than three blocks of input.
        let lines = TemporaryJobs.log(day, visitors: 0..<10_000)
        let path = folder.path + "/access.log"
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(fileURLWithPath: path))
        var settings = Settings()
        settings.commitInterval = interval
        let clock = Mutex(InstantText.milliseconds("2026-03-10") ?? 0)
        let environment = environment(settings) {
            clock.withLock { now in
                now += 50
                return now
            }
        }
        let summary = try Ingest(options: Ingest.Options(), environment: environment).run([Ingest.Input(path)])
        #expect(summary.tally.accepted == lines.count)
        #expect((summary.fileCount > 1) == isOften)
    }

    @Test("A pattern names the files that match, in order; a path names itself")
    func patterns() throws {
        for name in ["b.log", "a.log", "c.txt"] {
            try Data().write(to: URL(fileURLWithPath: "\(folder.path)/\(name)"))
        }
        #expect(Glob.paths(matching: folder.path + "/*.log") == ["/a.log", "/b.log"].map { folder.path + $0 })
        #expect(
            Glob.paths(matching: folder.path + "/[bc].???") == ["/b.log", "/c.txt"].map { folder.path + $0 })
        #expect(Glob.paths(matching: folder.path + "/*.gz") == [])
    }

    @Test("The nearest name is the one that takes the fewest changes, if they are few")
    func nearestName() {
        let names = Settings.keys.map(\.name)
        for (written, meant) in [
            ("trusted_proxy", "trusted_proxies"), ("fromat", "format"), ("time_zone", "timezone"), ("input", "inputs"),
            ("MAX-LINE-BYTES", "max_line_bytes"),
        ] {
            #expect(NearestName.of(written, among: names) == meant)
        }
        for written in ["", "x", "colour", "trusted", String(repeating: "format", count: 100_000)] {
            #expect(NearestName.of(written, among: names) == nil)
        }
    }

    @Test("Who mistypes auto is told of it, though no log has a format of that name")
    func mistypedAuto() {
        #expect(throws: FormatTextError.unknownName(nearest: "auto")) { try FormatSetting("aut") }
        #expect(throws: FormatTextError.unknownName(nearest: "combined")) { try FormatSetting("combind") }
    }
}
