public import Events
@_spi(DisclosureControl) public import Releases

/// Releases of a made-up shop for tea, with every table that there is: the same each time.
public struct ExampleReleases: Sendable {
    /// Saturday 7 March 2026.
    public static let newest = Day(number: 20_519)

    /// How many page views a usual day has, in hundreds.
    public let size: Int64
    /// How many pages the site has.
    public let pages: Int

    public init(size: Int64 = 180, pages: Int = 60) {
        self.size = size
        self.pages = pages
    }

    /// The newest `count` days, oldest first; of each eleventh nothing can be told.
    public func days(_ count: Int) -> [ReleasedEpoch] {
        (0..<count).reversed().map { back in
            let epoch = Epoch(day: ExampleReleases.newest.advanced(by: -back))
            return back % 11 == 10 ? ExampleReleases.release(epoch, []) : day(epoch, back: back)
        }
    }

    public static func release(_ epoch: Epoch, _ tables: [PublishedTable], k: Int = 10) -> ReleasedEpoch {
        ReleasedEpoch(
            epoch: epoch, definitionsDigest: Array(repeating: 0xD1, count: 32),
            policyDigest: Array(repeating: 0x0F, count: 32), k: k, timeZone: "Europe/Berlin", tables: tables)
    }

    private func day(_ epoch: Epoch, back: Int) -> ReleasedEpoch {
        var random = SplitMix64(seed: UInt64(epoch.day.number))
        let weekday: [Int64] = [112, 108, 104, 106, 98, 74, 82]
        // A slow rise, a week with a rhythm, and one day on which an article was shared.
        let trend = 1000 + Int64(60 - min(60, back)) * 4
        let shared: Int64 = back == 3 ? 168 : 100
        let noise = Int64.random(in: 95...105, using: &random)
        let views = size * weekday[epoch.day.weekday - 1] * trend * shared * noise / 10_000_000
        let tables = ExampleTables.all(pages: pages).map { table in
            published(table, epoch, views: views, using: &random)
        }
        return ExampleReleases.release(epoch, [totals(epoch, views: views, using: &random)] + tables)
    }

    private func totals(_ epoch: Epoch, views: Int64, using random: inout SplitMix64) -> PublishedTable {
        let visits = views * 100 / Int64.random(in: 325...355, using: &random)
        let columns =
            ("visitors visits page_views hits bytes page_views_per_visit bounce_rate visit_duration visit_duration_p50 events "
            + ExampleTable.durations).split(separator: " ").map { ExampleTable.column(String($0)) }
        let values: [PublishedTable.Value] =
            [
                .number(visits * 88 / 100), .number(visits), .number(views), .number(views * 4),
                .number(views * 92_000), .ratio(views, over: max(1, visits)),
                .ratio(visits * Int64.random(in: 38...44, using: &random) / 100, over: max(1, visits)),
                .ratio(visits * Int64.random(in: 150...190, using: &random), over: max(1, visits)),
                .bin(from: 64, below: 80), .number(views / 5),
            ] + durations(views, slowness: 1)
        return PublishedTable(
            name: "totals", epoch: epoch, columns: columns,
            rows: [PublishedTable.Row(label: "all", kind: .value, values: values)], k: 10)
    }

    private func published(
        _ table: ExampleTable, _ epoch: Epoch, views: Int64, using random: inout SplitMix64
    ) -> PublishedTable {
        let leading = table.columns[0].name
        let whole = leading == "hits" ? views * 4 : leading == "visits" || leading == "people" ? views * 10 / 34 : views
        var rows: [PublishedTable.Row] = []
        var hidden: Int64 = 0
        for row in table.rows {
            let amount = whole * row.weight * Int64.random(in: 94...106, using: &random) / 100_000
            guard amount >= 12 else {
                hidden += amount
                continue
            }
            let values = table.columns.enumerated().map { index, column -> PublishedTable.Value in
                index == 0
                    ? .number(amount) : value(of: column, amount: amount, views: views, slowness: row.weight % 7)
            }
            rows.append(PublishedTable.Row(labels: row.labels, kind: .value, values: values))
        }
        if table.hidesRows, hidden > 12 {
            let values = table.columns.enumerated().map { index, _ -> PublishedTable.Value in
                index == 0 ? .number(hidden) : .hidden
            }
            let labels = table.rows[0].labels.count == 1 ? ["other"] : [table.rows[0].labels[0], "other"]
            rows.append(PublishedTable.Row(labels: labels, kind: .other, values: values))
        }
        return PublishedTable(
            name: table.name, epoch: epoch, columns: table.columns, rows: rows, k: 10, hidesRows: table.hidesRows,
            hiddenPercent: table.hidesRows ? Int(min(100, hidden * 100 / max(1, whole))) : nil, total: .number(whole))
    }

    private func value(
        of column: PublishedTable.Column, amount: Int64, views: Int64, slowness: Int64
    ) -> PublishedTable.Value {
        let people = max(10, min(amount * 6 / 10, views / 4))
        switch column.name {
        case "visitors": return .number(people)
        case "bytes": return .number(amount * 31_000)
        case "visits": return .number(max(10, amount * 4 / 10))
        case "bounces": return .number(max(10, amount * 3 / 10))
        case "viewing_time": return .ratio(amount * (30 + slowness * 9), over: amount)
        case "viewing_time_p50": return .bin(from: 32, below: 40)
        case "duration_mean": return .ratio(amount * (40_000 + slowness * 23_000), over: amount)
        case "duration_p50": return .bin(from: 20_000 << slowness / 2, below: 24_000 << slowness / 2)
        case "duration_p95": return .bin(from: 80_000 << slowness / 2, below: 96_000 << slowness / 2)
        case "duration_p99": return people > 40 ? .bin(from: 400_000, below: 480_000) : .hidden
        case "duration_max": return people > 40 ? .bin(from: 1_600_000, below: nil) : .hidden
        default: return .number(max(10, amount * 3 / 10))
        }
    }

    private func durations(_ amount: Int64, slowness: Int64) -> [PublishedTable.Value] {
        ExampleTable.durations.split(separator: " ").map {
            value(of: ExampleTable.column(String($0)), amount: max(200, amount), views: 1000, slowness: slowness)
        }
    }
}
