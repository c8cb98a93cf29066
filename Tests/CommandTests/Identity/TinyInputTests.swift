import Testing

@Suite("Inputs too small for a fingerprint's block are known all the same")
struct TinyInputTests {
    private static let forms: [Form] = [.file, .pipe]

    @Test("Nothing at all", arguments: forms)
    func empty(form: Form) throws {
        let space = try Workspace()
        try expect(space.ingest([], as: form), Counts())
        try expect(space.ingest([], as: form), Counts())
        try expect(space.ingest(SampleLog.lines(10, seed: 91).log, as: form), Counts(accepted: 10))
        try expect(space.ingest([], as: form), Counts())
    }

    @Test("Less than 32 bytes", arguments: ["\n", "\n\n\n", "#\n", "# a comment of 30 bytes.......\n"], forms)
    func lessThanALine(text: String, form: Form) throws {
        let space = try Workspace()
        let bytes = Array(text.utf8)
        let lines = bytes.count { $0 == 10 }
        try expect(space.ingest(bytes, as: form), Counts(filtered: lines))
        try expect(space.ingest(bytes, as: form), Counts(duplicate: lines))
        let grown = bytes + SampleLog.lines(10, seed: 92).log
        try expect(space.ingest(grown, as: form), Counts(accepted: 10, duplicate: lines))
        try expect(space.ingest(grown, as: form), Counts(duplicate: lines + 10))
    }

    @Test("One line, then more", arguments: forms)
    func oneLine(form: Form) throws {
        let space = try Workspace()
        let lines = SampleLog.lines(4, seed: 93)
        for count in 1...4 {
            try expect(space.ingest(lines[..<count].log, as: form), Counts(accepted: 1, duplicate: count - 1))
            try expect(space.ingest(lines[..<count].log, as: form), Counts(duplicate: count))
        }
    }
}
