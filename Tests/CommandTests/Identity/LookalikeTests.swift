import Testing

@Suite("Different content is never taken for known content")
struct LookalikeTests {
    private static let forms: [Form] = [.file, .slowPipe]

    @Test("Two files that begin alike are both counted", arguments: forms, [1, 2, 40, 400])
    func beginAlike(form: Form, common: Int) throws {
        let space = try Workspace()
        var sample = SampleLog(seed: 41)
        let beginning = sample.lines(common)
        let first = (beginning + sample.lines(100)).log
        let second = (beginning + sample.lines(100)).log
        try expect(space.ingest(first, as: form, name: "a"), Counts(accepted: common + 100))
        try expect(space.ingest(second, as: form, name: "b"), Counts(accepted: common + 100))
        try expect(space.ingest(first, as: form, name: "a"), Counts(duplicate: common + 100))
        try expect(space.ingest(second, as: form, name: "b"), Counts(duplicate: common + 100))
    }

    @Test("A file that differs from a known one in its last byte only", arguments: forms, [1, 20, 900])
    func differsAtTheEnd(form: Form, count: Int) throws {
        let space = try Workspace()
        let known = SampleLog.lines(count, seed: 42)
        var changed = known
        changed[count - 1] = String(changed[count - 1].dropLast(2)) + "x\""
        try expect(space.ingest(known.log, as: form, name: "a"), Counts(accepted: count))
        try expect(space.ingest(changed.log, as: form, name: "b"), Counts(accepted: count))
    }

    @Test(
        "An older backup with new lines: what follows a known end is new, nothing is lost", arguments: forms,
        [1, 2, 5, 50])
    func backup(form: Form, new: Int) throws {
        let space = try Workspace()
        let lines = SampleLog.lines(500, seed: 43)
        let others = SampleLog.lines(new, seed: 44, second: 70_000)
        try expect(space.ingest(lines[..<300].log, as: form), Counts(accepted: 300))
        try expect(space.ingest(lines.log, as: form), Counts(accepted: 200, duplicate: 300))
        try expect(space.ingest((lines[..<300] + others).log, as: form), Counts(accepted: new, duplicate: 300))
        // Line 310 is no known end.
        try expect(space.ingest((lines[..<310] + others).log, as: form), Counts(accepted: 10 + new, duplicate: 300))
    }

    @Test(
        "A prefix of a known file with new lines that end within a block loses none of them", arguments: forms,
        [1, 2, 5, 50])
    func prefixAndNew(form: Form, new: Int) throws {
        let space = try Workspace()
        let lines = SampleLog.lines(500, seed: 45)
        let others = SampleLog.lines(new, seed: 46, second: 70_000)
        try expect(space.ingest(lines.log, as: form), Counts(accepted: 500))
        let counts = try space.ingest((lines[..<300] + others).log, as: form, name: "backup")
        #expect(counts.accepted >= new)
        #expect(counts.read == 300 + new)
    }

    @Test("After copytruncate the file is new, and the copy known", arguments: [1, 3, 100, 600])
    func copytruncate(count: Int) throws {
        let space = try Workspace()
        var sample = SampleLog(seed: 47)
        let old = sample.lines(300).log
        let new = sample.lines(count).log
        try expect(space.ingest(old, as: .file), Counts(accepted: 300))
        try expect(space.ingest(new, as: .file), Counts(accepted: count))
        try expect(space.ingest(old, as: .file, name: "access.log.1"), Counts(duplicate: 300))
        try expect(space.ingest(new, as: .file), Counts(duplicate: count))
    }

    @Test("Logs of two servers of the same hours, in any order", arguments: forms)
    func twoServers(form: Form) throws {
        let space = try Workspace()
        let first = SampleLog.lines(400, seed: 48)
        let second = SampleLog.lines(400, seed: 49)
        try expect(space.ingest(first[..<250].log, as: form, name: "one/access.log".flat), Counts(accepted: 250))
        try expect(space.ingest(second[..<100].log, as: form, name: "two/access.log".flat), Counts(accepted: 100))
        try expect(
            space.ingest(first.log, as: form, name: "one/access.log".flat), Counts(accepted: 150, duplicate: 250))
        try expect(
            space.ingest(second.log, as: form, name: "two/access.log".flat), Counts(accepted: 300, duplicate: 100))
    }

    @Test("Lines of two known logs, interleaved, are a log of their own", arguments: forms)
    func interleaved(form: Form) throws {
        let space = try Workspace()
        let first = SampleLog.lines(100, seed: 50)
        let second = SampleLog.lines(100, seed: 51)
        let both = zip(first, second).flatMap { [$0, $1] }
        try expect(space.ingest(second.log, as: form, name: "b"), Counts(accepted: 100))
        try expect(space.ingest(both.log, as: form, name: "c"), Counts(accepted: 200))
        try expect(space.ingest(first.log, as: form, name: "a"), Counts(accepted: 100))
        try expect(space.ingest(both.log, as: form, name: "c"), Counts(duplicate: 200))
    }

    @Test("A source of its own keeps the same content apart", arguments: forms)
    func sources(form: Form) throws {
        let space = try Workspace()
        let log = SampleLog.lines(120, seed: 52).log
        for source in ["a", "b"] {
            try expect(space.ingest(log, as: form, options: ["--source", source]), Counts(accepted: 120))
        }
        try expect(space.ingest(log, as: form), Counts(accepted: 120))
        for source in ["a", "b"] {
            try expect(space.ingest(log, as: form, options: ["--source", source]), Counts(duplicate: 120))
        }
    }
}

extension String {
    /// The name without folders, for a file that lies in the workspace itself.
    fileprivate var flat: String { String(map { $0 == "/" ? "-" : $0 }) }
}
