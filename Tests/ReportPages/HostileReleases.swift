import Events
@_spi(DisclosureControl) import Releases
import TestSupport

/// Releases whose every label tries to become more than text.
///
/// A script that runs sets `window.touched`, which the browser looks at.
enum HostileReleases {
    private static let run = "window.touched=1"

    static let labels: [String] = [
        "<script>\(run)</script>",
        "\"><img src=x onerror=\(run)>",
        "'><svg onload=\(run)>",
        "</th></tr></table></main></body></html><script>\(run)</script>",
        "</style><script>\(run)</script>", "</title><script>\(run)</script>", "--><script>\(run)</script>",
        "]]><script>\(run)</script>", "<!--", "<![CDATA[", "<?xml version=\"1.0\"?>",
        "javascript:\(run)", "data:text/html,<script>\(run)</script>",
        // A quotation mark with an accent is one character and ends an attribute all the same.
        "\"\u{301} onmouseover=\(run) autofocus onfocus=\(run) x=", "<\u{301}script>\(run)</script>",
        "&lt;script&gt;\(run)&lt;/script&gt;", "&#60;script&#62;", "&amp", "{{constructor.constructor('\(run)')()}}",
        "\u{202E}gpj.exe", "\u{2066}right to left\u{2069}", "مرحبا بالعالم", "zero\u{200B}width\u{FEFF}",
        "line\nfeed\r\n\ttab\u{0}nul\u{1B}[31m\u{85}\u{2028}",
        String(repeating: "a", count: 10_000), String(repeating: "<img src=x onerror=\(run)>", count: 400),
        "accents" + String(repeating: "\u{301}", count: 10_000), "\u{FFFD}\u{378}\u{E000}\u{10FFFD}",
        "", " ", "other", "(none)", "(internal)", "👩‍👩‍👧‍👦 가격 価格",
    ]

    static func days(_ count: Int) -> [ReleasedEpoch] {
        ExampleReleases().days(count).map { day in
            ExampleReleases.release(day.epoch, day.tables.map(hostile))
        }
    }

    private static func hostile(_ table: PublishedTable) -> PublishedTable {
        guard table.name != "totals", let first = table.rows.first else { return table }
        let rows = labels.enumerated().map { place, label in
            let labels = first.labels.count == 1 ? [label] : [HostileReleases.labels[place / 8], label]
            let kind = PublishedTable.Row.Kind.allCases[place % 5 == 0 ? 1 + place / 5 % 3 : 0]
            let values = kind == .hidden ? first.values.map { _ in .hidden } : first.values
            return PublishedTable.Row(labels: labels, kind: kind, values: values)
        }
        return PublishedTable(
            name: table.name, epoch: table.epoch, columns: table.columns, rows: rows, k: table.k, hidesRows: true,
            hiddenPercent: 12, total: table.total, note: labels[0] + labels[1])
    }
}
