import Events
import Pipeline

/// What `verify` prints of a store that was held against its catalog.
enum StoreReportText {
    /// - Parameter repairs: whether what could be was to be set right.
    static func text(_ report: StoreReport, repairs: Bool) -> String {
        var lines = report.repaired.map { "repaired: \(line($0))" }
        lines += report.findings.map { "\(line($0))\n  \($0.advice)" }
        lines.append(
            "checked \(Amount.counted(report.partitions, "partition")) and \(Amount.counted(report.sealedFiles, "sealed file"))"
                + " (\(Amount.size(report.bytes))), \(Amount.counted(report.releases, "release")),"
                + " \(Amount.counted(report.certificates, "certificate")), versions of the policy and the audit log")
        if report.hasOfficer {
            lines.append("  by the officer's key, \(Amount.counted(report.frames, "frame"))")
        } else if report.sealedFiles > 0 {
            lines.append(
                "  not checked: which frames of a changed file still open; that takes an officer's key (--officer-key)")
        }
        if !report.hasKeys {
            lines.append("  not checked: whose signature certificates bear, and keys; that takes the key directory")
        }
        if !report.unopenedDays.isEmpty {
            let days = report.unopenedDays.prefix(5).map(\.description).joined(separator: ", ")
            lines.append(
                "  not opened, as not sealed to this officer: \(days)\(report.unopenedDays.count > 5 ? ", …" : "")")
        }
        if repairs { lines.append("repaired \(report.repaired.count), left \(report.findings.count)") }
        lines.append(report.isGood ? "nothing is wrong" : "found \(Amount.counted(report.findings.count, "fault"))")
        return lines.joined(separator: "\n") + "\n"
    }

    private static func line(_ finding: StoreFinding) -> String {
        var place = shown(finding.file)
        if let frames = finding.frames {
            place +=
                frames.count == 1
                ? ", frame \(frames.lowerBound)" : ", frames \(frames.lowerBound) to \(frames.upperBound)"
        }
        if let offset = finding.offset { place += ", byte \(offset)" }
        return "\(place): \(finding.kind.rawValue). \(shown(finding.what))"
    }

    /// Text without what would move a terminal's cursor.
    private static func shown(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { isControl($0) ? "?" : $0 }))
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
    }

    static func json(_ report: StoreReport) -> String {
        JSONText.object([
            ("good", "\(report.isGood)"), ("partitions", "\(report.partitions)"),
            ("sealed_files", "\(report.sealedFiles)"), ("bytes", "\(report.bytes)"),
            ("frames", report.hasOfficer ? "\(report.frames)" : "null"), ("releases", "\(report.releases)"),
            ("certificates", "\(report.certificates)"), ("checked_keys", "\(report.hasKeys)"),
            ("unopened_days", JSONText.array(report.unopenedDays.map { JSONText.quoted($0.description) })),
            ("findings", JSONText.array(report.findings.map(json))),
            ("repaired", JSONText.array(report.repaired.map(json))),
        ]) + "\n"
    }

    private static func json(_ finding: StoreFinding) -> String {
        JSONText.object([
            ("kind", JSONText.quoted(finding.kind.rawValue)), ("file", JSONText.quoted(finding.file)),
            ("first_frame", finding.frames.map { "\($0.lowerBound)" } ?? "null"),
            ("last_frame", finding.frames.map { "\($0.upperBound)" } ?? "null"),
            ("offset", finding.offset.map { "\($0)" } ?? "null"), ("what", JSONText.quoted(finding.what)),
            ("advice", JSONText.quoted(finding.advice)),
        ])
    }
}
