import Testing

@Suite("Months have keys of their own, and what is still fed stays known")
struct MonthTests {
    private static let forms: [Form] = [.file, .pipe]
    private static let months = ["2026-03-20", "2026-04-01", "2026-05-31", "2026-06-02"]

    @Test("The same content month after month", arguments: forms)
    func same(form: Form) throws {
        let space = try Workspace()
        let log = SampleLog.lines(300, seed: 81).log
        try expect(space.ingest(log, as: form, now: MonthTests.months[0]), Counts(accepted: 300))
        for month in MonthTests.months.dropFirst() {
            try expect(space.ingest(log, as: form, now: month), Counts(duplicate: 300), "\(month)")
            try expect(space.ingest(log, as: form, now: month), Counts(duplicate: 300), "\(month), again")
        }
    }

    @Test("Growth in every month", arguments: forms)
    func growth(form: Form) throws {
        let space = try Workspace()
        let lines = SampleLog.lines(800, seed: 82)
        var known = 0
        for month in MonthTests.months {
            let count = known + 200
            try expect(
                space.ingest(lines[..<count].log, as: form, now: month), Counts(accepted: 200, duplicate: known),
                "\(month)")
            known = count
        }
        try expect(space.ingest(lines.log, as: form, now: "2026-07-01"), Counts(duplicate: 800))
    }

    @Test("A concatenation of contents from different months", arguments: forms)
    func concatenation(form: Form) throws {
        let space = try Workspace()
        let logs = (0..<3).map { SampleLog.lines(100 + $0, seed: UInt64(83 + $0)).log }
        for (log, month) in zip(logs, MonthTests.months) {
            _ = try space.ingest(log, as: form, now: month)
        }
        let all = logs[2] + logs[0] + logs[1]
        try expect(space.ingest(all, as: form, name: "all", now: "2026-06-02"), Counts(duplicate: 303))
        try expect(space.ingest(all, as: form, name: "all", now: "2026-07-02"), Counts(duplicate: 303))
    }

    @Test("Recognition under the new month's key does not need the old one's")
    func renewed() throws {
        let space = try Workspace()
        let log = SampleLog.lines(300, seed: 86).log
        try expect(space.ingest(log, as: .file, now: "2026-03-20"), Counts(accepted: 300))
        try expect(space.ingest(log, as: .file, now: "2026-04-20"), Counts(duplicate: 300))
        try space.remove("store-keys/identity/2026-03.key")
        try expect(space.ingest(log, as: .file, now: "2026-05-20"), Counts(duplicate: 300))
        try expect(space.ingest(log, as: .pipe, now: "2026-05-20"), Counts(duplicate: 300))
    }

    @Test("Content whose key is gone is new content")
    func gone() throws {
        let space = try Workspace()
        let log = SampleLog.lines(300, seed: 87).log
        try expect(space.ingest(log, as: .file, now: "2026-03-20"), Counts(accepted: 300))
        try space.remove("store-keys/identity/2026-03.key")
        try expect(space.ingest(log, as: .file, now: "2026-04-20"), Counts(accepted: 300))
    }

    @Test("A pipe is restarted in another month")
    func overlap() throws {
        let space = try Workspace()
        let lines = SampleLog.lines(400, seed: 88)
        try expect(space.ingest(lines[..<300].log, as: .pipe, now: "2026-03-31"), Counts(accepted: 300))
        try expect(space.ingest(lines[290...].log, as: .pipe, now: "2026-04-01"), Counts(accepted: 100, duplicate: 10))
    }
}
