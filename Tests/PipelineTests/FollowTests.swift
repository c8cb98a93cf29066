import Events
import Intake
import Testing

@testable import Pipeline

@Suite("Following files")
struct FollowTests {
    private let folder: FollowedFolder

    init() throws {
        folder = try FollowedFolder()
    }

    @Test("What is appended is read, committed when the interval is over, and the rest at the end")
    func growth() throws {
        try folder.append(folder.lines(5), to: "access.log")
        let summary = try folder.follow(
            "access.log",
            steps: { _ in
                #expect(try folder.rowCount == 0)
                try folder.append(folder.lines(3), to: "access.log")
            },
            { $0.pass(2000) },
            { waiter in
                #expect(try folder.rowCount == 8)
                try folder.append(folder.lines(4), to: "access.log")
                waiter.pass(9000)
            },
            { _ in try #expect(folder.rowCount == 8) },
            { $0.pass(10_000) },
            { _ in
                #expect(try folder.rowCount == 12)
                try folder.append(folder.lines(2), to: "access.log")
            },
            { _ in try #expect(folder.rowCount == 12) })
        #expect(summary.tally.accepted == 14)
        #expect(summary.duplicate == 0)
        #expect(summary.inputs.count == 1)
        try folder.expectEachLineOnce()
        #expect(folder.reports.texts == [])
    }

    @Test("After a restart nothing is counted twice and nothing is missing")
    func restart() throws {
        try folder.append(folder.lines(50), to: "access.log")
        try folder.follow("access.log")
        try folder.append(folder.lines(20), to: "access.log")
        let summary = try folder.follow(
            "access.log", steps: { _ in try folder.append(folder.lines(5), to: "access.log") })
        #expect(summary.tally.accepted == 25)
        #expect(summary.duplicate == 50)
        try folder.expectEachLineOnce()
    }

    @Test("A renamed file is read on while its writer holds it, next to the new one")
    func rename() throws {
        try folder.append(folder.lines(20), to: "access.log")
        let summary = try folder.follow(
            "access.log",
            steps: { _ in
                try folder.append(folder.lines(3), to: "access.log")
                try folder.rename("access.log", to: "access.log.1")
            },
            { _ in try folder.append(folder.lines(2), to: "access.log.1") },
            { _ in try folder.append(folder.lines(4), to: "access.log") },
            { _ in
                try folder.append(folder.lines(2), to: "access.log.1")
                try folder.append(folder.lines(2), to: "access.log")
            },
            { $0.pass(200_000) },
            { waiter in
                try folder.append(folder.lines(1), to: "access.log.1")
                waiter.pass(200_000)
            },
            { $0.pass(400_000) },
            { _ in try folder.append(folder.lines(6), to: "access.log") })
        #expect(summary.duplicate == 0)
        #expect(summary.inputs.count == 1)
        try folder.expectEachLineOnce()
        #expect(folder.reports.texts == [])
    }

    @Test("A file that has been let go is not read on; another rotation lets the one before the last go")
    func letGo() throws {
        try folder.append(folder.lines(10), to: "access.log")
        let summary = try folder.follow(
            "access.log",
            steps: { _ in
                try folder.rename("access.log", to: "access.log.1")
                try folder.append(folder.lines(10), to: "access.log")
            },
            { _ in
                try folder.rename("access.log.1", to: "access.log.2")
                try folder.rename("access.log", to: "access.log.1")
                try folder.append(folder.lines(10), to: "access.log")
            },
            { _ in try folder.append(folder.lines(5), to: "access.log.1") },
            { _ in try folder.append(["198.51.100.7 - - [too late]"], to: "access.log.2") },
            { _ in })
        #expect(summary.tally.accepted == 35)
        #expect(summary.tally.rejected == 0)
        try folder.expectEachLineOnce()
    }

    @Test("A file that is copied away and truncated is new content from its beginning")
    func copyTruncate() throws {
        try folder.append(folder.lines(20), to: "access.log")
        let summary = try folder.follow(
            "access.log",
            steps: { _ in
                try folder.append(folder.lines(3), to: "access.log")
            },
            { _ in
                try folder.copy("access.log", to: "access.log.1")
                try folder.truncate("access.log")
                try folder.append(folder.lines(2), to: "access.log")
            },
            { _ in try folder.append(folder.lines(4), to: "access.log") },
            { _ in
                // Beyond the size that was read, before anybody looks.
                try folder.truncate("access.log")
                try folder.append(folder.lines(60), to: "access.log")
            },
            { _ in try folder.append(folder.lines(1), to: "access.log") })
        #expect(summary.duplicate == 0)
        #expect(summary.tally.rejected == 0)
        try folder.expectEachLineOnce()
    }

    @Test("Where the copy is followed too, what was cut off before it was read is not lost")
    func copyTruncateGlob() throws {
        try folder.append(folder.lines(20), to: "access.log")
        let summary = try folder.follow(
            "access.log*",
            steps: { _ in
                try folder.append(folder.lines(3), to: "access.log")
            },
            { _ in
                try folder.append(folder.lines(7), to: "access.log")
                try folder.copy("access.log", to: "access.log.1")
                try folder.truncate("access.log")
                try folder.append(folder.lines(2), to: "access.log")
            },
            { _ in try folder.append(folder.lines(2), to: "access.log") })
        #expect(summary.tally.accepted == 34)
        #expect(summary.duplicate == 23)
        try folder.expectEachLineOnce()
    }

    @Test("A file of the same size with other content is new content")
    func rewritten() throws {
        try folder.append(folder.lines(20), to: "access.log")
        let summary = try folder.follow(
            "access.log",
            steps: { _ in
                let size = try folder.size("access.log")
                try folder.truncate("access.log")
                try folder.append(folder.lines(20), to: "access.log")
                #expect(try folder.size("access.log") == size)
            })
        #expect(summary.tally.accepted == 40)
        try folder.expectEachLineOnce()
    }

    @Test("A file that vanishes and returns goes on where it was")
    func vanish() throws {
        try folder.append(folder.lines(20), to: "access.log")
        let summary = try folder.follow(
            "access.log",
            steps: { _ in try folder.rename("access.log", to: "elsewhere") },
            { _ in try folder.append(folder.lines(3), to: "elsewhere") },
            { $0.pass(1_000_000) },
            { _ in try folder.rename("elsewhere", to: "access.log") },
            { _ in try folder.append(folder.lines(3), to: "access.log") },
            { _ in try folder.remove("access.log") },
            { $0.pass(1_000_000) },
            { _ in },
            { _ in try folder.append(folder.lines(3), to: "access.log") })
        #expect(summary.tally.accepted == 29)
        #expect(summary.duplicate == 0)
        try folder.expectEachLineOnce()
        #expect(folder.reports.texts == [])
    }

    @Test("A file that does not exist yet is waited for, and said so once")
    func notYet() throws {
        let summary = try folder.follow(
            "access.log", steps: { _ in }, { _ in }, { _ in try folder.append(folder.lines(3), to: "access.log") })
        #expect(summary.tally.accepted == 3)
        #expect(folder.reports.texts.count == 1)
        #expect(folder.reports.texts.first?.contains("does not exist yet") == true)
    }

    @Test("A glob takes in new files; rotated copies under it are known, plain or compressed")
    func globs() throws {
        try folder.append(folder.lines(20), to: "a.log")
        try folder.append(folder.lines(20), to: "b.log")
        let summary = try folder.follow(
            "*.log*",
            steps: { _ in
                try folder.append(folder.lines(10), to: "c.log")
                try folder.rename("a.log", to: "a.log.1")
                try folder.append(folder.lines(10), to: "a.log")
            },
            { _ in
                try folder.append(folder.lines(2), to: "a.log.1")
                try folder.copy("b.log", to: "b.log.1")
            },
            { _ in try folder.gzip("a.log.1") },
            { _ in try folder.rename("a.log.1.gz", to: "a.log.2.gz") },
            { _ in try folder.append(folder.lines(5), to: "b.log") })
        #expect(summary.tally.accepted == 67)
        #expect(summary.duplicate == 20 + 22)
        try folder.expectEachLineOnce()
        #expect(folder.reports.texts == [])
    }

    @Test("Half lines wait for their other half")
    func halfLines() throws {
        let lines = folder.lines(3).map { $0 + "\n" }
        let half = lines[1].count / 2
        let summary = try folder.follow(
            "access.log",
            steps: { _ in try folder.append(lines[0] + lines[1].prefix(half), to: "access.log") },
            { $0.pass(60_000) },
            { _ in
                #expect(try folder.rowCount == 1)
                try folder.append(String(lines[1].dropFirst(half).dropLast()), to: "access.log")
            },
            { $0.pass(60_000) },
            { _ in
                #expect(try folder.rowCount == 1)
                try folder.append("\n" + lines[2], to: "access.log")
            })
        #expect(summary.tally.accepted == 3)
        #expect(summary.tally.rejected == 0)
        #expect(summary.inputs.first?.pendingBytes == 0)
        try folder.expectEachLineOnce()
    }

    @Test("At the end an unterminated last line counts if it is whole, and its line end does not count again later")
    func lastLine() throws {
        let lines = folder.lines(3)
        try folder.append(lines[0] + "\n" + lines[1], to: "access.log")
        #expect(try folder.follow("access.log").tally.accepted == 2)
        try folder.append("\n" + lines[2].prefix(30), to: "access.log")
        let second = try folder.follow("access.log")
        #expect(second.tally.accepted == 0)
        #expect(second.inputs.first?.pendingBytes == 30)
        try folder.append(lines[2].dropFirst(30) + "\n", to: "access.log")
        #expect(try folder.follow("access.log").tally.accepted == 1)
        try folder.expectEachLineOnce()
    }
}
