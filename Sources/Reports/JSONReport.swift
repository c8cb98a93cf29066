import Releases

/// Writes a report as JSON, format `footfall-report/1`: the content of the text report, all rows of all tables.
///
/// Numbers that are not told are `null`; a ratio is an object of its exact parts. Members are only ever added within
/// a version.
public struct JSONReport: Sendable {
    public static let format = "footfall-report/1"

    public init() {}

    /// One JSON object, ended by a newline.
    public func render(_ report: Report) -> String {
        var writer = JSONWriter()
        writer.object { json in
            json.member("format", JSONReport.format)
            json.member("class", Vocabulary.outputClass)
            json.member("as_of", report.asOf)
            json.key("period")
            json.object { period in
                period.member("from", report.days.first?.date.description)
                period.member("to", report.days.last?.date.description)
                period.member("closed_days", Int64(report.days.count))
            }
            json.key("definitions")
            json.object { words in
                for (word, meaning) in Vocabulary.definitions { words.member(word, meaning) }
            }
            json.key("days")
            json.array(report.days.reversed()) { $0.write($1) }
            json.key("tables")
            json.array(report.tableNames.compactMap { report.table($0) }) { $0.write($1) }
            json.key("waiting")
            json.array(report.waiting) { $0.value($1) }
        }
        return writer.text + "\n"
    }
}

extension JSONWriter {
    fileprivate mutating func member(_ name: String, _ value: String?) {
        key(name)
        if let value { self.value(value) } else { self.value(Int64?.none) }
    }

    fileprivate mutating func member(_ name: String, _ value: Int64?) {
        key(name)
        self.value(value)
    }

    fileprivate mutating func write(_ day: ReportDay) {
        object { json in
            json.member("date", day.date.description)
            json.key("shown")
            json.value(day.isShown)
            json.writeTotals(of: day.release)
            json.member("k", Int64(day.release.k))
            json.member("time_zone", day.release.timeZone)
            json.member("policy_digest", Hexadecimal.text(day.release.policyDigest))
            json.member("definitions_digest", Hexadecimal.text(day.release.definitionsDigest))
            json.key("supplements")
            json.array(day.supplements) { list, supplement in
                list.object { json in
                    json.member("number", Int64(supplement.supplement))
                    json.key("shown")
                    json.value(!supplement.tables.isEmpty)
                    json.writeTotals(of: supplement)
                }
            }
        }
    }

    private mutating func writeTotals(of release: ReleasedEpoch) {
        key("totals")
        guard let totals = release.table(Vocabulary.totals), let row = totals.rows.first else {
            return self.value(Int64?.none)
        }
        object { json in
            for (column, value) in zip(totals.columns, row.values) {
                json.key(column.name)
                switch value {
                case .hidden: json.value(Int64?.none)
                case .number(let number): json.value(number)
                case .atLeast(let number):
                    json.object { $0.member("at_least", number) }
                case .bin(let lower, let upper):
                    json.object { bin in
                        bin.member("from", lower)
                        bin.member("below", upper)
                    }
                case .ratio(let numerator, let denominator):
                    json.object { ratio in
                        ratio.member("numerator", numerator)
                        ratio.member("denominator", denominator)
                    }
                }
            }
        }
    }

    fileprivate mutating func write(_ table: SummedTable) {
        object { json in
            json.member("name", table.name)
            json.member("days", Int64(table.dayCount))
            json.member("total", table.total)
            json.key("hides_rows")
            json.value(table.hidesRows)
            json.key("rows")
            json.array(table.rows) { rows, row in
                rows.object { json in
                    json.member("label", row.label)
                    json.member("kind", String(describing: row.kind))
                    json.member("days", Int64(row.days))
                    json.member("total_of_these_days", row.total)
                    for (column, value) in zip(table.columns, row.values) {
                        let isAverage = column.unit == .people && table.dayCount > 1
                        json.member(isAverage ? "\(column.name)_per_day" : column.name, value)
                    }
                }
            }
        }
    }
}
