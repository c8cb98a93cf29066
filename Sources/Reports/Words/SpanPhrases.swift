import Releases

/// What is said of reports that are not about closed days.
struct SpanPhrases: Sendable {
    let hours: @Sendable (_ date: String) -> String
    let noHours: @Sendable (_ date: String) -> String
    let months: @Sendable (_ k: Int) -> String
    let noMonths: @Sendable (_ k: Int) -> String
    let nextMonth: @Sendable (_ days: String, _ from: String?) -> String
}

extension ReportWords {
    private var spanPhrases: SpanPhrases {
        switch language {
        case .english: .english
        case .japanese: .japanese
        case .korean: .korean
        }
    }

    /// What a reader has to know of what the report is about; empty for closed days.
    public func about(_ report: Report) -> [String] {
        let isEmpty = report.days.allSatisfy { $0.release.tables.isEmpty }
        switch report.span {
        case .days: return []
        case .hours(let date): return [isEmpty ? spanPhrases.noHours(long(date)) : spanPhrases.hours(long(date))]
        case .months(let next, let from):
            let k = report.days.last?.release.k ?? ReportSpan.publishedK
            let text = isEmpty ? spanPhrases.noMonths(k) : spanPhrases.months(k)
            let more = next.map { spanPhrases.nextMonth(range($0, $0.lastOfMonth), from) }
            return [text] + [more].compactMap(\.self)
        }
    }
}

extension ReleasedDate {
    /// The last date of the same month.
    fileprivate var lastOfMonth: ReleasedDate {
        var last = self
        while last.advanced(by: 1).month == month { last = last.advanced(by: 1) }
        return last
    }
}
