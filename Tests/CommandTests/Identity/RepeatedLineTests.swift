import Testing

@Suite("Lines that are all the same are counted by their number")
struct RepeatedLineTests {
    private static let forms: [Form] = [.file, .slowPipe]

    @Test("A log of identical lines that grows", arguments: forms)
    func growth(form: Form) throws {
        let space = try Workspace()
        let line = SampleLog.lines(1, seed: 71)[0]
        var known = 0
        for count in [1, 2, 3, 10, 64, 65, 128, 130, 1000, 1001, 5000] {
            let log = [String](repeating: line, count: count).log
            try expect(space.ingest(log, as: form), Counts(accepted: count - known, duplicate: known))
            try expect(space.ingest(log, as: form), Counts(duplicate: count))
            known = count
        }
    }

    @Test("A log that repeats itself in blocks", arguments: forms)
    func blocks(form: Form) throws {
        let space = try Workspace()
        let block = SampleLog.lines(50, seed: 72)
        var log: [String] = []
        for round in 1...5 {
            log += block
            try expect(space.ingest(log.log, as: form), Counts(accepted: 50, duplicate: 50 * (round - 1)))
        }
    }
}
