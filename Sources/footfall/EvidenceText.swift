import Events
import Pipeline

/// What `evidence` prints.
enum EvidenceText {
    static func text(_ summary: EvidenceSummary) -> String {
        let lines = [
            "wrote \(summary.folder): \(Amount.counted(summary.files, "file")) about \(summary.from) to \(summary.to)",
            "  \(Amount.counted(summary.certificates, "certificate")), \(Amount.counted(summary.destroyed, "day")) destroyed,"
                + " \(Amount.counted(summary.living, "day")) still sealed",
            "  begin with \(summary.folder)/README.md",
        ]
        return (lines + summary.faults.map { "wrong: \($0)" }).joined(separator: "\n") + "\n"
    }

    static func json(_ summary: EvidenceSummary) -> String {
        JSONText.object([
            ("folder", JSONText.quoted(summary.folder)), ("from", JSONText.quoted(summary.from.description)),
            ("to", JSONText.quoted(summary.to.description)), ("files", "\(summary.files)"),
            ("certificates", "\(summary.certificates)"), ("days_destroyed", "\(summary.destroyed)"),
            ("days_sealed", "\(summary.living)"), ("faults", JSONText.array(summary.faults.map(JSONText.quoted))),
        ]) + "\n"
    }
}
