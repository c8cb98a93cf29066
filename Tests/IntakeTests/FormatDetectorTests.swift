import Testing

@testable import Intake

@Suite("FormatDetector")
struct FormatDetectorTests {
    static let common = "192.0.2.1 - - [10/Oct/2000:13:55:36 -0700] \"GET / HTTP/1.1\" 200 1"
    static let combined = common + " \"-\" \"curl\""
    static let extra = combined + " \"-\" 0.003"
    static let virtualHost = "example.org:80 " + combined

    @Test(
        "A log of one format is recognised",
        arguments: [
            (common, "common"), (combined, "combined"), (extra, "combined_extra"), (virtualHost, "vhost_combined"),
        ])
    func pure(line: String, name: String) throws {
        let text = "#header\n\n" + String(repeating: line + "\r\n", count: 30)
        let choice = try #require(FormatDetectorTests.choice(text))
        #expect(choice.formats.map(\.name) == [name])
        #expect(choice.lines == 30 && choice.matching == 30)
    }

    @Test("A mixed log gets fallbacks, the format of most lines first")
    func mixed() throws {
        let text =
            String(repeating: FormatDetectorTests.common + "\n", count: 3)
            + String(repeating: FormatDetectorTests.combined + "\n", count: 5)
        let choice = try #require(FormatDetectorTests.choice(text))
        #expect(choice.formats.map(\.name) == ["combined", "common"])
        #expect(choice.matching == 8)
    }

    @Test("A log with one broken line in twenty is accepted, with two it is refused", arguments: [1, 2])
    func threshold(broken: Int) {
        let text =
            String(repeating: FormatDetectorTests.combined + "\n", count: 20 - broken)
            + String(repeating: "nothing like it\n", count: broken)
        #expect((FormatDetectorTests.choice(text) != nil) == (broken == 1))
    }

    @Test("A refusal names the two nearest formats and where their first bad line stops")
    func refusal() throws {
        let text = FormatDetectorTests.combined + "\n{\"a\":1}\n{\"b\":2}\n"
        guard case .refused(let refusal) = FormatDetector.detect(Array(text.utf8).span) else {
            Issue.record("a format was chosen")
            return
        }
        #expect(refusal.lines == 3)
        #expect(refusal.nearest.map(\.name) == ["combined", "combined_extra"])
        #expect(refusal.nearest.map(\.matching) == [1, 1])
        #expect(refusal.nearest.first?.line == 2)
        #expect(refusal.nearest.first?.column == 8)
    }

    @Test("Nothing but blank lines and directives is no sample", arguments: ["", "\n", "#a\n#b\n  \n"])
    func noLines(text: String) {
        guard case .noLines = FormatDetector.detect(Array(text.utf8).span) else {
            Issue.record("there was a judgement")
            return
        }
    }

    @Test(
        "What is too long to be read says nothing about the format",
        arguments: [(limit: 154, lines: nil), (limit: 155, lines: 3), (limit: 2000, lines: 4)] as [(Int, Int?)])
    func maximumLineBytes(limit: Int, lines: Int?) {
        let fields = "#Fields: date time cs-method cs-uri-stem sc-status c-ip"
        let record = "2026-03-01 23:59:57 GET / 200 192.0.2.10\n"
        let text = Array(
            (fields + String(repeating: " ", count: 155 - fields.utf8.count) + "\r\n"
                + String(repeating: record, count: 3) + String(repeating: "x", count: 1000) + "\n").utf8)
        var found: FormatChoice?
        if case .chosen(let choice) = FormatDetector.detect(
            text.span, options: LineOptions(latest: .max, maximumLineBytes: limit))
        {
            found = choice
        }
        #expect(found?.lines == lines && found?.matching == lines.map { _ in 3 })
        var header = LogHeader()
        header.note(text.span, maximumLineBytes: limit)
        #expect(header.formatText == lines.map { _ in fields })
    }

    @Test("Only the first thousand lines are looked at")
    func sampleSize() throws {
        let text =
            String(repeating: FormatDetectorTests.combined + "\n", count: 1000)
            + String(repeating: "bad\n", count: 1000)
        let choice = try #require(FormatDetectorTests.choice(text))
        #expect(choice.lines == 1000 && choice.matching == 1000)
    }

    @Test("Names in the registry are unique and lead back to their formats")
    func registry() {
        let names = FormatRegistry.formats.map(\.name)
        #expect(Set(names).count == names.count)
        #expect(names.allSatisfy { FormatRegistry.format(named: $0)?.name == $0 })
        #expect(FormatRegistry.format(named: "no such format") == nil)
    }

    static func choice(_ text: String) -> FormatChoice? {
        guard case .chosen(let choice) = FormatDetector.detect(Array(text.utf8).span) else { return nil }
        return choice
    }
}
