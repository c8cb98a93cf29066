import Pipeline
import Privacy

/// What the commands of `audit` print.
enum AuditText {
    /// How many faults are named; the first one is what matters.
    private static let faultLimit = 20

    static func text(_ entry: AuditShow.Entry) -> String {
        switch entry {
        case .unreadable(let line): return "line \(line) is no record; see `footfall audit verify`\n"
        case .record(let line):
            let record = line.record
            let fields = record.fields.map { "\($0.name)=\(shown($0.value))" }.joined(separator: " ")
            let time = UTCTime.text(milliseconds: record.time * 1000).prefix(19).replacing("T", with: " ")
            let words = ["\(record.number)", "\(time)Z", record.event, "by \(record.author)"]
            return (words + (fields.isEmpty ? [] : [fields])).joined(separator: "  ") + "\n"
        }
    }

    /// A record is stored as JSON, and printed as it is.
    static func json(_ entry: AuditShow.Entry) -> String {
        switch entry {
        case .unreadable(let line): "{\"unreadable_line\":\(line)}\n"
        case .record(let line): line.text + "\n"
        }
    }

    static func json(_ head: AuditHead) -> String { "\(object(head))\n" }

    static func text(_ outcome: AuditCheck.Outcome) -> String {
        let findings = outcome.findings
        var lines = ["\(outcome.path): \(range(findings))"]
        lines += findings.faults.prefix(faultLimit).map { "  \($0)" }
        if findings.faultCount > faultLimit {
            lines.append("  and \(Amount.grouped(findings.faultCount - faultLimit)) more")
        }
        lines += checks(outcome).map { "  \($0)" }
        if let head = findings.head { lines.append("  head: record \(head.number), hash \(head.hash.text)") }
        lines.append(result(outcome))
        return lines.joined(separator: "\n") + "\n"
    }

    private static func range(_ findings: AuditFindings) -> String {
        guard let first = findings.first, let last = findings.last else { return "no records" }
        let count = "\(Amount.grouped(findings.lines)) line\(findings.lines == 1 ? "" : "s")"
        return "\(count), records \(first.number) to \(last.number)"
    }

    /// What was checked and what was not, and what to do about that.
    private static func checks(_ outcome: AuditCheck.Outcome) -> [String] {
        let findings = outcome.findings
        return [
            "checked: every record against the one before",
            outcome.hasKeys
                ? "checked: the last record against the key of the next one"
                : "not checked: whether the end is there; that takes the key directory",
            outcome.checkedMACs
                ? "checked: \(Amount.grouped(findings.checkedMACs)) MACs, by the officer's key"
                : "not checked: whether all was written anew; that takes an officer's key (--officer-key)",
            outcome.keptHead.map { "checked: record \($0.number) against the head that was kept" }
                ?? "not checked: whether log and keys are older copies; that takes a head that was kept (--head)",
            outcome.unfinishedBytes > 0
                ? "\(outcome.unfinishedBytes) bytes of an unfinished record at the end, as a crash leaves them; the next job removes them"
                : nil,
            findings.isUnadvanced
                ? "the key of the last record waits to be destroyed, as a crash leaves it; the next job does it" : nil,
        ].compactMap(\.self)
    }

    private static func result(_ outcome: AuditCheck.Outcome) -> String {
        guard let fault = outcome.findings.faults.first else { return "nothing is wrong" }
        let place = fault.line.map { $0 > 1 ? "what stands before line \($0) is good; " : "" } ?? ""
        return
            "the log is not what was written: \(place)keep it as it is, compare it with a backup, and ask who can write to store and keys"
    }

    static func json(_ outcome: AuditCheck.Outcome) -> String {
        let findings = outcome.findings
        func number(_ value: Int?) -> String { value.map { "\($0)" } ?? "null" }
        let faults = findings.faults.map { fault in
            JSONText.object([
                ("line", number(fault.line)), ("record", number(fault.number)),
                ("fault", JSONText.quoted(fault.description)),
            ])
        }
        return JSONText.object([
            ("path", JSONText.quoted(outcome.path)), ("good", "\(findings.isGood)"), ("lines", "\(findings.lines)"),
            ("first", number(findings.first?.number)), ("last", number(findings.last?.number)),
            ("checked_end", "\(outcome.hasKeys)"),
            ("checked_macs", outcome.checkedMACs ? "\(findings.checkedMACs)" : "null"),
            ("checked_head", number(outcome.keptHead?.number)), ("unfinished_bytes", "\(outcome.unfinishedBytes)"),
            ("fault_count", "\(findings.faultCount)"), ("faults", JSONText.array(faults)),
            ("head", findings.head.map(object) ?? "null"),
        ]) + "\n"
    }

    private static func object(_ head: AuditHead) -> String {
        JSONText.object([("record", "\(head.number)"), ("hash", JSONText.quoted(head.hash.text))])
    }

    /// Values with blanks are quoted.
    private static func shown(_ value: AuditValue) -> String {
        value.shown.contains(" ") ? "\"\(value.shown)\"" : value.shown
    }
}
