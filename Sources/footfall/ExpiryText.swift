import Events
import Pipeline
import Privacy
import Store

/// What `expire` prints, and `aggregate` after what it has closed.
enum ExpiryText {
    static func text(_ summary: ExpirySummary) -> String {
        var lines: [String] = []
        for closed in summary.closed {
            lines.append("closed \(closed.epoch), whose term is over: \(Amount.grouped(closed.rows)) events")
        }
        lines += summary.coarsened.map {
            "made coarse \($0.day): \(Amount.grouped($0.rows)) events are by the hour"
        }
        lines += summary.certificates.map { text($0) }
        lines += summary.identityMonths.map { "forgot the input of \($0): its key is destroyed" }
        if let remark = summary.clockRemark { lines.append(remark) }
        if lines.isEmpty { lines.append("nothing to destroy") }
        if let next = summary.next { lines.append("next: \(next.subject), on \(next.due)") }
        return (lines + remarks(summary)).joined(separator: "\n") + "\n"
    }

    /// What a dry run prints.
    static func text(plan summary: ExpirySummary) -> String {
        var lines = summary.due.map(\.description)
        if let remark = summary.clockRemark { lines.append(remark) }
        if summary.due.isEmpty { lines.append("nothing is due on \(summary.today)") }
        lines += summary.late.map { "late: \($0.subject), due \($0.due)" }
        if let next = summary.next { lines.append("next: \(next.subject), on \(next.due)") }
        return (lines + remarks(summary)).joined(separator: "\n") + "\n"
    }

    private static func text(_ certified: ExpirySummary.Certified) -> String {
        let what =
            switch certified.kind {
            case .raw: "destroyed the sealed lines of \(certified.day)"
            case .rejects: "removed the sealed rejects of \(certified.day)"
            case .requests: "destroyed the filter of hold \(certified.hold ?? 0)"
            case .misuse, .illegal, .order:
                "destroyed the records of \(certified.day) in hold \(certified.hold ?? 0) (\(certified.kind.rawValue))"
            case .coarse: "removed the events of \(certified.day) by the hour"
            default: "removed the events of \(certified.day) by the second"
            }
        let files = Amount.counted(certified.files, "file")
        return "\(what): \(files), \(Amount.grouped(certified.lines)) lines; certificate \(certified.name)"
    }

    private static func remarks(_ summary: ExpirySummary) -> [String] {
        summary.remarks
            + summary.inputsLeft.flatMap { left in
                left.paths.map { "\($0) still holds lines of \(left.day), whose term is over: remove it" }
            }
    }

    static func json(_ summary: ExpirySummary) -> String {
        JSONText.object([
            ("today", JSONText.quoted(summary.today.description)), ("clock", JSONText.quoted(clock(summary.decision))),
            ("due", JSONText.array(summary.due.map { JSONText.quoted($0.description) })),
            ("late", JSONText.array(summary.late.map(json))), ("next", summary.next.map(json) ?? "null"),
            ("closed", JSONText.array(summary.closed.map { JSONText.quoted($0.epoch.description) })),
            (
                "coarsened",
                JSONText.array(
                    summary.coarsened.map {
                        JSONText.object([
                            ("day", JSONText.quoted($0.day.description)), ("rows", String($0.rows)),
                        ])
                    })
            ),
            ("certificates", JSONText.array(summary.certificates.map(json))),
            ("forgotten_months", JSONText.array(summary.identityMonths.map { JSONText.quoted($0.description) })),
            (
                "inputs_left",
                JSONText.array(
                    summary.inputsLeft.map {
                        JSONText.object([
                            ("day", JSONText.quoted($0.day.description)),
                            ("paths", JSONText.array($0.paths.map(JSONText.quoted))),
                        ])
                    })
            ),
            ("remarks", JSONText.array(summary.remarks.map(JSONText.quoted))),
        ])
    }

    private static func json(_ item: ExpiryItem) -> String {
        JSONText.object([
            ("subject", JSONText.quoted(item.subject.description)), ("due", JSONText.quoted(item.due.description)),
        ])
    }

    private static func json(_ certified: ExpirySummary.Certified) -> String {
        JSONText.object([
            ("class", JSONText.quoted(certified.kind.rawValue)), ("day", JSONText.quoted(certified.day.description)),
            ("hold", certified.hold.map(String.init) ?? "null"), ("method", JSONText.quoted(certified.method.rawValue)),
            ("files", String(certified.files)),
            ("lines", String(certified.lines)), ("name", JSONText.quoted(certified.name)),
        ])
    }

    private static func clock(_ decision: ClockGuard.Decision) -> String {
        switch decision {
        case .go: "right"
        case .behind: "behind"
        case .ahead: "ahead"
        }
    }
}
