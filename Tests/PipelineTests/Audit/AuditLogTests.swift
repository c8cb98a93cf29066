import Foundation
import Privacy
import Synchronization
import Testing

@testable import Pipeline

@Suite("Writing to the audit log")
struct AuditLogTests {
    private let store: AuditedStore

    init() throws {
        store = try AuditedStore()
    }

    @Test("Records are numbered, chained and can be checked by the officer")
    func append() throws {
        try store.append(3)
        let outcome = try store.check()
        #expect(outcome.findings.isGood)
        #expect(outcome.findings.checkedMACs == 3)
        #expect(outcome.hasKeys)
        #expect(try store.records() == ["1 ingest", "2 ingest", "3 ingest"])
        #expect(store.warnings == [])
    }

    @Test("A log that is to be written in a store without officers makes the first one")
    func officer() throws {
        try store.append(1)
        #expect(try store.keys.officers().map(\.name) == ["officer"])
    }

    @Test("Key and origin have the modes of keys, and no file is left beside them")
    func modes() throws {
        try store.append(2)
        let names = try FileManager.default.contentsOfDirectory(atPath: store.keys.path).filter { $0.contains("audit") }
        #expect(names.sorted() == ["audit.key", "audit.origin"])
        for name in names {
            let path = store.path(ofKey: name)
            #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
        }
    }

    @Test("Many that write at once write one chain")
    func concurrency() throws {
        let failures = Mutex<[String]>([])
        DispatchQueue.concurrentPerform(iterations: 8) { index in
            do {
                for number in 0..<10 { try store.log().append(.verify, [.count(.lines, index * 10 + number)]) }
            } catch {
                failures.withLock { $0.append("\(error)") }
            }
        }
        #expect(failures.withLock { $0 } == [])
        let findings = try store.check().findings
        #expect(findings.isGood)
        #expect(findings.last?.number == 80)
        #expect(store.warnings == [])
    }

    @Test("A crash at any step leaves a good log, and the next job goes on", arguments: AuditStep.allCases, [0, 2])
    func crash(_ step: AuditStep, _ before: Int) throws {
        try store.append(before)
        #expect(throws: AuditedStore.Death.self) {
            try store.log(dyingAt: step).append(.aggregate)
            // The steps of trimming are not those of writing, and a key is made only once.
            throw AuditedStore.Death()
        }
        let isThere = try before > 0 || store.bytes().count > 0
        if isThere { #expect(try store.check().findings.isGood) }
        try store.log().append(.verify)
        let findings = try store.check().findings
        #expect(findings.isGood)
        #expect(findings.last?.event == "verify")
        let hasWritten = step != .keyMade && step != .keySealed || before > 0
        #expect(findings.lines == before + (hasWritten ? 2 : 1))
        #expect(store.warnings == [])
    }

    @Test("A line that a crash cut anywhere is removed, or ended if it is whole")
    func torn() throws {
        try store.append(2)
        let files = [store.path(ofKey: "audit.key"), store.path(ofKey: "audit.origin"), store.logPath]
        let before = try store.copy(files)
        let length = try store.bytes().count
        try store.append(1)
        let whole = try store.bytes()
        for cut in Array(stride(from: length + 1, to: whole.count - 1, by: 7)) + [whole.count - 1] {
            try store.restore(before)
            try store.write(whole[..<cut])
            #expect(try store.check().findings.isGood)
            try store.append(1)
            let findings = try store.check().findings
            #expect(findings.isGood, "\(cut)")
            // The last byte is the line end.
            #expect(findings.lines == (cut == whole.count - 1 ? 4 : 3))
        }
        #expect(store.warnings == [])
    }

    @Test("A job that is told another time puts the machine's on record too")
    func told() throws {
        let environment = JobEnvironment(
            storePath: store.environment().storePath, keysPath: store.keys.path, hostName: "test",
            clock: { 1_780_000_000_000 }, now: { AuditedStore.start * 1000 })
        try environment.audit(store.keys).append(.aggregate)
        let text = String(decoding: try store.bytes(), as: UTF8.self)
        #expect(text.contains(#""time":"2026-03-01T04:00:00Z","event":"aggregate""#))
        #expect(text.contains(#""clock":"2026-05-28T20:26:40Z""#))
    }

    @Test("The end of a long log is all that is read to append to it")
    func long() throws {
        try store.append(2)
        // What nobody could read, if it were looked at.
        let before = Array(repeating: UInt8(ascii: "a"), count: AuditTail.byteCount)
        try store.write(before + [10] + store.bytes())
        try store.append(2)
        #expect(try store.records() == ["unreadable 1", "1 ingest", "2 ingest", "3 ingest", "4 ingest"])
        #expect(store.warnings == [])
    }

    @Test("A failed job is on record as one, and what it threw is passed on")
    func failed() throws {
        #expect(throws: AuditedStore.Death.self) {
            try store.log().recording(.aggregate, fields: { (_: Int) in [] }) { throw AuditedStore.Death() }
        }
        #expect(try store.log().recording(.aggregate, fields: { [.count(.rows, $0)] }) { 7 } == 7)
        let text = String(decoding: try store.bytes(), as: UTF8.self)
        #expect(text.contains(#""outcome":"failed""#))
        #expect(text.contains(#""rows":7"#))
    }
}
