public import Releases

/// What a made-up table is like: its columns, its rows and how much of the whole each has.
public struct ExampleTable {
    /// A row before it has numbers.
    struct Row {
        let labels: [String]
        /// Parts of a thousand of the leading column.
        let weight: Int64
    }

    let name: String
    let columns: [PublishedTable.Column]
    let rows: [Row]
    /// Whether values of the dimension that few people had are put together as "other".
    let hidesRows: Bool

    init(_ name: String, _ columns: String, hides: Bool = false, rows: [Row]) {
        self.name = name
        self.columns = columns.split(separator: " ").map { ExampleTable.column(String($0)) }
        self.rows = rows
        hidesRows = hides
    }

    init(_ name: String, _ columns: String, hides: Bool = false, _ rows: KeyValuePairs<String, Int64>) {
        self.init(name, columns, hides: hides, rows: rows.map { Row(labels: [$0.key], weight: $0.value) })
    }

    init(_ name: String, _ columns: String, hides: Bool = false, nested rows: KeyValuePairs<String, [String: Int64]>) {
        self.init(
            name, columns, hides: hides,
            rows: rows.flatMap { group in
                group.value.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
                    .map { Row(labels: [group.key, $0.key], weight: $0.value) }
            })
    }

    static let durations = "duration_mean duration_p50 duration_p95 duration_p99 duration_max"

    /// The column of a name, with the unit that it has in every table.
    public static func column(_ name: String) -> PublishedTable.Column {
        let unit: PublishedTable.Unit =
            switch name {
            case "visitors", "people": .people
            case "bytes": .bytes
            case "bounce_rate": .share
            case "page_views_per_visit": .mean
            case "visit_duration", "visit_duration_p50", "viewing_time", "viewing_time_p50": .seconds
            case "duration_mean": .meanMicroseconds
            case _ where name.hasPrefix("duration_"): .microseconds
            default: .count
            }
        return PublishedTable.Column(name: name, unit: unit)
    }
}
