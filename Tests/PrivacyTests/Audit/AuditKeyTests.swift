import Foundation
import TestSupport
import Testing

@testable import Privacy

@Suite("The keys of the audit log")
struct AuditKeyTests {
    private let folder: TemporaryFolder
    private let keys: KeyDirectory

    init() throws {
        folder = try TemporaryFolder()
        keys = try KeyDirectory(path: folder.path + "/keys", create: true)
    }

    private var keyPath: String { keys.path + "/audit.key" }
    private var originPath: String { keys.path + "/audit.origin" }

    private func bytes(_ path: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))) }

    private func write(_ bytes: some Collection<UInt8>, to path: String, mode: Int = 0o600) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    }

    /// Adds an officer, and leaves the private half where a command can be shown it.
    private func addOfficer(_ name: String) throws -> OfficerKeyFile {
        let pair = try OfficerPair.make(name: name, on: TestKeys.day)
        try pair.write(to: folder.path + "/" + name)
        _ = try keys.add(pair.officer)
        return OfficerKeyFile(folder.path + "/" + name)
    }

    @Test("There is no key before a log begins, and then one that goes on from record to record")
    func advance() throws {
        let isThere = try keys.auditKey() != nil
        #expect(!isThere)
        let first = try keys.makeAuditKey(number: 7)
        let second = try keys.advanceAuditKey(first)
        guard let read = try keys.auditKey() else {
            Issue.record("the key is gone")
            return
        }
        #expect(read.number == 8 && second.number == 8)
        #expect(TestKeys.bytes(read.secret) == SHA256Digest.digest(TestKeys.bytes(first.secret)))
    }

    @Test("What stood in the file of the old key is overwritten")
    func overwritten() throws {
        let first = try keys.makeAuditKey(number: 1)
        // A second name shows what becomes of the file when it loses its own.
        try FileManager.default.linkItem(atPath: keyPath, toPath: folder.path + "/old")
        let secret = TestKeys.bytes(first.secret)
        #expect(try bytes(folder.path + "/old").suffix(32) == secret[...])
        _ = try keys.advanceAuditKey(first)
        let old = try bytes(folder.path + "/old")
        #expect(old.count >= 48)
        for start in 0...(old.count - 32) { #expect(old[start..<(start + 32)] != secret[...]) }
    }

    @Test("What a crash has left of a replacement does no harm, however long it is")
    func leftover() throws {
        try write(Array(repeating: 7, count: 500), to: keys.path + "/.audit.key.next")
        let key = try keys.makeAuditKey(number: 3)
        #expect(try keys.auditKey()?.number == key.number)
        #expect(try bytes(keyPath).count == 48)
        #expect(try !FileManager.default.contentsOfDirectory(atPath: keys.path).contains(".audit.key.next"))
    }

    @Test("A key file that is none is refused")
    func malformed() throws {
        _ = try keys.makeAuditKey(number: 1)
        let good = try bytes(keyPath)
        var zero = good
        zero[15] = 0
        var huge = good
        huge[8] = 0xFF
        var other = good
        other[7] = 2
        for wrong in [[], Array(good.dropLast()), good + [0], zero, huge, other] {
            try write(wrong, to: keyPath)
            #expect(throws: KeyDirectoryError.malformed(path: keyPath)) { _ = try keys.auditKey() }
        }
        try write(good, to: keyPath, mode: 0o640)
        #expect(throws: KeyDirectoryError.tooOpen(path: keyPath, mode: 0o640)) { _ = try keys.auditKey() }
    }

    @Test("Every officer there was opens the first key, and nobody else")
    func origin() throws {
        let anna = try addOfficer("anna")
        let ben = try addOfficer("ben")
        #expect(try !keys.hasAuditOrigin())
        let first = try keys.makeAuditKey(number: 1)
        try keys.sealAuditOrigin(first)
        #expect(try keys.hasAuditOrigin())
        let late = try addOfficer("late")
        let record = AuditRecord(number: 1, time: 0, event: .ingest, by: AuditAuthor(host: "host", user: 1), [])
        let line = AuditLine(record, after: .beginning, under: first)
        for officer in [anna, ben] {
            var verifier = AuditVerifier(keys: try keys.auditKeys(showing: officer))
            verifier.take(Array(line.text.utf8))
            #expect(verifier.finish().isGood)
        }
        #expect(throws: SealError.cannotOpen) { _ = try keys.auditKeys(showing: late) }
    }

    @Test("A log that began again is checked with the key of each beginning")
    func beginnings() throws {
        let anna = try addOfficer("anna")
        var lines: [AuditLine] = []
        var key = try keys.makeAuditKey(number: 1)
        for number in 1...4 {
            if number == 3 { key = try keys.makeAuditKey(number: 3) }
            if number == 1 || number == 3 { try keys.sealAuditOrigin(key) }
            let record = AuditRecord(
                number: number, time: 0, event: .ingest, by: AuditAuthor(host: "host", user: 1), [])
            lines.append(AuditLine(record, after: lines.last?.hash ?? .beginning, under: key))
            key = try keys.advanceAuditKey(key)
        }
        var verifier = AuditVerifier(keys: try keys.auditKeys(showing: anna))
        for line in lines { verifier.take(Array(line.text.utf8)) }
        verifier.compare(with: key)
        let findings = verifier.finish()
        #expect(findings.isGood)
        #expect(findings.checkedMACs == 4)
    }

    @Test("A file of sealed keys that is cut anywhere is refused, and one without officers is not made")
    func cutOrigin() throws {
        let first = try keys.makeAuditKey(number: 1)
        #expect(throws: OfficerError.self) { try keys.sealAuditOrigin(first) }
        _ = try addOfficer("anna")
        try keys.sealAuditOrigin(first)
        let good = try bytes(originPath)
        #expect(good.count == 8 + 8 + 4 + 88)
        for count in 0..<good.count where count != 8 {
            try write(good.prefix(count), to: originPath)
            #expect(throws: KeyDirectoryError.malformed(path: originPath)) { _ = try keys.hasAuditOrigin() }
        }
        var many = good
        many[16] = 0xFF
        try write(many, to: originPath)
        #expect(throws: KeyDirectoryError.malformed(path: originPath)) { _ = try keys.hasAuditOrigin() }
    }
}
