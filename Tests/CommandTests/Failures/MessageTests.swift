import Testing

@Suite("Messages never repeat what stands in a log")
struct MessageTests {
    private static let markers = [
        "198.51.100.23", "2001:db8:77::9", "Jabberwock/9.3", "/vorpal/sword", "mome.example.com", "alice-liddell",
    ]
    private static let good =
        #"198.51.100.23 - alice-liddell [01/Mar/2026:00:00:00 +0000] "GET /vorpal/sword HTTP/1.1" 200 1 "https://mome.example.com/" "Jabberwock/9.3""#
    private static let bad = [
        #"2001:db8:77::9 - alice-liddell [99/Mar/2026:00:00:00 +0000] "GET /vorpal/sword HTTP/1.1" 200 1 "https://mome.example.com/" "Jabberwock/9.3""#,
        #"2001:db8:77::9 - - [01/Mar/2026:00:00:00 +0000] "GET /vorpal/sword HTTP/1.1" 2000000 1 "https://mome.example.com/" "Jabberwock/9.3"#,
        #"198.51.100.23 alice-liddell /vorpal/sword Jabberwock/9.3 https://mome.example.com/"#,
        #"198.51.100.23 - - [01/Mar/2999:00:00:00 +0000] "GET /vorpal/sword HTTP/1.1" 200 1 "-" "Jabberwock/9.3""#,
        #"198.51.100.23 - - [01/Mar/2026:00:00:00 +0000] "GET /vorpal/sword"#,
    ]

    @Test(
        "Whatever goes wrong",
        arguments: [[], ["--json"], ["--verbose"], ["--format", "combined"], ["--format", "common"]])
    func silence(options: [String]) throws {
        let space = try Workspace()
        let inputs = try [
            space.write((MessageTests.bad + [MessageTests.good]).log, to: "a.log"),
            space.write(
                ([String](repeating: MessageTests.good, count: 1500)
                    + [[String]](repeating: MessageTests.bad, count: 100).flatMap { $0 }).log, to: "b.log"),
            space.write(
                Array(Workspace.gzip([MessageTests.good, MessageTests.bad[0]].log).dropLast(5)), to: "c.log.gz"),
            space.write(Array(MessageTests.bad[4].utf8), to: "d.log"),
        ]
        for input in inputs {
            for _ in 1...2 {
                let run = try space.run(["ingest"] + options + [input])
                #expect([0, 65].contains(run.code))
                for marker in MessageTests.markers {
                    #expect(!run.everything.contains(marker), "\(marker) in \(run.everything)")
                }
            }
        }
        for command in ["aggregate", "report"] {
            let run = try space.run([command])
            for marker in MessageTests.markers { #expect(!run.everything.contains(marker)) }
        }
    }

    @Test("A run that dies of lack of memory shows none of its memory", arguments: [30_000, 40_000, 50_000])
    func outOfMemory(kibibytes: Int) throws {
        let space = try Workspace()
        let part = Workspace.gzip([String](repeating: MessageTests.good, count: 60_000).log)
        let path = try space.write([[UInt8]](repeating: part, count: 20).flatMap(\.self), to: "a.log.gz")
        let run = try space.run(#"ulimit -d \#(kibibytes); exec "$@""#, ["ingest", path])
        for marker in MessageTests.markers { #expect(!run.everything.contains(marker)) }
        #expect(!run.errors.contains("Registers"), "a dump of registers shows what they point to")
    }
}
