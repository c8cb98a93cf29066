import Crypto
import Events
import Foundation
import TestSupport
import Testing

@testable import Privacy

@Suite("The digest of the key directory")
struct KeyDigestTests {
    private let sealed: SealedPairs

    init() throws {
        sealed = try SealedPairs(count: 2)
    }

    @Test("It is what its description says")
    func form() throws {
        var expected: [UInt8] = []
        for name in ["days/2026-03-01.key", "days/2026-03-02.key", "kek/1.key", "officers/anna.pub"] {
            expected += [0, 0, 0, UInt8(name.utf8.count)] + Array(name.utf8)
            expected += Array(SHA256.hash(data: try sealed.read(name)))
        }
        #expect(try sealed.keys.digest() == Array(SHA256.hash(data: expected)))
    }

    @Test("It stays while nothing changes, and what decides no reading does not change it")
    func same() throws {
        let before = try sealed.keys.digest()
        _ = try sealed.keys.epochKey(Epoch(day: TestKeys.day), create: true)
        _ = try sealed.keys.identityKey(Month(of: TestKeys.day), create: true)
        _ = try sealed.keys.signingKey(create: true)
        _ = try sealed.keys.suppressionKey(create: true)
        #expect(try sealed.keys.digest() == before)
    }

    @Test(
        "Every change of a file changes it",
        arguments: ["days/2026-03-01.key", "kek/1.key", "officers/anna.pub", "kek/2.key", "days.next/2026-03-01.key"])
    func changes(_ name: String) throws {
        if name.hasPrefix("days.next") {
            try FileManager.default.createDirectory(
                atPath: sealed.keys.nextDays, withIntermediateDirectories: false,
                attributes: [.posixPermissions: 0o700])
        }
        let before = try sealed.keys.digest()
        try sealed.write([1], to: name)
        #expect(try sealed.keys.digest() != before)
    }

    @Test("A file that moves to another name changes it")
    func moved() throws {
        let before = try sealed.keys.digest()
        let content = try sealed.read("days/2026-03-02.key")
        try FileManager.default.removeItem(atPath: sealed.keys.days + "/2026-03-02.key")
        try sealed.write(content, to: "days/2026-03-03.key")
        #expect(try sealed.keys.digest() != before)
    }

    @Test("It is that of no key directory with a file that others may read")
    func openFile() throws {
        let file = sealed.keys.keyEncryption + "/1.key"
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file)
        #expect(throws: KeyDirectoryError.tooOpen(path: file, mode: 0o640)) { _ = try sealed.keys.digest() }
    }
}
