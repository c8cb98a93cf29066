import Events
import Foundation
import TestSupport
import Testing

@testable import Privacy

@Suite("What keys there are")
struct KeySurveyTests {
    private let folder: TemporaryFolder
    private let keys: KeyDirectory

    init() throws {
        folder = try TemporaryFolder()
        keys = try KeyDirectory(path: folder.path + "/keys", create: true)
    }

    private func fill() throws {
        _ = try keys.makeFirstOfficer(on: TestKeys.day)
        _ = try keys.epochKey(Epoch(day: TestKeys.day, supplement: 1), create: true)
        _ = try keys.epochKey(Epoch(day: TestKeys.day), create: true)
        _ = try keys.identityKey(Month(of: TestKeys.day), create: true)
        _ = try keys.dayKey(TestKeys.day, create: true)
        for name in [PairName.correction(1), .request(2), .hold(7, TestKeys.day), .day(TestKeys.day, turn: 2)] {
            _ = try keys.pair(name, create: true)
        }
        _ = try keys.suppressionKey(create: true)
    }

    @Test("Every key is listed by kind and name")
    func everything() throws {
        #expect(try keys.survey().isEmpty)
        try fill()
        #expect(
            try keys.survey().map { "\($0.kind.rawValue) \($0.name)" } == [
                "epoch 2026-03-01", "epoch 2026-03-01.s1", "identity 2026-03", "day 2026-03-01",
                "day 2026-03-01.2", "hold hold-7-2026-03-01", "request request-2", "correction correction-1",
                "key-encryption 1", "officer officer", "suppression suppression", "officer-private OFFICER-KEY-MOVE-ME",
            ])
    }

    @Test("The time is that of the file")
    func time() throws {
        try fill()
        let date = Date(timeIntervalSince1970: 1_772_323_200)
        try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: keys.keyEncryption + "/1.key")
        #expect(try keys.survey().first { $0.kind == .keyEncryption }?.made == 1_772_323_200)
    }

    @Test("What a crash has left, and what is no key, is not listed")
    func others() throws {
        for name in [".1.key.77", "01.key", "-1.key", "0.key", "x.key", "4294967296.key"] {
            #expect(FileManager.default.createFile(atPath: keys.keyEncryption + "/" + name, contents: Data()))
        }
        #expect(try keys.survey().isEmpty)
        let current = try keys.keyEncryptionKey(create: false)
        let isThere = current != nil
        #expect(!isThere)
    }

    @Test("The key-encryption key with the highest number is in force")
    func inForce() throws {
        _ = try keys.keyEncryptionKey(create: true)
        for number in [2, 10] { _ = try keys.key("\(number)", in: keys.keyEncryption, create: true) }
        #expect(try keys.keyEncryptionNumbers() == [1, 2, 10])
        guard let current = try keys.keyEncryptionKey(create: true) else {
            Issue.record("there is none")
            return
        }
        #expect(current.number == 10)
    }

    @Test(
        "One key that others may read is named",
        arguments: [
            "epochs/2026-03-01.key", "identity/2026-03.key", "days/2026-03-01.key", "days/2026-03-01.2.key",
            "days/hold-7-2026-03-01.key", "days/request-2.key", "days/correction-1.key", "kek/1.key",
            "officers/officer.pub", "suppression.key", "OFFICER-KEY-MOVE-ME",
        ])
    func openKey(_ name: String) throws {
        try fill()
        let file = keys.path + "/" + name
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file)
        #expect(throws: KeyDirectoryError.tooOpen(path: file, mode: 0o640)) { _ = try keys.survey() }
    }

    @Test("So is a folder", arguments: ["", "/epochs", "/identity", "/days", "/kek", "/officers"])
    func openFolder(_ name: String) throws {
        try fill()
        try FileManager.default.setAttributes([.posixPermissions: 0o750], ofItemAtPath: keys.path + name)
        #expect(throws: KeyDirectoryError.tooOpen(path: keys.path + name, mode: 0o750)) { _ = try keys.survey() }
    }
}
