import Testing

@Suite("What has been counted is recognised in whatever form it comes back")
struct KnownContentTests {
    private static let pairs = Form.allCases.flatMap { first in Form.allCases.map { (first, $0) } }
    private static let forms: [Form] = [.file, .pipe, .slowPipe, .gzip]
    private static let fewerPairs = forms.flatMap { first in forms.map { (first, $0) } }

    @Test("The same content again is duplicate as a whole", arguments: pairs)
    func again(first: Form, second: Form) throws {
        let space = try Workspace()
        let log = SampleLog.lines(700, seed: 1).log
        try expect(space.ingest(log, as: first), Counts(accepted: 700))
        try expect(space.ingest(log, as: second, name: "other.log.1"), Counts(duplicate: 700))
    }

    @Test("Of grown content only what is new counts", arguments: fewerPairs)
    func grown(first: Form, second: Form) throws {
        let space = try Workspace()
        let lines = SampleLog.lines(900, seed: 2)
        try expect(space.ingest(lines[..<400].log, as: first), Counts(accepted: 400))
        try expect(space.ingest(lines.log, as: second), Counts(accepted: 500, duplicate: 400))
        try expect(space.ingest(lines.log, as: first, name: "renamed"), Counts(duplicate: 900))
    }

    @Test("Two runs that read one file at the same time count it once", arguments: [Form.file, .gzip])
    func together(form: Form) throws {
        let space = try Workspace()
        let log = SampleLog.lines(3000, seed: 3).log
        let path = try space.write(form.pack(log), to: "access.log")
        let run = try space.run(
            #""$@" & first=$!; "$@"; second=$?; wait $first; exit $(($? + second))"#, ["ingest", path])
        // 75 is "busy"; run again, the second finds its input known.
        #expect([0, 75].contains(run.code), "\(run.errors)")
        _ = try space.ingest([path])
        #expect(try space.storedRows() == 3000)
    }
}
