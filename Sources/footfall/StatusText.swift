import Events
import Pipeline
import Privacy
import Store

/// What `status` prints.
enum StatusText {
    static func text(_ summary: StatusSummary) -> String {
        var lines = ["store \(summary.storePath), keys \(summary.keysPath), \(summary.today)"]
        func add(_ name: String, _ value: String) {
            lines.append("  \(name)\(String(repeating: " ", count: 14 - name.count))\(value)")
        }
        add("open", text(summary.open, "events"))
        add("by the second", text(summary.fine, "events"))
        add("by the hour", text(summary.coarse, "events"))
        add("sealed", text(summary.sealed, "lines"))
        add("held", text(summary.held, "records"))
        add("released", text(summary.released, nil))
        add("certificates", Amount.grouped(summary.certificates))
        add(
            "officers",
            summary.officers.isEmpty
                ? "none" : summary.officers.map { "\($0.name) \($0.publicHalf.fingerprint)" }.joined(separator: ", "))
        if let count = summary.auditLines { add("audit log", "\(Amount.grouped(count)) records") }
        add("next", summary.next.map { "\($0.subject), on \($0.due)" } ?? "nothing goes")
        for problem in summary.problems {
            lines.append("\(problem.needsPerson ? "wrong" : "note"): \(problem.what)")
            lines.append("  \(problem.remedy)")
        }
        lines.append(result(summary))
        return lines.joined(separator: "\n") + "\n"
    }

    private static func result(_ summary: StatusSummary) -> String {
        switch summary.problems.count(where: \.needsPerson) {
        case 0: "nothing needs a person"
        case 1: "1 thing needs a person"
        case let count: "\(count) things need a person"
        }
    }

    private static func text(_ stored: StoredDays, _ noun: String?) -> String {
        guard let first = stored.first, let last = stored.last else { return "none" }
        let days = stored.days == 1 ? "1 day, \(first)" : "\(stored.days) days, \(first) to \(last)"
        let lines = noun.map { ", \(Amount.grouped(stored.lines)) \($0)" } ?? ""
        return "\(days)\(lines), \(Amount.size(stored.bytes))"
    }

    static func json(_ summary: StatusSummary) -> String {
        JSONText.object([
            ("store", JSONText.quoted(summary.storePath)), ("keys", JSONText.quoted(summary.keysPath)),
            ("today", JSONText.quoted(summary.today.description)), ("open", json(summary.open)),
            ("fine", json(summary.fine)), ("coarse", json(summary.coarse)), ("sealed", json(summary.sealed)),
            ("held", json(summary.held)), ("released", json(summary.released)),
            ("certificates", "\(summary.certificates)"),
            (
                "officers",
                JSONText.array(
                    summary.officers.map {
                        JSONText.object([
                            ("name", JSONText.quoted($0.name)),
                            ("fingerprint", JSONText.quoted($0.publicHalf.fingerprint)),
                        ])
                    })
            ),
            ("audit_records", summary.auditLines.map { "\($0)" } ?? "null"),
            ("next", summary.next.map(json) ?? "null"), ("problems", JSONText.array(summary.problems.map(json))),
            ("needs_person", "\(summary.needsPerson)"),
        ]) + "\n"
    }

    private static func json(_ stored: StoredDays) -> String {
        func day(_ day: Day?) -> String { day.map { JSONText.quoted($0.description) } ?? "null" }
        return JSONText.object([
            ("days", "\(stored.days)"), ("first", day(stored.first)), ("last", day(stored.last)),
            ("lines", "\(stored.lines)"), ("bytes", "\(stored.bytes)"),
        ])
    }

    private static func json(_ item: ExpiryItem) -> String {
        JSONText.object([
            ("subject", JSONText.quoted(item.subject.description)), ("due", JSONText.quoted(item.due.description)),
        ])
    }

    private static func json(_ problem: StatusProblem) -> String {
        JSONText.object([
            ("kind", JSONText.quoted(problem.kind.rawValue)), ("what", JSONText.quoted(problem.what)),
            ("remedy", JSONText.quoted(problem.remedy)), ("needs_person", "\(problem.needsPerson)"),
        ])
    }
}
