import Events
@_spi(DisclosureControl) import Releases

/// Releases with all kinds of tables, as a middling site's could be.
enum RichReleases {
    static let newest = SampleReleases.newest

    /// The newest `count` days; `factor` gives each day's height in per cent by how many days ago it is.
    static func days(_ count: Int, factor: (Int) -> Int64 = { 100 - Int64($0 % 7) }) -> [ReleasedEpoch] {
        (0..<count).map { day(newest.advanced(by: -$0), percent: factor($0)) }
    }

    static func day(_ day: Day, percent: Int64, without hidden: Set<String> = []) -> ReleasedEpoch {
        let epoch = Epoch(day: day)
        let tables = Sample(epoch: epoch, percent: percent).tables.filter { !hidden.contains($0.name) }
        return SampleReleases.release(epoch, tables)
    }

    private struct Sample {
        let epoch: Epoch
        let percent: Int64

        func n(_ number: Int64) -> PublishedTable.Value { .number(number * percent / 100) }

        func row(_ labels: [String], _ values: PublishedTable.Value..., kind: PublishedTable.Row.Kind = .value)
            -> PublishedTable.Row
        {
            .init(labels: labels, kind: kind, values: values)
        }

        func table(
            _ name: String, _ columns: [PublishedTable.Column], _ rows: [PublishedTable.Row],
            total: PublishedTable.Value = .hidden, hiddenPercent: Int? = nil, note: String = ""
        ) -> PublishedTable {
            PublishedTable(
                name: name, epoch: epoch, columns: columns, rows: rows, k: 10,
                hidesRows: rows.contains { $0.kind != .value }, hiddenPercent: hiddenPercent, total: total, note: note)
        }

        func count(_ name: String) -> PublishedTable.Column { .init(name: name, unit: .count) }
        var visitors: PublishedTable.Column { .init(name: "visitors", unit: .people) }
        var bytes: PublishedTable.Column { .init(name: "bytes", unit: .bytes) }
        var durations: [PublishedTable.Column] {
            [.init(name: "duration_mean", unit: .meanMicroseconds)]
                + ["p50", "p95", "p99", "max"].map { .init(name: "duration_\($0)", unit: .microseconds) }
        }

        func slow(_ mean: Int64) -> [PublishedTable.Value] {
            [
                .ratio(mean * 1000, over: 1000), .bin(from: mean, below: mean * 6 / 5),
                .bin(from: mean * 3, below: mean * 18 / 5), .bin(from: mean * 8, below: mean * 9), .hidden,
            ]
        }

        var tables: [PublishedTable] { [totals, hours] + content + visits + origin + clients + others }

        var totals: PublishedTable {
            table(
                "totals",
                [
                    visitors, count("visits"), count("page_views"), count("hits"), bytes,
                    .init(name: "page_views_per_visit", unit: .mean), .init(name: "bounce_rate", unit: .share),
                    .init(name: "visit_duration", unit: .seconds), .init(name: "visit_duration_p50", unit: .seconds),
                    count("events"),
                ] + durations,
                [
                    .init(
                        label: "all", kind: .value,
                        values: [
                            n(1220), n(1400), n(4060), n(26000), n(780_000_000), .ratio(4060, over: 1400),
                            .ratio(560, over: 1400), .ratio(1400 * 187, over: 1400), .bin(from: 60, below: 75), n(900),
                        ] + slow(23_000))
                ])
        }

        var hours: PublishedTable {
            table(
                "hours", [count("hits"), count("page_views"), bytes, visitors],
                (0..<24).map { hour in
                    let height = Int64(180 - (hour - 13) * (hour - 13))
                    let label = hour < 10 ? "0\(hour)" : "\(hour)"
                    return hour == 4 && percent % 5 == 0
                        ? row([label], .hidden, .hidden, .hidden, .hidden, kind: .hidden)
                        : row([label], n(height * 10), n(height * 2), n(height * 300_000), n(height / 2 + 20))
                }, total: n(26000))
        }

        var content: [PublishedTable] {
            [
                table(
                    "pages", [count("page_views"), bytes, visitors] + durations,
                    [
                        .init(label: "/", kind: .value, values: [n(1800), n(90_000_000), n(1040)] + slow(12_000)),
                        .init(
                            label: "/products/{id}/reviews/latest/with/photos/page", kind: .value,
                            values: [n(1000), n(50_000_000), n(620)] + slow(48_000)),
                        .init(
                            label: "/가격/\u{1B}[31mred", kind: .value,
                            values: [.atLeast(400), n(9_000_000), .hidden] + slow(95_000)),
                        .init(label: "/はじめに", kind: .value, values: [n(160), n(4_000_000), n(90)] + slow(700)),
                        .init(
                            label: "heavy automated use", kind: .heavy,
                            values: [n(300), n(5_000_000), .hidden, .hidden, .hidden, .hidden, .hidden, .hidden]),
                        .init(
                            label: "other", kind: .other,
                            values: [n(400), n(6_000_000), .hidden, .hidden, .hidden, .hidden, .hidden, .hidden]),
                    ], total: n(4060), hiddenPercent: 10),
                table(
                    "not_found_pages", [count("hits"), visitors],
                    [row(["/old.html"], n(80), n(60)), row(["=HYPERLINK(\"x\")"], n(30), n(20))], total: n(110)),
                table(
                    "not_found_referrers", [count("hits"), visitors],
                    [
                        row(["/old.html", "blog.example"], n(50), n(40)), row(["/old.html", "(none)"], n(30), n(20)),
                        row(["=HYPERLINK(\"x\")", "(none)"], n(30), n(20)),
                    ]),
                table(
                    "status_codes", [count("hits"), bytes, visitors],
                    [
                        row(["200"], n(24000), n(770_000_000), n(1220)),
                        row(["404"], n(110), n(400_000), n(80)), row(["500"], .hidden, .hidden, .hidden, kind: .hidden),
                    ], total: n(26000)),
                table(
                    "response_times", [count("hits"), visitors],
                    [
                        row(["0-999"], n(900), n(300)), row(["1000-9999"], n(14000), n(900)),
                        row(["10000-99999"], n(10000), n(1000)), row(["100000-299999"], n(900), n(200)),
                        row(["10000000-"], n(30), n(20)),
                    ], total: n(26000)),
            ]
        }

        var visits: [PublishedTable] {
            [
                table(
                    "visits_per_visitor", [.init(name: "people", unit: .people)],
                    [row(["1"], n(1000)), row(["2"], n(150)), row(["4-5"], n(30)), row(["11+"], n(20))]),
                table(
                    "visit_durations", [count("visits"), visitors],
                    [row(["0-9"], n(600), n(500)), row(["10-29"], n(400), n(300)), row(["1800-"], n(90), n(80))],
                    total: n(1400)),
                table(
                    "viewing_times",
                    [
                        count("page_views"), .init(name: "viewing_time", unit: .seconds),
                        .init(name: "viewing_time_p50", unit: .seconds),
                    ], [row(["/"], n(900), .ratio(90_000, over: 900), .bin(from: 40, below: 50))]),
                table(
                    "transitions", [count("page_views"), visitors],
                    [
                        row(["/", "/products/{id}/reviews/latest/with/photos/page"], n(500), n(400)),
                        row(["/", "/はじめに"], n(90), n(60)), row(["/はじめに", "/"], n(40), n(30)),
                        row(["/", "other"], n(60), n(40), kind: .other),
                    ]),
            ]
        }

        var origin: [PublishedTable] {
            [
                table(
                    "referrer_kinds", [count("page_views"), count("visits"), visitors],
                    [
                        row(["internal"], n(2600), n(100), n(800)), row(["search"], n(900), n(800), n(700)),
                        row(["(none)"], n(560), n(500), n(400)),
                    ], total: n(4060)),
                table(
                    "referrers", [count("page_views"), visitors],
                    [
                        row(["internal", "(internal)"], n(2600), n(800)),
                        row(["search", "search.example"], n(700), n(600)),
                        row(["search", "find.example"], n(200), n(150)),
                        row(["(none)", "(none)"], n(560), n(400)),
                    ]),
                table(
                    "campaigns", [count("page_views"), count("visits"), visitors],
                    [row(["news / mail / spring"], n(90), n(80), n(70))], total: n(90)),
            ]
        }

        var clients: [PublishedTable] {
            [
                table(
                    "browsers", [count("hits"), count("visits"), visitors],
                    [row(["Chrome"], n(16000), n(900), n(800)), row(["Safari"], n(8000), n(400), n(350))],
                    total: n(26000), hiddenPercent: 0),
                table(
                    "browser_versions", [count("hits"), visitors],
                    [
                        row(["Chrome", "145"], n(12000), n(600)), row(["Chrome", "144"], n(3500), n(190)),
                        row(["Safari", "26"], n(8000), n(350)),
                        row(["Chrome", "other"], n(500), .hidden, kind: .other),
                    ]),
                table(
                    "device_classes", [count("hits"), visitors],
                    [row(["desktop"], n(15000), n(700)), row(["phone"], n(11000), n(520))], total: n(26000)),
                table(
                    "countries", [count("hits"), count("page_views"), visitors],
                    [row(["JP"], n(15000), n(2500), n(700)), row(["KR"], n(9000), n(1300), n(400))], total: n(26000)),
            ]
        }

        var others: [PublishedTable] {
            [
                table("genders", [count("hits"), visitors], [row(["female"], n(300), n(40))]),
                table("app_events", [count("events"), visitors], [row(["open"], n(900), n(300))], total: n(900)),
                table(
                    "robots", [count("hits"), bytes],
                    [row(["Googlebot"], n(700), n(9_000_000)), row(["(none)"], n(90), n(800_000))]),
                table("monitors", [count("hits"), bytes], [row(["UptimeRobot"], n(288), n(300_000))]),
            ]
        }
    }
}
