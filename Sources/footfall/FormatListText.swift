import Intake

/// What `--list-formats` prints.
enum FormatListText {
    static var text: String {
        let formats = FormatRegistry.formats.map { ($0.name, $0.summary) }
        let envelopes = FormatRegistry.envelopes.map { ($0.name + ":", $0.summary) }
        return """
            \(table(formats))
            Around any of them, as in syslog:combined:
            \(table(envelopes))
            Or as a server is configured: the text of an nginx log_format or an Apache LogFormat, a #Fields line, or
            json, logfmt or ltsv with a map such as 'json client=req.ip time:ms=ts method=req.method target=req.url'.

            """
    }

    private static func table(_ rows: [(name: String, summary: String)]) -> String {
        let width = rows.map(\.name.count).max() ?? 0
        return rows.map { row in
            row.name + String(repeating: " ", count: width + 2 - row.name.count) + row.summary + "\n"
        }.joined()
    }
}
