import Foundation
import Testing

@Suite("Keys stay where they are")
struct SecrecyTests {
    private let space: Workspace

    init() throws {
        space = try Workspace()
    }

    /// What a key looks like wherever it might turn up: its bytes, in base64 and in hexadecimal digits.
    private func spellings(_ key: [UInt8]) -> [[UInt8]] {
        let digits = key.map { String(format: "%02x", $0) }.joined()
        return [
            key, Array(Data(key).base64EncodedString().dropLast().utf8), Array(digits.utf8),
            Array(digits.uppercased().utf8),
        ]
    }

    /// The private half in the text of an officer's key.
    private func privateHalf(_ path: String) throws -> [UInt8] {
        let lines = String(decoding: try Workspace.bytes(path), as: UTF8.self).split(separator: "\n")
        let line = try #require(lines.dropLast().last)
        return [UInt8](try #require(Data(base64Encoded: String(line))))
    }

    private func contains(_ text: [UInt8], _ key: [UInt8]) -> Bool {
        spellings(key).contains { Data(text).range(of: Data($0)) != nil }
    }

    @Test("No command prints a key, and no file but its own has one")
    func output() throws {
        let log = try space.write(SampleLog.lines(50, seed: 521).log, to: "access.log")
        var printed = ""
        func run(_ arguments: [String]) throws { printed += try space.run(arguments + ["--verbose"]).everything }
        try run(["init"])
        try run(["ingest", log])
        let waiting = space.keys + "/OFFICER-KEY-MOVE-ME"
        let epoch = space.keys + "/epochs/2026-03-01.key"
        let identity = space.keys + "/identity/2026-03.key"
        let keys = [
            waiting: try privateHalf(waiting), epoch: try Workspace.bytes(epoch),
            identity: try Workspace.bytes(identity),
        ]
        for json in [[], ["--json"]] {
            try run(["officer", "list"] + json)
            try run(["officer", "test", "--officer-key", waiting] + json)
            try run(["officer", "taken", "--officer-key", waiting] + json)
            try run(["keys", "status"] + json)
            try run(["explain", log] + json)
        }
        try run(["officer", "new", "anna", "--add", "-o", space.path("anna.key")])
        for (path, key) in keys {
            #expect(!contains(Array(printed.utf8), key), "\(path) was printed")
            for file in try space.files(below: space.store) + space.files(below: space.keys) where file != path {
                #expect(!contains(try Workspace.bytes(file), key), "\(path) is in \(file)")
            }
        }
        #expect(!contains(Array(printed.utf8), try privateHalf(space.path("anna.key"))))
        for file in try space.files(below: space.store) + space.files(below: space.keys) {
            #expect(!contains(try Workspace.bytes(file), try privateHalf(space.path("anna.key"))), "\(file)")
        }
    }

    @Test(
        "A run that has been shown a key has it neither in its arguments nor in its environment, and leaves no core file",
        .enabled(if: FileManager.default.fileExists(atPath: "/proc/self/limits"), "needs /proc"))
    func process() throws {
        _ = try space.run(["init"])
        let waiting = space.keys + "/OFFICER-KEY-MOVE-ME"
        let key = try privateHalf(waiting)
        // Half of the key is fed; the run waits for the rest while it is looked at.
        let run = try space.run(
            #"""
            ulimit -c unlimited 2>/dev/null
            coproc RUN { exec "$@" 2>&1; }
            head -c 150 '\#(waiting)' >&"${RUN[1]}"
            for try in $(seq 5000); do
                grep -q '^Max core file size  *0  *0 ' "/proc/$RUN_PID/limits" && break
                [ "$try" -lt 5000 ] || exit 9
            done
            cat "/proc/$RUN_PID/cmdline" "/proc/$RUN_PID/environ"
            tail -c +151 '\#(waiting)' >&"${RUN[1]}"
            eval "exec ${RUN[1]}>&-"
            cat <&"${RUN[0]}"
            """#, ["officer", "test", "--officer-key", "-"])
        #expect(run.code == 0)
        #expect(run.output.contains("--officer-key"))
        #expect(run.output.contains("This is the key of officer"))
        #expect(!contains(Array(run.output.utf8), key))
    }
}
