import Events
import Foundation
import TestSupport
import Testing

@testable import Privacy

@Suite("The key of the list of objections")
struct SuppressionKeyTests {
    private let folder: TemporaryFolder
    private let keys: KeyDirectory
    private var file: String { keys.path + "/suppression.key" }

    init() throws {
        folder = try TemporaryFolder()
        keys = try KeyDirectory(path: folder.path + "/keys", create: true)
    }

    private func bytes(create: Bool) throws -> [UInt8]? {
        guard let key = try keys.suppressionKey(create: create) else { return nil }
        return TestKeys.bytes(key.secret)
    }

    @Test("It is made on demand, once, and only its owner may read it")
    func once() throws {
        #expect(try bytes(create: false) == nil)
        let made = try #require(try bytes(create: true))
        #expect(made.count == 32 && Set(made).count > 8)
        #expect(try bytes(create: true) == made && bytes(create: false) == made)
        let attributes = try FileManager.default.attributesOfItem(atPath: file)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        #expect([UInt8](try Data(contentsOf: URL(fileURLWithPath: file))) == made)
    }

    @Test("No two key directories have the same one")
    func random() throws {
        let other = try KeyDirectory(path: folder.path + "/other", create: true)
        guard let key = try other.suppressionKey(create: true) else {
            Issue.record("it was not made")
            return
        }
        #expect(try bytes(create: true) != TestKeys.bytes(key.secret))
    }

    @Test("One that others may read, or that is damaged, is refused")
    func refused() throws {
        _ = try bytes(create: true)
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file)
        #expect(throws: KeyDirectoryError.tooOpen(path: file, mode: 0o640)) { _ = try bytes(create: false) }
        try Data([1, 2, 3]).write(to: URL(fileURLWithPath: file))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
        #expect(throws: KeyDirectoryError.damaged(path: file, byteCount: 3)) { _ = try bytes(create: true) }
    }

    @Test("A rotation leaves it as it is")
    func rotation() throws {
        let made = try bytes(create: true)
        _ = try keys.makeFirstOfficer(on: TestKeys.day)
        _ = try keys.dayKey(TestKeys.day, create: true)
        _ = try keys.rotateKeyEncryption(destroying: keys.pairs(of: [TestKeys.day]))
        #expect(try bytes(create: false) == made)
    }
}
