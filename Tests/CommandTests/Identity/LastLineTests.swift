import Testing

@Suite("An unterminated last line counts once, and only if it is whole")
struct LastLineTests {
    private static let forms: [Form] = [.file, .pipe, .gzip]
    private static let pairs = forms.flatMap { first in forms.map { (first, $0) } }

    @Test("A whole last line without line end counts, and not again when its line end comes", arguments: pairs)
    func wholeLine(first: Form, second: Form) throws {
        let space = try Workspace()
        let lines = SampleLog.lines(160, seed: 11)
        let begun = Array(lines[..<100].log.dropLast())
        try expect(space.ingest(begun, as: first), Counts(accepted: 100))
        try expect(space.ingest(begun, as: second), Counts(duplicate: 100))
        try expect(space.ingest(lines.log, as: second), Counts(accepted: 60, duplicate: 100))
        try expect(space.ingest(lines.log, as: first), Counts(duplicate: 160))
    }

    @Test("What follows a counted last line up to its line end belongs to it", arguments: forms)
    func continuedNumber(form: Form) throws {
        let space = try Workspace()
        var sample = SampleLog(seed: 12)
        let lines = (0..<120).map { _ in sample.commonLine() }
        // The size of the response still lacks two digits, which leaves a line that parses.
        let begun = Array(lines[..<80].log.dropLast(3))
        try expect(space.ingest(begun, as: form), Counts(accepted: 80))
        try expect(space.ingest(lines.log, as: form), Counts(accepted: 40, duplicate: 80))
        try expect(space.ingest(lines.log, as: form), Counts(duplicate: 120))
    }

    @Test("Half a line waits, and counts when it is complete", arguments: pairs)
    func halfLine(first: Form, second: Form) throws {
        let space = try Workspace()
        let lines = SampleLog.lines(101, seed: 13)
        let half = Array(lines[100].utf8.prefix(30))
        let begun = lines[..<100].log + half
        try expect(space.ingest(begun, as: first), Counts(accepted: 100, pending: 30))
        try expect(space.ingest(begun, as: second), Counts(duplicate: 100, pending: 30))
        try expect(space.ingest(lines.log, as: second), Counts(accepted: 1, duplicate: 100))
        try expect(space.ingest(lines.log, as: first), Counts(duplicate: 101))
    }

    @Test("Half a line of the source's format is not taken for a whole one of a shorter format", arguments: forms)
    func halfLineLooksWhole(form: Form) throws {
        let space = try Workspace()
        let lines = SampleLog.lines(101, seed: 14)
        // Cut within the size: what is left is a line of the common format.
        let cut = try #require(lines[100].firstRange(of: "HTTP/1.1\" ")?.upperBound)
        let half = Array(lines[100][..<cut].utf8) + Array("200 5".utf8)
        let begun = lines[..<100].log
        try expect(space.ingest(begun, as: form), Counts(accepted: 100))
        try expect(space.ingest(begun + half, as: form), Counts(duplicate: 100, pending: half.count))
    }

    @Test("A first input that is only half a line waits")
    func onlyHalfALine() throws {
        let space = try Workspace()
        let lines = SampleLog.lines(50, seed: 15)
        let half = Array(lines[0].utf8.prefix(40))
        try expect(space.ingest(half, as: .file), Counts(pending: 40))
        try expect(space.ingest(lines.log, as: .file), Counts(accepted: 50))
    }
}
