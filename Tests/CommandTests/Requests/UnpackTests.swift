import Foundation
import Testing

@Suite("An authority's order is carried out, and the package is opened where there is no store")
struct UnpackTests {
    private let space: Workspace
    private let lines = SampleLog.lines(40, seed: 3)

    init() throws {
        space = try Workspace()
        _ = try space.ingest(lines.log, as: .file)
    }

    /// Has an order for all lines of the sample carried out.
    private func handOver() throws -> Run {
        let first = space.keys + "/OFFICER-KEY-MOVE-ME"
        #expect(try space.run(["officer", "new", "ben", "--add", "-o", space.path("ben.key")]).code == 0)
        #expect(try space.run(["officer", "new", "police", "-o", space.path("police.key")]).code == 0)
        let letter = "authority: police\nreference: 3 Js 1/26\ndate: 2026-03-18\nfrom: 2026-01-01\nto: 2026-03-20\n"
        let opened = try space.run(
            ["request", "open", "--kind", "authority", "--from", "-"], input: .pieces([Array(letter.utf8)]))
        #expect(opened.code == 0, "\(opened.everything)")
        #expect(opened.output.contains("Its order has no filter: it is about all lines of 79 days."))
        let steps = [
            ["verify", "1", "--means", "document", "--officer-key", first], ["approve", "1", "--officer-key", first],
            ["approve", "1", "--officer-key", space.path("ben.key")],
        ]
        for step in steps {
            let run = try space.run(["request"] + step)
            #expect(run.code == 0, "\(run.everything)")
        }
        try FileManager.default.createDirectory(atPath: space.path("answer"), withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            atPath: space.path("police.key.pub"), toPath: space.path("answer/request-1.pub"))
        let asked = try space.run(["request", "do", "1", "--officer-key", first, "-o", space.path("answer")])
        #expect(asked.code == 64 && asked.errors.contains("all lines of 79 days, 2026-01-01 to 2026-03-20"))
        return try space.run(["request", "do", "1", "--yes", "--officer-key", first, "-o", space.path("answer")])
    }

    private func unpack(_ arguments: [String]) throws -> Run {
        try Workspace.run(
            ["request", "unpack", space.path("answer/request-1.package")] + arguments, store: space.path("nowhere"),
            keys: space.path("nowhere"))
    }

    @Test("The lines come out as they went in, and the digest is on record (0)")
    func whole() throws {
        let done = try handOver()
        #expect(done.code == 0, "\(done.everything)")
        let key = ["--officer-key", space.path("police.key")]
        let run = try unpack(key)
        #expect(run.code == 0 && run.errors == "")
        #expect(run.output.split(separator: "\n").map(String.init).sorted() == lines.sorted())
        #expect(try unpack(key + ["-o", space.path("lines.log")]).output == "")
        #expect(try String(contentsOfFile: space.path("lines.log"), encoding: .utf8) == run.output)
        #expect(try unpack(key + ["-o", space.path("lines.log")]).code == 73)
        #expect(try unpack(key + ["--manifest"]).output.contains(#""lines":40,"#))
        let shown = try space.run(["audit", "show", "--provisions"]).output
        #expect(shown.split(separator: "\n").count == 1 && shown.contains("package"))
        let receipt = try space.run(
            ["request", "receipt", "1", "--officer-key", space.keys + "/OFFICER-KEY-MOVE-ME"]
        ).output
        #expect(receipt.contains("Your order of 18 March 2026 was carried out on 20 March 2026."))
    }

    @Test("With another key, and of a package that is cut off (65), or not there (66)")
    func faults() throws {
        #expect(try handOver().code == 0)
        let other = try unpack(["--officer-key", space.path("ben.key")])
        #expect(other.code == 65 && other.output == "" && other.errors.contains("not sealed to this key"))
        let path = space.path("answer/request-1.package")
        let bytes = try Workspace.bytes(path)
        try Data(bytes.dropLast(40)).write(to: URL(fileURLWithPath: path))
        let cut = try unpack(["--officer-key", space.path("police.key")])
        #expect(cut.code == 65 && cut.errors.contains("not whole"))
        try FileManager.default.removeItem(atPath: path)
        #expect(try unpack(["--officer-key", space.path("police.key")]).code == 66)
    }
}
