import Foundation
import Testing

@Suite("explain shows how lines are read, and stores nothing")
struct ExplainTests {
    private static let good =
        #"203.0.113.9 - - [01/Mar/2026:00:00:03 +0000] "GET /a?b=1 HTTP/1.1" 200 512 "https://example.org/" "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/133.0.0.0 Safari/537.36""#
    private static let bad = #"203.0.113.9 - - [01/Mrz/2026:00:00:03 +0000] "GET / HTTP/1.1" 200 512 "-" "-""#

    private let space: Workspace

    init() throws {
        space = try Workspace()
    }

    private func explain(_ lines: [String], _ options: [String] = ["--json"]) throws -> [String] {
        let run = try space.run(["explain"] + options, input: .pieces([lines.log]))
        #expect(run.code == 0)
        #expect(run.errors == "")
        #expect(try space.files(below: space.folder).isEmpty, "something is stored")
        return run.output.split(separator: "\n").map(String.init)
    }

    private func object(_ line: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }

    @Test("What few formats tell stands behind what all tell, and only where it is there")
    func rarer() throws {
        let device = #"<30>Mar  1 00:00:03 gw dnsmasq-dhcp[3]: DHCPACK(br0) 192.0.2.44 00:00:5e:00:53:01 phone"#
        let line = try #require(try explain([device]).first)
        let record = try #require(try object(line)["record"] as? [String: Any])
        #expect(record["mac"] as? String == "00:00:5e:00:53:01")
        #expect(record["event"] as? String == "DHCPACK")
        #expect(record["screen"] == nil)
    }

    @Test("A line that is read: format, record and event")
    func accepted() throws {
        let lines = try explain([ExplainTests.good])
        #expect(lines.count == 1)
        // The order of members is part of the form, up to the pseudonyms, which are random.
        let beginning =
            #"{"file":"-","line":1,"format":"combined","record":{"client":"203.0.113.9","user":null,"time":"2026-03-01T00:00:03.000Z","#
            + #""method":"GET","target":"/a?b=1","protocol":"HTTP/1.1","status":200,"bytes":512,"referrer":"https://example.org/","#
            + #""agent":"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/133.0.0.0 Safari/537.36","#
            + #""host":null,"mac":null,"device":null,"cookie":null,"duration_us":null},"event":{"time":"2026-03-01T00:00:03.000Z","#
        #expect(lines[0].hasPrefix(beginning))
        let event = try #require(try object(lines[0])["event"] as? [String: Any])
        let expected: [String: String] = [
            "path": "/a", "referrer_domain": "example.org", "browser": "Chrome", "browser_major": "133",
            "os": "Windows",
            "device_class": "desktop",
        ]
        for (name, value) in expected { #expect(event[name].map { "\($0)" } == value, "\(name)") }
        #expect(event["robot"] as? Bool == false)
        let visitor = try #require(event["visitor"] as? String)
        #expect(visitor.count == 32 && visitor.allSatisfy(\.isHexDigit))
    }

    @Test("With --verbose the object tells the rule and the purpose of each field of the event, without it none")
    func rules() throws {
        let plain = try object(try #require(try explain([ExplainTests.good]).first))
        #expect(plain.keys.sorted() == ["event", "file", "format", "line", "record"])
        let run = try space.run(
            ["explain", "--json", "--verbose"], input: .pieces([[ExplainTests.good, ExplainTests.bad].log]))
        #expect(run.code == 0)
        let lines = run.output.split(separator: "\n").map(String.init)
        #expect(lines.count == 2)
        let line = try object(lines[0])
        let rules = try #require(line["rules"] as? [String: [String: String]])
        let event = try #require(line["event"] as? [String: Any])
        #expect(rules.keys.sorted() == event.keys.sorted())
        #expect(rules["visitor"] == ["rule": "pseudonymize", "purpose": "statistics"])
        #expect(rules["path"] == ["rule": "generalize", "purpose": "statistics"])
        #expect(try object(lines[1])["rules"] == nil)
    }

    @Test("A line that is not read: reason and column")
    func rejected() throws {
        let lines = try explain([ExplainTests.good, ExplainTests.bad], ["--json", "--format", "combined"])
        #expect(lines.count == 2)
        #expect(lines[1] == #"{"file":"-","line":2,"rejected":"bad timestamp","column":17}"#)
    }

    @Test("The format that a line has is named, also where none is chosen for the input")
    func formatOfLine() throws {
        let lines = try explain([ExplainTests.good, ExplainTests.bad])
        #expect(lines.count == 2)
        #expect(try object(lines[0])["format"] as? String == "combined")
    }

    @Test("The bytes that UTF-8 does not know, control characters and quotes make no bad JSON")
    func strangeBytes() throws {
        let line =
            Array(#"203.0.113.9 - - [01/Mar/2026:00:00:03 +0000] "GET /"#.utf8) + [0xFF, 0xC3, 0x1B, 0x07, 0x5C, 0x22]
            + Array(#" HTTP/1.1" 200 5 "-" "a\"b\\c""#.utf8) + [10]
        let run = try space.run(["explain", "--json", "--format", "combined"], input: .pieces([line]))
        #expect(run.code == 0)
        let one = run.output.split(separator: "\n").map(String.init)
        #expect(one.count == 1)
        #expect(try object(one[0])["record"] != nil)
    }

    @Test("Pseudonyms are made with a key that is thrown away")
    func throwaway() throws {
        let first = try explain([ExplainTests.good])
        let second = try explain([ExplainTests.good])
        func visitor(_ lines: [String]) throws -> String? {
            (try object(lines[0])["event"] as? [String: Any])?["visitor"] as? String
        }
        #expect(try visitor(first) != visitor(second))
    }

    @Test("The text for people")
    func text() throws {
        let lines = try explain([ExplainTests.good, "", "# a comment", ExplainTests.bad], ["--format", "combined"])
        // Pseudonyms differ from run to run.
        let text = lines.map { line in
            line.replacing(/"[0-9a-f]{32}"/, with: "\"(32 digits)\"")
        }
        try expectSnapshot(text.joined(separator: "\n") + "\n", "explain.txt")
    }
}
