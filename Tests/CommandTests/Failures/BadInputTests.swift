import TestSupport
import Testing

@Suite("Bad input is counted, never fatal, and never repeated in a message")
struct BadInputTests {
    private let space: Workspace
    /// Stands in every bad line, in an address, a path and an agent.
    private static let markers = ["198.51.100.77", "/private/letter", "Snark/7.1"]
    private static let badLine =
        #"198.51.100.77 - - [31/Feb/2026:00:00:00 +0000] "GET /private/letter HTTP/1.1" 200 1 "-" "Snark/7.1""#

    init() throws {
        space = try Workspace()
    }

    private func expectSilence(_ run: Run, sourceLocation: SourceLocation = #_sourceLocation) {
        for marker in BadInputTests.markers {
            #expect(!run.everything.contains(marker), "\(marker) is in a message", sourceLocation: sourceLocation)
        }
    }

    @Test("More than 5 % bad after 1,000 lines (65); the good ones are stored", arguments: [Form.file, .pipe])
    func manyBadLines(form: Form) throws {
        var lines = SampleLog.lines(2000, seed: 111)
        // The format is chosen on the first thousand lines, so these are good.
        for index in 0..<200 { lines.insert(BadInputTests.badLine, at: 1100 + index * 5) }
        let path = try space.write(lines.log, to: "access.log")
        let run = try space.run(
            ["ingest", "--json"] + (form == .file ? [path] : []), input: form == .file ? .nothing : .pieces([lines.log])
        )
        #expect(run.code == 65)
        expectSilence(run)
        let report = try IngestReport(run.output)
        #expect(report.counts == Counts(accepted: 2000, rejected: 200))
        #expect(report.rejected["time"]?.count == 200)
        #expect(report.rejected["time"]?.examples.first?.line == 1101)
        #expect(try space.storedRows() == 2000)
        let text = try space.run(["ingest", "--source", "again", path])
        #expect(text.code == 65)
        #expect(text.output.contains("line 1101"))
        expectSilence(text)
        try expect(
            space.ingest(["--source", "tolerant", "--max-reject-rate", "10", path]),
            Counts(accepted: 2000, rejected: 200))
    }

    @Test("A few bad lines are no failure (0)")
    func fewBadLines() throws {
        var lines = SampleLog.lines(2000, seed: 112)
        for index in 0..<100 { lines.insert(BadInputTests.badLine, at: index * 21) }
        try expect(space.ingest(lines.log, as: .file), Counts(accepted: 2000, rejected: 100))
        try expect(space.ingest(lines.log, as: .pipe), Counts(duplicate: 2100))
    }

    @Test(
        "A truncated gzip file (65): position in the message, what is whole is stored, and known when the file is repaired"
    )
    func truncatedGzip() throws {
        let log = SampleLog.lines(3000, seed: 113).log
        let packed = Workspace.gzip(log)
        let path = try space.write(Array(packed[..<(packed.count * 2 / 3)]), to: "access.log.gz")
        let run = try space.run(["ingest", "--json", path])
        #expect(run.code == 65)
        #expect(run.errors.contains(path))
        #expect(run.errors.contains("byte \(packed.count * 2 / 3)"), "\(run.errors)")
        let first = try IngestReport(run.output)
        #expect(first.accepted > 1000)
        #expect(first.inputs.first?.failure != nil)
        #expect(try space.storedRows() == first.accepted)
        try space.write(packed, to: "access.log.gz")
        try expect(space.ingest([path]), Counts(accepted: 3000 - first.accepted, duplicate: first.accepted))
    }

    @Test("Damaged gzip data (65)", arguments: [Form.file, .pipe])
    func damagedGzip(form: Form) throws {
        var packed = Workspace.gzip(SampleLog.lines(3000, seed: 114).log)
        for index in 0..<64 { packed[packed.count / 2 + index] ^= 0x55 }
        let path = try space.write(packed, to: "access.log.gz")
        let run = try form == .file ? space.run(["ingest", path]) : space.run(["ingest"], input: .pieces([packed]))
        #expect(run.code == 65)
        #expect(run.errors != "")
    }

    @Test("One line of 3 MiB among good ones", arguments: [Form.file, .pipe, .slowPipe, .gzip])
    func longLine(form: Form) throws {
        let lines = SampleLog.lines(400, seed: 115)
        let long =
            #"198.51.100.77 - - [01/Mar/2026:00:00:00 +0000] "GET /private/letter"#
            + String(repeating: "a", count: 3 << 20)
            + #" HTTP/1.1" 200 1 "-" "Snark/7.1""#
        let log = (lines[..<200] + [long] + lines[200...]).log
        try expect(space.ingest(log, as: form), Counts(accepted: 400, rejected: 1))
        try expect(space.ingest(log, as: form), Counts(duplicate: 401))
    }

    /// Runs the program with at most 200 MiB of memory of its own.
    private func runBounded(_ arguments: [String], input: Child.Input = .nothing) throws -> Run {
        try space.run(#"ulimit -d 204800; exec "$@""#, arguments, input: input)
    }

    @Test("A line of 64 MiB takes little memory", arguments: [false, true])
    func hugeLine(isExplained: Bool) throws {
        let lines = SampleLog.lines(10, seed: 116).log
        let piece = [UInt8](repeating: 0x61, count: 4096)
        let input = Child.Input.repeated(piece, count: 16_384, then: [10] + lines)
        let command = isExplained ? ["explain"] : ["ingest"]
        let run = try runBounded(command + ["--json", "--format", "combined"], input: input)
        #expect(run.code == 0)
        if isExplained {
            #expect(run.output.split(separator: "\n").count == 11)
        } else {
            #expect(try IngestReport(run.output).counts == Counts(accepted: 10, rejected: 1))
        }
    }

    @Test("NUL bytes in lines and between them", arguments: [Form.file, .pipe])
    func zeroBytes(form: Form) throws {
        let lines = SampleLog.lines(100, seed: 117).log
        let zeros = [UInt8](repeating: 0, count: 5000) + [10]
        let path = try space.write(lines + zeros + lines, to: "access.log")
        let run =
            try form == .file
            ? space.run(["ingest", "--json", path])
            : space.run(["ingest", "--json"], input: .pieces([lines + zeros + lines]))
        #expect(run.code == 0)
        let counts = try IngestReport(run.output).counts
        #expect(counts.read == 201)
        #expect(counts.accepted == 200)
    }

    @Test("Random bytes do no harm", arguments: 1...8)
    func randomBytes(seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        let bytes = (0..<200_000).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        let form: Form = seed.isMultiple(of: 2) ? .file : .pipe
        let path = try space.write(bytes, to: "noise")
        for command in [["ingest"], ["ingest", "--format", "combined"], ["explain", "--json"]] {
            let run = try form == .file ? space.run(command + [path]) : space.run(command, input: .pieces([bytes]))
            #expect([0, 65].contains(run.code), "\(command)")
            #expect(
                run.output.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 },
                "control characters in the output")
            #expect(
                run.errors.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 },
                "control characters in a message")
        }
        #expect(try space.storedRows() == 0)
    }

    @Test("Lines that are cut, doubled or mixed with noise are counted to the last one", arguments: 1...8)
    func mutatedLines(seed: Int) throws {
        var random = SplitMix64(seed: 900 + UInt64(seed))
        var log = SampleLog.lines(300, seed: UInt64(seed)).log
        for _ in 0..<40 {
            let place = Int.random(in: 20_000..<log.count, using: &random)
            switch Int.random(in: 0..<3, using: &random) {
            case 0: log[place] = UInt8.random(in: .min ... .max, using: &random)
            case 1: log.remove(at: place)
            default: log.insert(UInt8.random(in: .min ... .max, using: &random), at: place)
            }
        }
        log.append(10)
        let path = try space.write(log, to: "access.log")
        let run = try space.run(["ingest", "--json", "--format", "combined", path])
        #expect(run.code == 0)
        let counts = try IngestReport(run.output).counts
        #expect(counts.read == log.count { $0 == 10 })
        #expect(try space.storedRows() == counts.accepted)
        try expect(space.ingest(["--format", "combined", path]), Counts(duplicate: counts.read))
    }

    @Test("CRLF line ends and a byte order mark", arguments: [Form.file, .pipe])
    func lineEnds(form: Form) throws {
        let log: [UInt8] =
            [0xEF, 0xBB, 0xBF] + SampleLog.lines(100, seed: 118).flatMap { Array($0.utf8) + [13, 10] as [UInt8] }
        try expect(space.ingest(log, as: form), Counts(accepted: 100))
        try expect(space.ingest(log, as: form), Counts(duplicate: 100))
    }

    @Test(
        "Little gzip data that becomes much takes little memory",
        arguments: [(0, 24), (0x61, 24), (10, 3)] as [(UInt8, Int)])
    func bomb(byte: UInt8, parts: Int) throws {
        let part = Workspace.gzip([UInt8](repeating: byte, count: 16 << 20))
        let path = try space.write([[UInt8]](repeating: part, count: parts).flatMap(\.self), to: "bomb.gz")
        let run = try runBounded(["ingest", "--format", "combined", path])
        #expect([0, 65].contains(run.code))
        #expect(try space.storedRows() == 0)
    }
}
