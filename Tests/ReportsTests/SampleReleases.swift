import Events
@_spi(DisclosureControl) import Releases

/// Releases as disclosure control could have made them, written out by hand.
enum SampleReleases {
    static let newest = Day(number: 20_519)  // Saturday 7 March 2026

    /// Eight days, the third of which was too quiet, and a supplement to the one before the newest.
    static var week: [ReleasedEpoch] {
        (0..<8).map { $0 == 5 ? quiet(newest.advanced(by: -5)) : day(newest.advanced(by: -$0), scale: Int64(20 - $0)) }
            + [supplement(newest.advanced(by: -1))]
    }

    static func release(_ epoch: Epoch, _ tables: [PublishedTable]) -> ReleasedEpoch {
        ReleasedEpoch(
            epoch: epoch, definitionsDigest: Array(repeating: 0xD1, count: 32),
            policyDigest: Array(repeating: 0x0F, count: 32), k: 10, timeZone: "Europe/Berlin", tables: tables)
    }

    static func quiet(_ day: Day) -> ReleasedEpoch {
        release(Epoch(day: day), [])
    }

    static func supplement(_ day: Day) -> ReleasedEpoch {
        let epoch = Epoch(day: day, supplement: 1)
        return release(epoch, [totals(epoch, visitors: 34, visits: 40, views: 75, hits: 300)])
    }

    static func day(_ day: Day, scale: Int64) -> ReleasedEpoch {
        let epoch = Epoch(day: day)
        let hourRows = (0..<8).flatMap { block -> [PublishedTable.Row] in
            let label = { (hour: Int) in hour < 10 ? "0\(hour)" : "\(hour)" }
            if block == 0 {
                return [
                    .init(
                        label: "00-02", kind: scale % 2 == 0 ? .value : .hidden,
                        values: scale % 2 == 0 ? [.number(9 * scale), .number(11)] : [.hidden, .hidden])
                ]
            }
            return (block * 3..<block * 3 + 3).map { hour in
                let height = Int64(144 - (hour - 13) * (hour - 13))
                return .init(
                    label: label(hour), kind: .value,
                    values: [.number(height * scale / 2), .number(height * scale / 9)])
            }
        }
        return release(
            epoch,
            [
                totals(epoch, visitors: 61 * scale, visits: 70 * scale, views: 203 * scale, hits: 1300 * scale),
                table(
                    "pages", epoch, "page_views",
                    [
                        .init(label: "/", kind: .value, values: [.number(90 * scale), .number(52 * scale)]),
                        .init(
                            label: "/very/long/path/that/does/not/fit/into/the/column/of/labels/{id}/index.html",
                            kind: .value, values: [.number(50 * scale), .number(31 * scale)]),
                        .init(label: "/가격/\u{1B}[31mred", kind: .value, values: [.number(20 * scale), .hidden]),
                        .init(label: "other", kind: .other, values: [.number(43 * scale), .hidden]),
                    ], hides: true),
                table(
                    "referrers", epoch, "page_views",
                    [
                        .init(label: "(internal)", kind: .value, values: [.number(133 * scale), .number(40 * scale)]),
                        .init(label: "(none)", kind: .value, values: [.number(50 * scale), .number(30 * scale)]),
                        .init(
                            label: "search.example", kind: .value, values: [.number(20 * scale), .number(18 * scale)]),
                    ]),
                table("hours", epoch, "hits", hourRows, hides: scale % 2 == 1),
                table(
                    "status_codes", epoch, "hits",
                    [
                        .init(label: "200", kind: .value, values: [.number(1200 * scale), .number(61 * scale)]),
                        .init(label: "404", kind: .hidden, values: [.hidden, .hidden]),
                        .init(label: "500", kind: .hidden, values: [.hidden, .hidden]),
                    ], hides: true),
                PublishedTable(
                    name: "robots", epoch: epoch,
                    columns: [.init(name: "hits", unit: .count), .init(name: "bytes", unit: .bytes)],
                    rows: [
                        .init(label: "Googlebot", kind: .value, values: [.number(7 * scale), .number(4096 * scale)])
                    ],
                    k: 10),
            ])
    }

    private static func table(
        _ name: String, _ epoch: Epoch, _ measure: String, _ rows: [PublishedTable.Row], hides: Bool = false
    ) -> PublishedTable {
        PublishedTable(
            name: name, epoch: epoch,
            columns: [.init(name: measure, unit: .count), .init(name: "visitors", unit: .people)], rows: rows, k: 10,
            hidesRows: hides)
    }

    static func totals(
        _ epoch: Epoch, visitors: Int64, visits: Int64, views: Int64, hits: Int64
    ) -> PublishedTable {
        PublishedTable(
            name: "totals", epoch: epoch,
            columns: [
                .init(name: "visitors", unit: .people), .init(name: "visits", unit: .count),
                .init(name: "page_views", unit: .count), .init(name: "hits", unit: .count),
                .init(name: "bytes", unit: .bytes), .init(name: "page_views_per_visit", unit: .mean),
                .init(name: "bounce_rate", unit: .share), .init(name: "visit_duration", unit: .seconds),
            ],
            rows: [
                .init(
                    label: "all", kind: .value,
                    values: [
                        .number(visitors), .number(visits), .number(views), .number(hits), .number(hits * 30_000),
                        .ratio(views, over: visits), .ratio(visits * 2 / 5 + 3, over: visits),
                        .ratio(visits * 187, over: visits),
                    ])
            ], k: 10)
    }
}
