import Releases

extension JSONWriter {
    mutating func member(_ name: String, _ value: String?) {
        key(name)
        if let value { self.value(value) } else { null() }
    }

    mutating func member(_ name: String, _ value: Int64?) {
        key(name)
        self.value(value)
    }

    mutating func member(_ name: String, _ flag: Bool) {
        key(name)
        value(flag)
    }

    mutating func write(_ oddity: ReportOddity, _ words: ReportWords) {
        object { json in
            json.member("date", oddity.date.description)
            json.member("column", oddity.figure)
            json.member("status", oddity.status)
            json.key("value")
            json.write(oddity.value)
            json.key("bound")
            switch oddity.kind {
            case .above(let bound, _), .below(let bound, _): json.write(bound)
            case .silent(let fewest): json.value(fewest)
            case .unseen: json.null()
            }
            json.member("kind", oddity.kind.name)
            json.member("weeks", Int64(oddity.weeks))
            json.member("text", words.text(oddity))
        }
    }

    mutating func write(_ day: ReportDay) {
        object { json in
            json.member("date", day.date.description)
            json.member("shown", day.isShown)
            json.writeTotals(of: day.release)
            json.member("k", Int64(day.release.k))
            json.member("time_zone", day.release.timeZone)
            json.member("visit_gap_seconds", Int64(day.release.visitGap))
            json.member("policy_digest", Hexadecimal.text(day.release.policyDigest))
            json.member("definitions_digest", Hexadecimal.text(day.release.definitionsDigest))
            json.key("supplements")
            json.array(day.supplements) { list, supplement in
                list.object { json in
                    json.member("number", Int64(supplement.supplement))
                    json.member("shown", !supplement.tables.isEmpty)
                    json.writeTotals(of: supplement)
                }
            }
        }
    }

    /// What the release itself says, supplements and other days apart.
    private mutating func writeTotals(of release: ReleasedEpoch) {
        key("totals")
        guard let totals = release.table(TableLayout.totals), let row = totals.releasedRows.first else { return null() }
        object { json in
            for (column, value) in zip(totals.columns, row.values) {
                json.key(column.name)
                json.write(ReportCell(value))
            }
        }
    }

    mutating func write(_ table: ReportTable, _ words: ReportWords) {
        object { json in
            json.member("name", table.name)
            json.member("title", words.title(ofTable: table.name))
            json.member("group", table.layout.group.rawValue)
            json.member("days", Int64(table.dayCount))
            json.member("k", Int64(table.k))
            json.key("dimensions")
            json.array(table.layout.dimensions) { $0.value($1) }
            json.key("columns")
            json.array(table.columns) { list, column in
                list.object { json in
                    json.member("name", column.name)
                    json.member("unit", column.unit.name)
                    json.member("over_days", column.combination.rawValue)
                }
            }
            json.key("total")
            json.write(table.total)
            json.member("hides_rows", table.hidesRows)
            json.member("hidden_percent", table.hiddenPercent.map { Int64($0) })
            json.member("rows_left_out", Int64(table.rowsLeftOut))
            json.key("notes")
            json.array(table.notes) { $0.value($1) }
            json.key("rows")
            json.array(table.rows) { $0.write($1, table) }
        }
    }

    private mutating func write(_ row: ReportRow, _ table: ReportTable) {
        object { json in
            json.key("labels")
            json.array(row.labels) { $0.value($1) }
            json.member("kind", row.kind.name)
            json.member("days", Int64(row.days))
            json.member("total_of_these_days", row.total)
            for (column, cell) in zip(table.columns, row.cells) {
                json.key(column.name)
                json.write(cell)
            }
            if let previous = row.previous {
                json.key("previous")
                json.object { json in
                    for (column, cell) in zip(table.columns, previous) {
                        json.key(column.name)
                        json.write(cell)
                    }
                }
            }
        }
    }

    private mutating func write(_ cell: ReportCell) {
        switch cell.value {
        case .hidden: null()
        case .number(let number): value(number)
        case .average(let sum, let days): value(Ratio(numerator: sum, denominator: days).scaled(by: 1))
        case .atLeast(let number): object { $0.member("at_least", number) }
        case .bin(let lower, let upper):
            object { bin in
                bin.member("from", lower)
                bin.member("below", upper)
            }
        case .ratio(let numerator, let denominator):
            object { ratio in
                ratio.member("numerator", numerator)
                ratio.member("denominator", denominator)
            }
        }
    }
}

extension ReportCell {
    /// What a single release says.
    init(_ value: PublishedTable.Value) {
        switch value {
        case .hidden: self = .hidden
        case .number(let number): self.init(value: .number(number), days: 1)
        case .atLeast(let number): self.init(value: .atLeast(number), days: 1)
        case .bin(let lower, let upper): self.init(value: .bin(from: lower, below: upper), days: 1)
        case .ratio(let numerator, let denominator):
            self.init(value: .ratio(numerator, over: denominator), days: 1)
        }
    }
}

extension ReportOddity.Kind {
    fileprivate var name: String {
        switch self {
        case .above: "above"
        case .below: "below"
        case .unseen: "unseen"
        case .silent: "silent"
        }
    }
}

extension PublishedTable.Row.Kind {
    /// The name in JSON and CSV.
    var name: String {
        switch self {
        case .value: "value"
        case .other: "other"
        case .hidden: "hidden"
        case .heavy: "heavy"
        }
    }
}

extension PublishedTable.Unit {
    /// The name in JSON.
    fileprivate var name: String {
        switch self {
        case .people: "people"
        case .count: "count"
        case .bytes: "bytes"
        case .share: "share"
        case .mean: "mean"
        case .seconds: "seconds"
        case .microseconds: "microseconds"
        case .meanMicroseconds: "mean_microseconds"
        }
    }
}
