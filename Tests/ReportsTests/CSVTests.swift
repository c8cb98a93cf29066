import Testing

@testable import Reports

@Suite("CSV")
struct CSVTests {
    @Test(
        "Fields are quoted where they must be, and no field is a formula",
        arguments: [
            ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""), ("=1+1", "'=1+1"),
            ("+1", "'+1"),
            ("-1", "'-1"), ("@x", "'@x"), ("\tx", "'\\u{9}x"), ("\rx", "'\\u{D}x"), ("＝x", "'＝x"), ("a=1", "a=1"),
            ("=a,b", "\"'=a,b\""), ("line\nline", "line\\u{A}line"), ("", ""), ("=\u{301}x", "'=\u{301}x"),
        ])
    func fields(_ field: String, _ expected: String) {
        var writer = CSVWriter()
        writer.row([field, "x"])
        #expect(writer.text == expected + ",x\r\n")
    }

    @Test("Each file is named after its table, and one says what the others are")
    func files() throws {
        let files = CSVReport().files(Report(RichReleases.days(2), asOf: "now"))
        #expect(files.first?.name == "totals")
        #expect(files.last?.name == CSVReport.about)
        #expect(Set(files.map(\.name)).count == files.count)
        let about = Dictionary(CSVRows.parsed(try #require(files.last).text).map { ($0[0], $0[1]) }) { $1 }
        #expect(about["k"] == "10" && about["time_zone"] == "Europe/Berlin" && about["to"] == "2026-03-07")
        #expect(about["policy_digest"]?.count == 64)
    }

    @Test("What is not told is an empty field, a lower bound stands in a column of its own, a bin in two")
    func forms() throws {
        let rows = CSVRows.parsed(CSVReport().render(Report(RichReleases.days(1), asOf: "now"), table: "pages"))
        #expect(
            rows[0].prefix(6) == ["path", "row", "days", "page_views", "page_views_at_least", "bytes"])
        let bound = try #require(rows.first { $0[0].hasPrefix("/가격") })
        #expect(bound[3] == "" && bound[4] == "400")
        let place = try #require(rows[0].firstIndex(of: "duration_p95_from"))
        #expect(rows[1][place] == "36000" && rows[1][place + 1] == "43200")
    }

    @Test("A table that no day released is its heading")
    func missing() {
        #expect(CSVReport().render(Report([], asOf: "now"), table: "pages") == "path,row,days\r\n")
    }
}
