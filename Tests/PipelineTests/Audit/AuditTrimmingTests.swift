import Foundation
import Privacy
import Testing

@testable import Pipeline

@Suite("Removing old records of the audit log")
struct AuditTrimmingTests {
    private static let day: Int64 = 86_400
    private let store: AuditedStore

    /// Five records, one a day.
    init() throws {
        store = try AuditedStore()
        for day in Int64(0)..<5 { try store.log(at: AuditedStore.start + day * Self.day).append(.aggregate) }
    }

    private func trim(days: Int64) throws -> Int {
        try store.log(at: AuditedStore.start + 9 * Self.day).trim(before: AuditedStore.start + days * Self.day)
    }

    @Test("The first records go, and the log is good", arguments: Int64(0)...5)
    func trim(_ days: Int64) throws {
        #expect(try trim(days: days) == Int(days))
        let records = (1...5).dropFirst(Int(days)).map { "\($0) aggregate" }
        #expect(try store.records() == records + (days > 0 ? ["6 audit-trimmed"] : []))
        #expect(try store.check().findings.isGood)
        try store.append(1)
        let findings = try store.check().findings
        #expect(findings.isGood)
        #expect(findings.checkedMACs == findings.lines)
        #expect(store.warnings == [])
    }

    @Test("What has been removed is not removed again, and more can go later")
    func twice() throws {
        #expect(try trim(days: 2) == 2)
        #expect(try trim(days: 2) == 0)
        #expect(try trim(days: 4) == 2)
        #expect(try store.records() == ["5 aggregate", "6 audit-trimmed", "7 audit-trimmed"])
        #expect(try store.check().findings.isGood)
    }

    @Test("A record stays behind one that is not old, whatever its time")
    func order() throws {
        try store.log(at: AuditedStore.start).append(.ingest)
        #expect(try trim(days: 3) == 3)
        #expect(try store.records() == ["4 aggregate", "5 aggregate", "6 ingest", "7 audit-trimmed"])
    }

    @Test("A crash at any step leaves a good log, and the next run removes the rest", arguments: AuditStep.allCases)
    func crash(_ step: AuditStep) throws {
        let log = store.log(dyingAt: step, at: AuditedStore.start + 9 * Self.day)
        let dies = step != .keyMade && step != .keySealed
        if dies {
            #expect(throws: AuditedStore.Death.self) { try log.trim(before: AuditedStore.start + 3 * Self.day) }
        } else {
            #expect(try log.trim(before: AuditedStore.start + 3 * Self.day) == 3)
        }
        #expect(try store.check().findings.isGood)
        #expect(try trim(days: 3) == (dies && step != .replaced ? 3 : 0))
        #expect(try store.records().starts(with: ["4 aggregate", "5 aggregate", "6 audit-trimmed"]))
        #expect(try store.check().findings.isGood)
        #expect(store.warnings == [])
        let names = try FileManager.default.contentsOfDirectory(atPath: store.environment().storePath)
        #expect(!names.contains(".audit.log.next"))
    }

    @Test("Where there is no log, there is nothing to remove")
    func nothing() throws {
        let empty = try AuditedStore()
        #expect(try empty.log().trim(before: AuditedStore.start) == 0)
        #expect(!FileManager.default.fileExists(atPath: empty.logPath))
    }
}
