import Releases

/// Writes a report as JSON, format `footfall-report/2`: the content of the text report, all rows of all tables.
///
/// A number that is not told is `null`; what is no plain number is an object, `{"at_least": …}`,
/// `{"from": …, "below": …}` or `{"numerator": …, "denominator": …}`. Members are only ever added within a version;
/// `samples/report.schema.json` describes it.
public struct JSONReport: Sendable {
    public static let format = "footfall-report/2"

    private let options: ReportOptions

    public init(options: ReportOptions = ReportOptions()) {
        self.options = options
    }

    /// One JSON object, ended by a newline.
    public func render(_ report: Report) -> String {
        let words = options.words
        var writer = JSONWriter()
        writer.object { json in
            json.member("format", JSONReport.format)
            json.member("class", report.outputClass.rawValue)
            json.member("language", options.language.rawValue)
            json.member("as_of", report.asOf)
            if report.span != .days {
                json.key("about")
                json.array(words.about(report)) { $0.value($1) }
            }
            json.key("period")
            json.object { period in
                if report.span != .days { period.member("of", report.span.name) }
                period.member("from", report.days.first?.date.description)
                period.member("to", report.days.last?.release.lastDate.description)
                period.member("closed_days", Int64(report.days.count))
            }
            json.key("compared_with")
            if let previous = report.previous {
                json.object { period in
                    period.member("from", previous.first.description)
                    period.member("to", previous.last.description)
                    period.member("closed_days", Int64(previous.days.count))
                }
            } else {
                json.null()
            }
            json.key("hidden")
            json.object { hidden in
                hidden.key("k")
                hidden.array(report.days.map { Int64($0.release.k) }.distinct) { $0.value($1) }
                hidden.member(
                    "meaning",
                    words.phrases.hiddenMeaning(
                        report.days.map { String($0.release.k) }.distinct.joined(separator: ", ")))
            }
            json.key("definitions")
            json.object { definitions in
                for (term, meaning) in words.definitions(report) { definitions.member(term.rawValue, meaning.meaning) }
            }
            json.key("odd")
            if let oddities = report.oddities {
                json.array(oddities) { $0.write($1, words) }
            } else {
                json.null()
            }
            json.key("days")
            json.array(report.days.reversed()) { $0.write($1) }
            json.key("totals")
            if let totals = report.totals {
                json.write(totals, words)
            } else {
                json.null()
            }
            json.key("tables")
            json.array(report.tables(options)) { $0.write($1, words) }
            json.key("waiting")
            json.object { waiting in
                waiting.member("days", Int64(report.waiting.days))
                waiting.member("lines", Int64(report.waiting.rows))
                waiting.member("first", report.waiting.first?.description)
                waiting.member("closable_from", report.waiting.closable)
                waiting.member("text", words.text(report.waiting))
            }
        }
        return writer.text + "\n"
    }
}

extension Array where Element: Equatable {
    /// Each element once, in order of their first places.
    fileprivate var distinct: [Element] { reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }
}
