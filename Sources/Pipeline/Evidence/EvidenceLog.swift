import Events
import Privacy
import Store

/// The audit log from the first day of a period to its end, so that its chain can be followed to the head.
struct EvidenceLog {
    private(set) var files: [EvidenceFile] = []
    private(set) var faults: [String] = []

    init(from first: Day, _ environment: JobEnvironment, _ calendar: StoreCalendar) throws {
        let outcome = try AuditCheck(environment: environment).run(officerKey: nil, head: nil)
        let findings = outcome.findings
        var before = AuditDigest.beginning
        var part: [UInt8] = []
        var count = 0
        if let file = try AuditFile.openForReading(outcome.path) {
            var lines = AuditLines(file)
            while let line = try lines.next() {
                let record = AuditLine(line.bytes)
                // What is no record stays among those around it.
                let isWanted = record.map { calendar.day(of: $0.record.time) >= first } ?? false
                if count == 0, !isWanted {
                    before = record?.hash ?? before
                    continue
                }
                part += line.bytes + [UInt8(ascii: "\n")]
                count += 1
                // What was written since the check is left out.
                if let record, record.record.number == findings.head?.number { break }
            }
        }
        faults = findings.faults.map { "audit log: \($0)" }
        var verification = [
            "log        \(findings.lines) records\(findings.first.map { ", from \($0.number)" } ?? "") on, of which \(count) are here",
            "result     \(findings.isGood ? "nothing is wrong" : "\(findings.faultCount) faults")",
        ]
        verification += findings.faults.map { "  \($0)" }
        verification += [
            "checked    every record against the one before",
            outcome.hasKeys
                ? "checked    the last record against the key of the next one"
                : "unchecked  whether the end is there",
            "unchecked  the MAC of each record, which takes an officer's key: footfall audit verify --officer-key FILE",
            "before     \(before.text)",
        ]
        files = [
            EvidenceFile("audit/audit.log", part), EvidenceFile("audit/verification.txt", lines: verification),
        ]
        if let head = findings.head { files.append(EvidenceFile("audit/head.txt", Array(head.text.utf8))) }
    }
}
