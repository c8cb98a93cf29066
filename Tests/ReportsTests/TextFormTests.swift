import Testing

@testable import Reports

@Suite("What text is made of")
struct TextFormTests {
    @Test("A label that is too long keeps both ends, and wide characters count twice")
    func fitting() {
        #expect(SafeText.fitted("/short", to: 10) == "/short")
        #expect(SafeText.fitted("/a/long/path/index", to: 10) == "/a/lo…ndex")
        #expect(SafeText.width("가격") == 4)
        #expect(SafeText.width("🚀") == 2)
        #expect(SafeText.width(SafeText.fitted("가격가격가격가격", to: 9)) <= 9)
    }

    @Test("What could control a terminal is escaped")
    func escaping() {
        #expect(SafeText.escaped("a\u{202E}b\u{7}\u{9B}\u{7F}") == "a\\u{202E}b\\u{7}\\u{9B}\\u{7F}")
        #expect(SafeText.escaped("/plain") == "/plain")
        #expect(SafeText.escaped("\u{301}x") == "\\u{301}x")
    }

    @Test("A bar is as long as its value and never vanishes")
    func bars() {
        #expect(Bar.drawn(8, of: 8, columns: 4) == "████")
        #expect(Bar.drawn(1, of: 1000, columns: 4) == "▏   ")
        #expect(Bar.drawn(0, of: 8, columns: 4) == "    ")
    }

    @Test("A sparkline leaves a gap for what is not told")
    func sparklines() {
        #expect(Sparkline.drawn([0, 4, -1, 8]) == "▁▄ █")
        #expect(Sparkline.drawn([]) == "" && Sparkline.drawn([0, 0]) == "")
    }

    @Test("A line that is too long is cut and says so, colours do not count")
    func cutting() {
        #expect(TextStyle(colour: false).fitted("12345", to: 4) == "123…")
        let style = TextStyle(colour: true)
        #expect(style.fitted(style.strong("1234"), to: 4) == style.strong("1234"))
        #expect(style.fitted(style.strong("12345"), to: 4) == "123…")
    }

    @Test("Text is wrapped at spaces, Japanese anywhere but before marks and within katakana")
    func wrapping() {
        let report = TextReport(layout: .init(width: 60))
        let english = report.wrapped("one two three four five six seven eight nine ten eleven twelve", behind: "  - ")
        #expect(english == ["  - one two three four five six seven eight nine ten eleven ", "    twelve"])
        for line in report.wrapped(String(repeating: "訪問者とページビュー、", count: 9)) {
            #expect(SafeText.width(line) <= 62)
            #expect(!"、ー".contains(line.first ?? " "))
        }
    }

    @Test("Columns that do not fit are left out, the least wanted first, and named")
    func columns() {
        func cell(_ heading: String, _ place: Int) -> (place: Int, cell: TableForm.Cell) {
            (place, .init(heading: heading, texts: ["1"], isChange: false))
        }
        let form = TableForm(
            width: 60, labels: 40, fixed: [cell("hits", 0)], others: [cell("visitors", 9), cell("bytes sent", 3)])
        #expect(form.cells.map(\.heading) == ["hits", "visitors"])
        #expect(form.leftOut == ["bytes sent"])
        #expect(form.labelWidth + form.barWidth + 4 + form.cells.reduce(0) { $0 + $1.width } == 60)
    }
}
