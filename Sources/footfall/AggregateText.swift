import Events
import Pipeline

/// What `aggregate` prints.
enum AggregateText {
    static func text(_ summary: AggregateSummary) -> String {
        var lines: [String] = []
        for closed in summary.closed {
            let tables = closed.tables == 0 ? "too few visitors for statistics" : "\(closed.tables) tables"
            lines.append(
                "closed \(closed.epoch): \(Amount.grouped(closed.rows)) events, \(tables); statistics \(seconds(closed.countingSeconds)) CPU,"
                    + " rewriting the day \(seconds(closed.rewritingSeconds)) CPU, now \(Amount.size(closed.bytes))"
            )
        }
        if summary.closed.isEmpty { lines.append("nothing to close") }
        if !summary.open.isEmpty {
            let rows = summary.open.reduce(0) { $0 + $1.rows }
            lines.append(
                "waiting: \(summary.open.map(\.epoch.description).joined(separator: ", ")) (\(Amount.grouped(rows)) events)"
            )
        }
        if let remark = summary.ruling?.remark { lines.append(remark) }
        return lines.joined(separator: "\n") + "\n" + (summary.expiry.map { ExpiryText.text($0) } ?? "")
    }

    static func json(_ summary: AggregateSummary) -> String {
        JSONText.object([
            (
                "closed",
                JSONText.array(
                    summary.closed.map { closed in
                        JSONText.object([
                            ("epoch", JSONText.quoted(closed.epoch.description)), ("rows", String(closed.rows)),
                            ("bytes", String(closed.bytes)), ("tables", String(closed.tables)),
                            ("statistics_cpu_seconds", number(closed.countingSeconds)),
                            ("rewriting_cpu_seconds", number(closed.rewritingSeconds)),
                        ])
                    })
            ),
            (
                "waiting",
                JSONText.array(
                    summary.open.map {
                        JSONText.object([("epoch", JSONText.quoted($0.epoch.description)), ("rows", String($0.rows))])
                    })
            ),
            ("policy", summary.ruling.map(PolicyOutput.json) ?? "null"),
            ("expiry", summary.expiry.map(ExpiryText.json) ?? "null"),
        ]) + "\n"
    }

    private static func seconds(_ seconds: Double) -> String { "\(number(seconds)) s" }

    private static func number(_ seconds: Double) -> String { String((seconds * 1000).rounded() / 1000) }
}
