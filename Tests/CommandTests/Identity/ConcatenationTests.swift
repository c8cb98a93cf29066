import Testing

@Suite("Known contents are recognised one after the other")
struct ConcatenationTests {
    private static let forms: [Form] = [.file, .slowPipe, .gzip]
    private static let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]

    /// A store that knows three logs of different lengths, and the logs.
    private func knowingThree() throws -> (Workspace, [[UInt8]]) {
        let space = try Workspace()
        let logs = [(3, 21), (150, 22), (420, 23)].map { count, seed in SampleLog.lines(count, seed: UInt64(seed)).log }
        let paths = try logs.enumerated().map { try space.write($1, to: "log.\($0)") }
        try expect(space.ingest(paths), Counts(accepted: 573))
        return (space, logs)
    }

    @Test("Known files in any order are duplicate", arguments: orders, forms)
    func anyOrder(order: [Int], form: Form) throws {
        let (space, logs) = try knowingThree()
        try expect(space.ingest(order.flatMap { logs[$0] }, as: form, name: "all"), Counts(duplicate: 573))
    }

    @Test("What follows known files is new, and known from then on", arguments: forms)
    func newAtTheEnd(form: Form) throws {
        let (space, logs) = try knowingThree()
        let new = SampleLog.lines(80, seed: 24, second: 90_000)
        let all = logs[1] + logs[0] + new.log
        try expect(space.ingest(all, as: form, name: "all"), Counts(accepted: 80, duplicate: 153))
        try expect(space.ingest(new.log, as: form, name: "new"), Counts(duplicate: 80))
        try expect(space.ingest(all, as: form, name: "all"), Counts(duplicate: 233))
        try expect(space.ingest(logs[0] + new.log, as: form, name: "other"), Counts(duplicate: 83))
    }

    @Test("Growth of the last of known files counts of it alone", arguments: forms)
    func grownAtTheEnd(form: Form) throws {
        let (space, logs) = try knowingThree()
        let grown = SampleLog.lines(200, seed: 22)
        try expect(space.ingest(logs[2] + grown.log, as: form, name: "all"), Counts(accepted: 50, duplicate: 570))
        try expect(space.ingest(grown.log, as: form, name: "log.1"), Counts(duplicate: 200))
        try expect(space.ingest(logs[0] + grown.log + logs[2], as: form, name: "all"), Counts(duplicate: 623))
    }

    @Test("Contents that were new together are each known when they come back in the same order", arguments: forms)
    func newTogether(form: Form) throws {
        let space = try Workspace()
        let first = SampleLog.lines(90, seed: 25).log
        let second = SampleLog.lines(70, seed: 26).log
        try expect(space.ingest(first + second, as: form, name: "both"), Counts(accepted: 160))
        try expect(space.ingest(first, as: form, name: "first"), Counts(duplicate: 90))
        try expect(space.ingest(first + second, as: form, name: "both"), Counts(duplicate: 160))
    }

    @Test("New lines before a known file are not lost", arguments: forms)
    func newAtTheBeginning(form: Form) throws {
        let (space, logs) = try knowingThree()
        let new = SampleLog.lines(80, seed: 27, second: 90_000).log
        let counts = try space.ingest(new + logs[1], as: form, name: "all")
        #expect(counts.accepted >= 80)
        #expect(counts.read == 230)
        try expect(space.ingest(new + logs[1], as: form, name: "all"), Counts(duplicate: 230))
    }

    @Test("Files named in one run are recognised like those of several")
    func oneRun() throws {
        let space = try Workspace()
        let lines = SampleLog.lines(300, seed: 28)
        let part = try space.write(lines[..<100].log, to: "part.log")
        let whole = try space.write(lines.log, to: "whole.log")
        try expect(space.ingest([part, whole, part, whole]), Counts(accepted: 300, duplicate: 500))
    }
}
