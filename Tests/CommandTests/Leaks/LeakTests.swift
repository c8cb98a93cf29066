import Gzip
import Parquet
import Testing

@Suite("No identifier of a log is in any file of the store")
struct LeakTests {
    private let space: Workspace
    private let log = PlantedLog(seed: 5, count: 3000)

    init() throws {
        space = try Workspace()
    }

    private func expectNothing(sourceLocation: SourceLocation = #_sourceLocation) throws {
        let files = try space.files(below: space.store) + space.files(below: space.keys)
        #expect(files.contains { $0.hasSuffix(".parquet") })
        #expect(files.contains { $0.hasSuffix("catalog.sqlite") })
        for finding in try log.search.findings(in: files) {
            Issue.record("\(finding.needle) in \(finding.place)", sourceLocation: sourceLocation)
        }
        // The program's own search agrees, of which LeakSearch knows nothing.
        let list = try space.write((log.texts + log.addresses).joined(separator: "\n"), to: "identifiers.txt")
        let run = try space.run(["verify", "--leaks", list])
        #expect(run.code == 0, "\(run.everything)", sourceLocation: sourceLocation)
    }

    @Test("Neither before days are closed nor after", arguments: [Form.file, .pipe, .gzip])
    func store(form: Form) throws {
        try expect(space.ingest(log.lines[..<2000].log, as: form), Counts(accepted: 2000))
        try expectNothing()
        #expect(try space.run(["aggregate", "--through", "2026-03-02"]).code == 0)
        try expectNothing()
        // More of the last, still open, day, and of days that are closed.
        try expect(space.ingest(log.lines.log, as: form), Counts(accepted: 1000, duplicate: 2000))
        try expectNothing()
        #expect(try space.run(["aggregate"]).code == 0)
        try expectNothing()
    }

    @Test("Nor after runs that fail", arguments: [1, 40])
    func failures(blocks: Int) throws {
        try expect(space.ingest(log.lines[..<500].log, as: .file), Counts(accepted: 500))
        let path = try space.write(log.lines.log, to: "access.log")
        let run = try space.run(#"ulimit -f \#(blocks); exec "$@""#, ["ingest", path])
        #expect([0, 74].contains(run.code))
        try expectNothing()
        let packed = Workspace.gzip(log.lines[1000...].log)
        let broken = try space.write(Array(packed.dropLast(packed.count / 3)), to: "broken.gz")
        #expect(try space.run(["ingest", broken]).code == 65)
        try expectNothing()
    }

    @Test("Nor while a pipe is held that may be known content, larger than what is kept in memory")
    func heldPipe() throws {
        let large = [[String]](repeating: log.lines, count: 20).flatMap(\.self)
        try expect(space.ingest(large.log, as: .pipe), Counts(accepted: 60_000))
        // Differs at its end only, so all of it is in doubt until then.
        let other = large.dropLast(5) + SampleLog.lines(1, seed: 9)
        #expect(try space.ingest(other.log, as: .pipe).read == 59_996)
        try expectNothing()
    }

    @Test("Nor in what is printed by report and aggregate")
    func printed() throws {
        _ = try space.ingest(log.lines.log, as: .file)
        for arguments in [["aggregate"], ["report"], ["report", "--json"], ["ingest", space.path("access.log")]] {
            let run = try space.run(arguments)
            #expect(run.code == 0)
            try space.write(run.everything, to: "printed.txt")
            #expect(try log.search.findings(in: [space.path("printed.txt")]).isEmpty, "\(arguments)")
        }
    }

    @Test(
        "The search finds what is planted: in a file, in a name, in a Parquet value, in a deflated page",
        arguments: 0..<6)
    func searchFinds(place: Int) throws {
        let text = log.texts[place]
        let address = log.addresses[place * 8]
        let files: [String]
        switch place {
        case 0: files = [try space.write("before \(text) after \(address)", to: "plain")]
        case 1: files = [try space.write("nothing", to: "name-\(text)-\(address)")]
        case 2:
            files = [
                try space.write(
                    Workspace.gzip(Array("before \(text) after \(address)".utf8)) + [1, 2, 3], to: "packed")
            ]
        default:
            let column = ColumnSchema(
                "path", .byteArray, .string, codec: place == 3 ? .uncompressed : .gzip,
                preference: place == 4 ? .plain : .dictionary,
                hasStatistics: false)
            var dictionary = EncodedDictionary()
            for value in ["/a", "x\(text)y", "z\(address)"] { dictionary.append(Array(value.utf8).span) }
            var writer = try ParquetWriter(schema: ParquetSchema([column]), sink: BufferSink())
            try writer.appendRowGroup(rowCount: 4, columns: [.dictionary(dictionary, indices: [0, 1, 2, 0])])
            files = [try space.write(writer.finish().bytes, to: "events.parquet")]
        }
        let found = Set(try log.search.findings(in: files).map(\.needle))
        #expect(found.contains(text))
        #expect(found.contains(address))
    }

    @Test("The search knows an address as raw bytes, as digits and as a number")
    func notations() throws {
        let search = LeakSearch(texts: [], addresses: ["198.18.201.113", "2001:db8:aa::9:1"], leastShort: 1)
        let forms: [[UInt8]] = [
            [198, 18, 201, 113], [113, 201, 18, 198], Array("c612c971".utf8), Array("C612C971".utf8),
            Array("3323119985".utf8),
            [0x20, 0x01, 0x0D, 0xB8, 0, 0xAA, 0, 0, 0, 0, 0, 0, 0, 9, 0, 1],
            Array("20010db800aa00000000000000090001".utf8),
        ]
        for form in forms {
            let file = try space.write([1, 2] + form + [3], to: "file")
            #expect(try search.findings(in: [file]).count == 1, "\(form)")
        }
    }
}
