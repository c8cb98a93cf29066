import Foundation
import Privacy
import Testing

@testable import Pipeline

@Suite("A damaged audit log")
struct AuditDamageTests {
    private let store: AuditedStore

    init() throws {
        store = try AuditedStore()
        try store.append(4)
    }

    private func remove(_ path: String) throws {
        try FileManager.default.removeItem(atPath: path)
    }

    /// The lines of the log as it stands.
    private func lines() throws -> [ArraySlice<UInt8>] { try store.bytes().split(separator: 10) }

    private func write(_ lines: some Sequence<ArraySlice<UInt8>>) throws {
        try store.write(Array(lines.map { Array($0) + [10] }.joined()))
    }

    /// Lets a job find the damage: it goes on, says so once, and it stays on record.
    private func expect(_ damage: AuditDamage, records: [String]) throws {
        #expect(try !store.check().findings.isGood || damage == .originMissing)
        try store.append(2)
        #expect(store.warnings.count == 1)
        #expect(store.warnings.first?.contains("\(damage)") == true)
        #expect(try store.records() == records)
        let text = String(decoding: try store.bytes(), as: UTF8.self)
        #expect(text.contains("\"fault\":\"\(damage.rawValue)\""))
        let findings = try store.check().findings
        #expect(!findings.isGood)
        // What comes behind it is chained and under keys as ever.
        try store.append(1)
        #expect(try store.check().findings.faultCount == findings.faultCount)
    }

    @Test("A log that is gone is noted")
    func logGone() throws {
        try remove(store.logPath)
        try expect(.logMissing, records: ["5 audit-damaged", "6 ingest", "7 ingest"])
    }

    @Test("A log that was emptied is noted")
    func emptied() throws {
        try store.write([])
        try expect(.logMissing, records: ["5 audit-damaged", "6 ingest", "7 ingest"])
    }

    @Test("A log whose end is missing is noted")
    func cut() throws {
        try write(lines().dropLast(2))
        try expect(
            .endMissing, records: ["1 ingest", "2 ingest", "5 audit-damaged", "6 ingest", "7 ingest"])
    }

    @Test("A log that was cut within a record that had been written is noted, and its rest kept")
    func cutWithin() throws {
        try store.write(store.bytes().dropLast(100))
        try expect(
            .endMissing,
            records: [
                "1 ingest", "2 ingest", "3 ingest", "unreadable 4", "5 audit-damaged", "6 ingest", "7 ingest",
            ])
    }

    @Test("A last line that is no record is noted, and kept")
    func unreadable() throws {
        try store.write(store.bytes() + Array("{}\n".utf8))
        try expect(
            .unreadable,
            records: [
                "1 ingest", "2 ingest", "3 ingest", "4 ingest", "unreadable 5", "5 audit-damaged", "6 ingest",
                "7 ingest",
            ])
    }

    @Test("A last line longer than any record is noted")
    func endless() throws {
        try store.write(store.bytes() + Array(repeating: UInt8(ascii: "a"), count: 300_000) + [10])
        try expect(
            .unreadable,
            records: [
                "1 ingest", "2 ingest", "3 ingest", "4 ingest", "unreadable 5", "5 audit-damaged", "6 ingest",
                "7 ingest",
            ])
    }

    @Test("An older copy of the key is noted")
    func olderKey() throws {
        let key = try store.copy([store.path(ofKey: "audit.key")])
        try store.append(3)
        try store.restore(key)
        try expect(
            .keyOlder,
            records: (1...7).map { "\($0) ingest" } + ["5 audit-damaged", "6 ingest", "7 ingest"])
    }

    @Test("A record that stands in the log under another key is noted")
    func notGenuine() throws {
        let key = try store.copy([store.path(ofKey: "audit.key")])
        try store.append(1)
        try store.restore(key)
        let text = String(decoding: try store.bytes(), as: UTF8.self)
        let last = try #require(text.dropLast(3).last)
        try store.write(Array((text.dropLast(4) + (last == "0" ? "1" : "0") + "\"}\n").utf8))
        try expect(
            .notGenuine, records: (1...5).map { "\($0) ingest" } + ["5 audit-damaged", "6 ingest", "7 ingest"])
    }

    @Test("A key that is gone is noted, and another one goes on")
    func keyGone() throws {
        try remove(store.path(ofKey: "audit.key"))
        // Nobody can tell before the next job, but who asks for the end is told that it was not looked at.
        #expect(try !store.check().hasKeys)
        try store.append(2)
        #expect(store.warnings.count == 1)
        #expect(
            try store.records() == (1...4).map { "\($0) ingest" } + ["5 audit-damaged", "6 ingest", "7 ingest"])
        let findings = try store.check().findings
        #expect(
            findings.faults.map(\.description) == [
                "record 5 (line 5): the log was found damaged when this was written (key-missing)"
            ])
        #expect(findings.checkedMACs == 7)
    }

    @Test("A log and a key that are gone together are noted, since the origin is there")
    func bothGone() throws {
        try remove(store.logPath)
        try remove(store.path(ofKey: "audit.key"))
        try store.append(1)
        #expect(store.warnings.count == 1)
        #expect(try store.records() == ["1 audit-damaged", "2 ingest"])
        #expect(try !store.check().findings.isGood)
    }

    @Test("An origin that is gone is noted, and the key sealed that is in force")
    func originGone() throws {
        try remove(store.path(ofKey: "audit.origin"))
        try store.append(1)
        #expect(store.warnings.count == 1)
        #expect(try store.records() == (1...4).map { "\($0) ingest" } + ["5 audit-damaged", "6 ingest"])
        let findings = try store.check().findings
        #expect(findings.checkedMACs == 2)
        #expect(findings.faults.map(\.line) == [1, 5])
    }

    @Test("An older copy of log and keys together is seen by a head that was kept")
    func older() throws {
        let files = try store.copy([store.path(ofKey: "audit.key"), store.logPath])
        try store.append(2)
        let head = try AuditShow(environment: store.environment()).head()
        let kept = store.path(ofKey: "../head")
        try Data(head.text.utf8).write(to: URL(fileURLWithPath: kept))
        #expect(try store.check(head: kept).findings.isGood)
        try store.restore(files)
        #expect(try store.check().findings.isGood)
        #expect(try !store.check(head: kept).findings.isGood)
        try store.append(5)
        #expect(try store.check().findings.isGood)
        let text = try store.check(head: kept).findings.faults.map(\.description)
        #expect(text.isEmpty || text.first?.contains("record 6") == true)
    }

    @Test("Without a log there is nothing to check; with a key, its absence is a fault")
    func nothing() throws {
        let empty = try AuditedStore()
        #expect(throws: JobError.self) {
            try AuditCheck(environment: empty.environment()).run(officerKey: nil, head: nil)
        }
        try remove(store.logPath)
        let findings = try AuditCheck(environment: store.environment()).run(officerKey: nil, head: nil).findings
        #expect(
            findings.faults.map(\.description) == [
                "records 1 to 4 are missing at the end: they were cut off, or the log is an older copy"
            ])
    }
}
