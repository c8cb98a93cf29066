import Events
import Pipeline

/// What `verify` prints: numbers of lines and places, never an identifier.
enum VerifyText {
    static func text(_ report: LeakReport) -> String {
        var lines = report.findings.map { finding in
            let times = finding.count == 1 ? "" : " (first of \(Amount.grouped(finding.count)))"
            return "line \(finding.line), \(finding.notation.name): \(place(finding))\(times)"
        }
        lines += report.sealedFindings.map { finding in
            let times = finding.count == 1 ? "" : " (\(Amount.grouped(finding.count)) times)"
            return
                "line \(finding.line), \(finding.notation.name): sealed \(why(finding.reason)), \(finding.file), frame \(finding.frame)\(times)"
        }
        lines += report.unsearched.map { "not searched: \($0.file). \($0.reason)" }
        lines.append(
            "searched \(Amount.counted(report.files, "file")) (\(Amount.size(report.bytes))), and without compression"
                + " \(Amount.counted(report.pages, "page")) and \(Amount.counted(report.members, "gzip member"))"
                + " (\(Amount.size(report.inflatedBytes)))")
        if report.hasOfficer {
            lines.append(
                "  and \(Amount.counted(report.sealedFrames, "frame")) of sealed lines (\(Amount.size(report.sealedBytes))), by the officer's key"
            )
        }
        lines.append(
            "  for \(Amount.counted(report.identifiers, "identifier")) in \(Amount.counted(report.forms, "form")):"
                + " \(report.notations.map(\.name).joined(separator: ", "))")
        if !report.tooShort.isEmpty {
            let numbers = report.tooShort.prefix(10).map { String($0) }.joined(separator: ", ")
            let rest = report.tooShort.count > 10 ? ", …" : ""
            lines.append(
                "  not for a text under 4 bytes itself: \(report.tooShort.count == 1 ? "line" : "lines") \(numbers)\(rest)"
            )
        }
        lines.append(
            "  addresses as 4 bytes, and texts of 4 or 5 bytes, not in compressed data, pseudonyms and numbers;"
                + " elsewhere \(chance(report)) are found by chance")
        if report.hasOfficer { lines.append(sealedResult(report)) }
        lines.append(result(report))
        return lines.joined(separator: "\n") + "\n"
    }

    private static func result(_ report: LeakReport) -> String {
        guard !report.findings.isEmpty else {
            return report.sealedFindings.isEmpty ? "nothing found" : "nothing found outside of sealed lines"
        }
        let lines = Set(report.findings.map(\.line)).count
        let files = Set(report.findings.map(\.file)).count
        return
            "found \(lines) of \(Amount.counted(report.identifiers, "identifier")), in \(Amount.counted(files, "file"))"
    }

    private static func sealedResult(_ report: LeakReport) -> String {
        guard !report.sealedFindings.isEmpty else { return "nothing found in sealed lines" }
        let lines = Set(report.sealedFindings.map(\.line)).count
        let files = Set(report.sealedFindings.map(\.file)).count
        let sums = report.sealedCounts.map { "\($0.reason) \(Amount.grouped($0.count))" }.joined(separator: ", ")
        let overdue = report.sealedFindings.count { $0.reason == .overdue }
        return
            "found \(lines) of \(Amount.counted(report.identifiers, "identifier")) in sealed files, in \(Amount.counted(files, "file")): \(sums)"
            + "\n\(overdue == 0 ? "0" : Amount.counted(overdue, "finding")) outside of what is kept for a reason"
    }

    private static func why(_ reason: SealedLeakReason) -> String {
        let until = reason.until.map { " until \($0)" } ?? ""
        return switch reason {
        case .lines: "lines\(until)"
        case .restricted: "lines, restricted\(until)"
        case .held(let kind, let hold, _): "records, held (\(kind.rawValue), hold \(hold))\(until)"
        case .document: "document\(until)"
        case .overdue: "lines that should have been erased"
        }
    }

    private static func chance(_ report: LeakReport) -> String {
        report.expectedByChance < 0.01 ? "fewer than 0.01" : "up to \((report.expectedByChance * 100).rounded() / 100)"
    }

    private static func place(_ finding: LeakFinding) -> String {
        switch finding.place {
        case .name: "the name of \(finding.file)"
        case .file: "\(finding.file), byte \(finding.position)"
        case .inflated(let start, let inner):
            "\(finding.file), gzip data at byte \(start),"
                + inner.map { " gzip data at inflated byte \($0)," }.joined()
                + " inflated byte \(finding.position)"
        case .page(let page, let column, let rowGroup, let start):
            "\(finding.file), column \(column), row group \(rowGroup), page \(page) at byte \(start),"
                + " inflated byte \(finding.position)"
        case .record(let row, let table, let column):
            "\(finding.file), table \(table), column \(column), row \(row), byte \(finding.position)"
        case .values(let column, let rowGroup):
            "\(finding.file), column \(column), row group \(rowGroup), value \(finding.position)"
        }
    }

    static func json(_ report: LeakReport) -> String {
        JSONText.object([
            ("identifiers", String(report.identifiers)),
            ("too_short", JSONText.array(report.tooShort.map { String($0) })), ("forms", String(report.forms)),
            ("notations", JSONText.array(report.notations.map { JSONText.quoted($0.rawValue) })),
            ("files", String(report.files)), ("bytes", String(report.bytes)), ("pages", String(report.pages)),
            ("gzip_members", String(report.members)), ("inflated_bytes", String(report.inflatedBytes)),
            ("expected_by_chance", String((report.expectedByChance * 1000).rounded() / 1000)),
            ("findings", JSONText.array(report.findings.map(json))),
            (
                "unsearched",
                JSONText.array(
                    report.unsearched.map {
                        JSONText.object([("file", JSONText.quoted($0.file)), ("reason", JSONText.quoted($0.reason))])
                    })
            ),
            ("sealed_frames", report.hasOfficer ? String(report.sealedFrames) : "null"),
            ("sealed_findings", JSONText.array(report.sealedFindings.map(json))),
        ]) + "\n"
    }

    private static func json(_ finding: SealedLeakFinding) -> String {
        JSONText.object([
            ("line", String(finding.line)), ("notation", JSONText.quoted(finding.notation.rawValue)),
            ("file", JSONText.quoted(finding.file)), ("frame", String(finding.frame)),
            ("count", String(finding.count)), ("reason", JSONText.quoted(finding.reason.name)),
            ("until", finding.reason.until.map { JSONText.quoted("\($0)") } ?? "null"),
        ])
    }

    /// Members that do not apply to the place are null.
    private static func json(_ finding: LeakFinding) -> String {
        var kind = "file"
        var start: Int64?
        var inner: [Int64]?
        var page: Int?
        var table: String?
        var row: Int?
        var column: String?
        var rowGroup: Int?
        switch finding.place {
        case .name: kind = "name"
        case .file: break
        case .inflated(let from, let starts): (kind, start, inner) = ("gzip", from, starts)
        case .page(let number, let name, let group, let at):
            (kind, page, column, rowGroup, start) = ("page", number, name, group, at)
        case .record(let number, let tableName, let name):
            (kind, row, table, column) = ("record", number, tableName, name)
        case .values(let name, let group): (kind, column, rowGroup) = ("values", name, group)
        }
        func number(_ value: (some BinaryInteger)?) -> String { value.map { "\($0)" } ?? "null" }
        return JSONText.object([
            ("line", String(finding.line)), ("notation", JSONText.quoted(finding.notation.rawValue)),
            ("file", JSONText.quoted(finding.file)), ("place", JSONText.quoted(kind)), ("start", number(start)),
            ("inner", inner.map { JSONText.array($0.map { String($0) }) } ?? "null"),
            ("table", table.map(JSONText.quoted) ?? "null"), ("row", number(row)),
            ("column", column.map(JSONText.quoted) ?? "null"), ("row_group", number(rowGroup)), ("page", number(page)),
            ("position", String(finding.position)), ("count", String(finding.count)),
        ])
    }
}
