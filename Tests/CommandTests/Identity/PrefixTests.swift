import Testing

@Suite("A piece from the beginning of a known file is known")
struct PrefixTests {
    @Test("Every number of lines of a small file")
    func everyLine() throws {
        let space = try Workspace()
        let lines = SampleLog.lines(60, seed: 61)
        try expect(space.ingest(lines.log, as: .file), Counts(accepted: 60))
        let paths = try (1...60).map { try space.write(lines[..<$0].log, to: "head.\($0)") }
        try expect(space.ingest(paths), Counts(duplicate: (1...60).reduce(0, +)))
        for count in [1, 2, 3, 17, 59] {
            try expect(space.ingest(lines[..<count].log, as: .pipe), Counts(duplicate: count))
        }
    }

    @Test("The first lines of a large file", arguments: [500, 1000, 4096, 19_999], [Form.file, .pipe, .gzip])
    func largeFile(count: Int, form: Form) throws {
        let space = try Workspace()
        let lines = SampleLog.lines(20_000, seed: 62)
        try expect(space.ingest(lines.log, as: .file), Counts(accepted: 20_000))
        try expect(space.ingest(lines[..<count].log, as: form, name: "head"), Counts(duplicate: count))
    }

    @Test("A piece that ends within a line stores nothing")
    func everyPlace() throws {
        let space = try Workspace()
        let log = SampleLog.lines(60, seed: 63).log
        try expect(space.ingest(log, as: .file), Counts(accepted: 60))
        let lengths = Array(stride(from: 40, to: log.count, by: 97))
        let paths = try lengths.map { try space.write(Array(log[..<$0]), to: "head.\($0)") }
        #expect(try space.ingest(paths).accepted == 0)
        for length in [40, 200, 1000, 5000] {
            #expect(try space.ingest(Array(log[..<length]), as: .pipe).accepted == 0, "the first \(length) bytes")
        }
    }
}
