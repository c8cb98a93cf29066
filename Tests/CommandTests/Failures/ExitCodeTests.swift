import Foundation
import Testing

@Suite("The exit code says what happened (sysexits.h)")
struct ExitCodeTests {
    private let space: Workspace
    private let log: String

    init() throws {
        space = try Workspace()
        log = try space.write(SampleLog.lines(50, seed: 101).log, to: "access.log")
    }

    @Test("A folder is no input (66)", arguments: ["ingest", "explain"])
    func folder(command: String) throws {
        let run = try space.run([command, space.folder])
        #expect(run.code == 66)
        #expect(run.errors.contains(space.folder))
        #expect(run.output == "")
    }

    @Test("A file that is not there (66)", arguments: ["ingest", "explain"])
    func missingFile(command: String) throws {
        let run = try space.run([command, space.path("nothing.log")])
        #expect(run.code == 66)
        #expect(run.errors.contains(space.path("nothing.log")))
    }

    @Test(
        "A file that may not be read (74)", .enabled(if: getuid() != 0, "root may read everything"),
        arguments: ["ingest", "explain"])
    func unreadableFile(command: String) throws {
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: log)
        let run = try space.run([command, log])
        #expect(run.code == 74)
        #expect(run.errors.contains(log))
    }

    @Test("A missing file among others (66): these are counted once when the command is run again without it")
    func missingSecondFile() throws {
        let run = try space.run(["ingest", log, space.path("nothing.log")])
        #expect(run.code == 66)
        _ = try space.ingest([log])
        #expect(try space.storedRows() == 50)
    }

    @Test(
        "Calls that make no sense (64)",
        arguments: [
            ["ingest", "--no-such-option"], ["no-such-command"], ["ingest", "--format", "klingon"],
            ["ingest", "--max-reject-rate", "many"],
            ["aggregate", "--date", "yesterday"], ["aggregate", "--date", "2026-02-30"],
            ["aggregate", "--through", "2026-3-1"],
            ["aggregate", "--date", "2026-03-01", "--through", "2026-03-01"], ["report", "--from", "2026-13-01"],
            ["report", "--from", "2026-03-02", "--to", "2026-03-01"], ["report", "--format", "papyrus"],
            ["explain", "--format", "klingon"], ["officer", "new"], ["officer", "new", "../anna"], ["officer", "test"],
            ["officer", "taken"], ["keys", "destroy"],
        ])
    func usage(arguments: [String]) throws {
        _ = try space.ingest([log])
        let run = try space.run(arguments)
        #expect(run.code == 64)
        #expect(run.errors != "")
        #expect(run.output == "")
    }

    @Test(
        "A time that is none (64)",
        arguments: ["soon", "2026-02-30", "2026-03-01T25:00", "2026-03-01T04:00+9", "2026-03-01T", "2026-03-01T04"])
    func badNow(now: String) throws {
        for command in ["ingest", "aggregate", "report", "explain"] {
            let run = try space.run([command] + (command == "ingest" || command == "explain" ? [log] : []), now: now)
            #expect(run.code == 64, "\(command)")
            #expect(run.errors.contains("--now"), "\(command)")
        }
        #expect(try space.files(below: space.store).isEmpty, "nothing is made for a call that makes no sense")
    }

    @Test("A day that is not over (64)", arguments: ["2026-03-20", "2026-03-21", "2027-01-01"])
    func unfinishedDay(day: String) throws {
        _ = try space.ingest([log])
        let run = try space.run(["aggregate", "--date", day])
        #expect(run.code == 64)
        #expect(run.errors.contains(day))
    }

    @Test("A finished day (0), and the same again (0)")
    func finishedDay() throws {
        _ = try space.ingest([log])
        for _ in 1...2 {
            let run = try space.run(["aggregate", "--date", "2026-03-01"])
            #expect(run.code == 0)
            #expect(run.errors == "")
        }
    }

    @Test("No format fits (65): the two nearest are named, and where they fail")
    func noFormat() throws {
        let marker = "Zanzibar"
        let path = try space.write((0..<50).map { "\(marker) says line \($0) is no access log" }.log, to: "poem.txt")
        let run = try space.run(["ingest", path])
        #expect(run.code == 65)
        let formats = ["common", "combined", "vhost_combined", "combined_extra"].filter {
            run.errors.contains("\($0) matches")
        }
        #expect(formats.count == 2, "\(run.errors)")
        #expect(run.errors.contains("column"))
        #expect(run.errors.contains("--format"))
        #expect(!run.everything.contains(marker))
        #expect(try space.storedRows() == 0)
    }

    @Test(
        "A key directory is asked for that is not there (66)", arguments: [["keys", "status"], ["officer", "list"]])
    func noKeys(arguments: [String]) throws {
        let run = try space.run(arguments)
        #expect(run.code == 66)
        #expect(run.errors.contains(space.keys))
        #expect(try space.files(below: space.keys).isEmpty)
    }

    @Test("A store is asked for that is not there (66)", arguments: ["report", "aggregate"])
    func noStore(command: String) throws {
        let run = try space.run([command])
        #expect(run.code == 66)
        #expect(run.errors.contains(space.store))
        #expect(try space.files(below: space.store).isEmpty)
    }

    @Test("An empty file is fine (0)", arguments: [Form.file, .redirected, .pipe])
    func emptyFile(form: Form) throws {
        try expect(space.ingest([], as: form, name: "empty.log"), Counts())
    }

    @Test("The store cannot be made where a file stands (73)")
    func storeIsAFile() throws {
        try space.write("here already", to: "store")
        let run = try space.run(["ingest", log])
        #expect(run.code == 73)
        #expect(run.errors.contains(space.store))
    }

    @Test(
        "Help and version are no errors (0)",
        arguments: [
            ["--help"], ["--version"], ["help", "ingest"], ["ingest", "--help"], ["aggregate", "--help"],
            ["report", "--help"],
            ["explain", "--help"], ["verify", "--help"], ["ingest", "--list-formats"], ["officer", "--help"],
            ["officer", "new", "--help"], ["officer", "taken", "--help"], ["keys", "status", "--help"],
        ])
    func help(arguments: [String]) throws {
        let run = try space.run(#""${@:1:\#(arguments.count + 1)}""#, arguments)
        #expect(run.code == 0)
        #expect(run.output != "")
        #expect(run.errors == "")
    }

    @Test(
        "Every command's help has an example",
        arguments: [
            "init", "ingest", "aggregate", "report", "explain", "officer", "keys", "verify", "status", "evidence",
        ])
    func example(command: String) throws {
        let run = try space.run([command, "--help"], now: nil)
        #expect(run.output.contains("footfall \(command)"))
    }
}
