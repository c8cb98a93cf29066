import Events
@_spi(DisclosureControl) import Releases
import TestSupport

/// Releases and labels of any kind, by a seed.
enum RandomPages {
    private static let pieces = [
        "<", ">", "\"", "'", "&", "</", "<!--", "-->", "]]>", "<![CDATA[", "&amp;", "&#0;", "\u{301}", "\u{202E}",
        "\u{2066}",
        "\u{0}", "\u{1B}[31m", "\u{85}", "\u{2028}", "\u{FEFF}", "\u{FFFD}", "\u{E000}", "\u{10FFFD}", "javascript:",
        "</style>",
        "</script>", "<script>", " onload=", "/path/{id}", "가격", "価格", "עברית", "👩‍👩‍👧", " ", "-", "=", "\\", "%", "0",
        "12-15",
    ]

    static func text(using random: inout SplitMix64) -> String {
        (0..<Int.random(in: 0...12, using: &random)).map { _ in
            if Int.random(in: 0..<400, using: &random) == 0 { return String(repeating: "long\u{301}", count: 300) }
            return pieces[Int.random(in: 0..<pieces.count, using: &random)]
        }.joined()
    }

    static func releases(using random: inout SplitMix64) -> [ReleasedEpoch] {
        (0..<Int.random(in: 0...12, using: &random)).flatMap { back -> [ReleasedEpoch] in
            let day = ExampleReleases.newest.advanced(by: -back * Int.random(in: 1...3, using: &random) - back)
            let supplements = Int.random(in: 0..<4, using: &random) == 0 ? 1 : 0
            return (0...supplements).map { release(Epoch(day: day, supplement: $0), using: &random) }
        }
    }

    private static func release(_ epoch: Epoch, using random: inout SplitMix64) -> ReleasedEpoch {
        guard Int.random(in: 0..<6, using: &random) > 0 else { return ExampleReleases.release(epoch, []) }
        let names = [
            "totals", "hours", "pages", "referrers", "transitions", "status_codes", "response_times", "robots",
            "unheard_of",
        ]
        return ExampleReleases.release(
            epoch,
            names.filter { _ in Int.random(in: 0..<5, using: &random) > 0 }.map { table($0, epoch, using: &random) })
    }

    private static func table(
        _ name: String, _ epoch: Epoch, using random: inout SplitMix64
    ) -> PublishedTable {
        let columns =
            [
                "hits", "page_views", "visits", "visitors", "bytes", "bounce_rate", "visit_duration", "duration_mean",
                "duration_p95",
            ].filter { _ in Int.random(in: 0..<3, using: &random) > 0 } + ["events"]
        let isNested = ["referrers", "transitions"].contains(name)
        let rows = (0..<Int.random(in: 0...30, using: &random)).map { row in
            let label =
                name == "hours" && Bool.random(using: &random)
                ? (row % 24 < 10 ? "0\(row % 24)" : "\(row % 24)") : text(using: &random)
            return PublishedTable.Row(
                labels: isNested ? [pieces[row / 4], label] : [label],
                kind: PublishedTable.Row.Kind.allCases[max(0, Int.random(in: -6...3, using: &random))],
                values: columns.map { _ in value(using: &random) })
        }
        return PublishedTable(
            name: name, epoch: epoch, columns: columns.map { ExampleTable.column($0) }, rows: rows, k: 10,
            hidesRows: Bool.random(using: &random),
            hiddenPercent: Bool.random(using: &random) ? Int.random(in: 0...100, using: &random) : nil,
            total: value(using: &random), note: Int.random(in: 0..<4, using: &random) == 0 ? text(using: &random) : "")
    }

    private static func value(using random: inout SplitMix64) -> PublishedTable.Value {
        let number = Int64.random(in: 0...(1 << Int64.random(in: 0...62, using: &random)), using: &random)
        return switch Int.random(in: 0..<9, using: &random) {
        case 0: .hidden
        case 1: .ratio(number, over: Int64.random(in: 1...1000, using: &random))
        case 2: .atLeast(number)
        case 3:
            .bin(
                from: number, below: Bool.random(using: &random) ? nil : number.addingReportingOverflow(9).partialValue)
        default: .number(number)
        }
    }
}
