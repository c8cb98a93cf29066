import Foundation
import Testing

@Suite("What is printed, where, and what happens when nobody reads it")
struct OutputTests {
    private let space: Workspace
    private let log: String

    init() throws {
        space = try Workspace()
        log = try space.write(SampleLog.lines(3000, seed: 131).log, to: "access.log")
    }

    @Test(
        "A first ingest names both folders and the private half that waits; after that nothing but the summary is said")
    func welcome() throws {
        let first = try space.run(["ingest", log])
        #expect(first.code == 0)
        let lines = first.errors.split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines.first?.contains(space.store + ":") == true)
        #expect(lines.dropFirst().first?.contains(space.keys + ":") == true)
        #expect(lines.last?.contains(space.keys + "/OFFICER-KEY-MOVE-ME:") == true)
        for arguments in [["ingest", log], ["aggregate"], ["report"], ["explain", log]] {
            let run = try space.run(arguments)
            #expect(run.code == 0)
            #expect(run.errors == "", "\(arguments)")
            #expect(run.output != "", "\(arguments)")
        }
    }

    @Test(
        "--quiet prints nothing at all",
        arguments: [["ingest"], ["ingest", "--json"], ["aggregate"], ["aggregate", "--json"]])
    func quiet(arguments: [String]) throws {
        if arguments[0] == "aggregate" { _ = try space.ingest([log]) }
        let run = try space.run(arguments + ["--quiet"] + (arguments[0] == "ingest" ? [log] : []))
        #expect(run.code == 0)
        #expect(run.everything == "")
        #expect(try space.storedRows() == 3000)
    }

    @Test("--json prints one object that parses", arguments: ["ingest", "aggregate", "report"])
    func json(command: String) throws {
        if command != "ingest" { _ = try space.ingest([log]) }
        if command == "report" { _ = try space.run(["aggregate"]) }
        let run = try space.run([command, "--json"] + (command == "ingest" ? [log] : []))
        #expect(run.code == 0)
        let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
        #expect(object is [String: Any])
        #expect(run.output.hasSuffix("\n"))
    }

    @Test("A closed pipe ends report quietly (0)", arguments: [["report"], ["report", "--json"]])
    func unreadReport(arguments: [String]) throws {
        _ = try space.ingest([log])
        _ = try space.run(["aggregate"])
        let run = try space.run(arguments, output: .unread)
        #expect(run.code == 0)
        #expect(run.errors == "")
    }

    @Test("A closed pipe ends explain quietly (0)")
    func unreadExplain() throws {
        let run = try space.run(["explain", log], output: .unread)
        #expect(run.code == 0)
        #expect(run.errors == "")
    }

    @Test("ingest commits although nobody reads its summary", arguments: [["ingest"], ["ingest", "--json"]])
    func unreadIngest(arguments: [String]) throws {
        let run = try space.run(arguments + [log], output: .unread)
        #expect(run.code == 0)
        #expect(try space.storedRows() == 3000)
        try expect(space.ingest([log]), Counts(duplicate: 3000))
    }

    @Test("Without a standard output, nothing that is printed lands in a file of the store")
    func closedOutput() throws {
        for arguments in [["ingest", log], ["ingest", "--source", "b", log], ["aggregate"], ["report"]] {
            let run = try space.run(#""$@" >&-"#, arguments)
            #expect(run.code == 0, "\(arguments): \(run.errors)")
        }
        #expect(try space.storedRows() == 6000)
        for file in try space.files(below: space.store) + space.files(below: space.keys) {
            let bytes = try Workspace.bytes(file)
            for word in ["read 3,000", "closed 2026", "as of 2026"] {
                #expect(!contains(bytes, word), "\(word) in \(file)")
            }
        }
    }

    @Test("Without a standard error, messages land in no file of the store")
    func closedErrors() throws {
        let run = try space.run(#""$@" 2>&-"#, ["ingest", log, space.path("nothing.log")])
        #expect(run.code == 66)
        for file in try space.files(below: space.store) + space.files(below: space.keys) {
            #expect(!contains(try Workspace.bytes(file), "no such file"), "\(file)")
            #expect(!contains(try Workspace.bytes(file), "New store in"), "\(file)")
        }
    }

    @Test(
        "An output that cannot be written is an error (74)",
        .enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "needs /dev/full"))
    func fullOutput() throws {
        _ = try space.ingest([log])
        let run = try space.run(#""$@" >/dev/full"#, ["report"])
        #expect(run.code == 74)
        #expect(run.errors != "")
    }

    @Test("report -o writes the file and prints nothing")
    func outputFile() throws {
        _ = try space.ingest([log])
        _ = try space.run(["aggregate"])
        let printed = try space.run(["report"])
        let run = try space.run(["report", "-o", space.path("report.txt")])
        #expect(run.code == 0)
        #expect(run.everything == "")
        #expect(String(decoding: try Workspace.bytes(space.path("report.txt")), as: UTF8.self) == printed.output)
    }

    private func contains(_ bytes: [UInt8], _ word: String) -> Bool {
        bytes.firstRange(of: Array(word.utf8)) != nil
    }
}
