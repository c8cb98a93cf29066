import Events
import Foundation
import Testing

@testable import Privacy

@Suite("The key directory")
struct KeyDirectoryTests {
    private let epoch = Epoch(day: TestKeys.day)

    /// Runs `body` with the path of a folder that does not exist yet, inside one that is removed afterwards.
    private func withFolder(_ body: (String) throws -> Void) throws {
        let parent = FileManager.default.temporaryDirectory.appendingPathComponent("footfall-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: parent) }
        try body(parent.appendingPathComponent("keys").path)
    }

    private func mode(_ path: String) throws -> Int {
        try #require(FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
    }

    private func setMode(_ mode: Int, _ path: String) throws {
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    }

    private func read(_ keys: KeyDirectory, _ epoch: Epoch, create: Bool = false) throws -> [UInt8]? {
        guard let key = try keys.epochKey(epoch, create: create) else { return nil }
        return TestKeys.bytes(key.secret)
    }

    @Test("A key that was made is read back, and is not made unasked")
    func roundTrip() throws {
        try withFolder { path in
            let keys = try KeyDirectory(path: path, create: true)
            #expect(try read(keys, epoch) == nil)
            let made = try #require(try read(keys, epoch, create: true))
            #expect(made.count == 32)
            #expect(try read(keys, epoch) == made)
            #expect(try read(KeyDirectory(path: path), epoch) == made)
            #expect(try keys.epochList() == [epoch])
        }
    }

    @Test("Folders are made with mode 700 and files with 600, and no temporary name is left")
    func modes() throws {
        try withFolder { path in
            let keys = try KeyDirectory(path: path, create: true)
            _ = try keys.epochKey(epoch, create: true)
            _ = try keys.identityKey(Month(of: TestKeys.day), create: true)
            for folder in ["", "/epochs", "/identity"] { #expect(try mode(path + folder) == 0o700) }
            #expect(try mode(path + "/epochs/2026-03-01.key") == 0o600)
            #expect(try mode(path + "/identity/2026-03.key") == 0o600)
            #expect(try FileManager.default.contentsOfDirectory(atPath: path + "/epochs") == ["2026-03-01.key"])
        }
    }

    @Test("A folder that others may enter is refused", arguments: [0o750, 0o705, 0o711, 0o770])
    func openFolder(_ open: Int) throws {
        try withFolder { path in
            _ = try KeyDirectory(path: path, create: true)
            try setMode(open, path)
            let error = #expect(throws: KeyDirectoryError.self) { try KeyDirectory(path: path) }
            #expect(error == .tooOpen(path: path, mode: UInt32(open)))
            #expect(error?.isPermission == true)
        }
    }

    @Test("A folder of keys that is opened up later is refused at the next key")
    func openedLater() throws {
        try withFolder { path in
            let keys = try KeyDirectory(path: path, create: true)
            _ = try keys.epochKey(epoch, create: true)
            try setMode(0o755, path + "/epochs")
            #expect(throws: KeyDirectoryError.tooOpen(path: path + "/epochs", mode: 0o755)) {
                _ = try keys.epochKey(epoch, create: false)
            }
        }
    }

    @Test("A key file that others may read or write is refused", arguments: [0o640, 0o604, 0o620, 0o602, 0o666])
    func openFile(_ open: Int) throws {
        try withFolder { path in
            let keys = try KeyDirectory(path: path, create: true)
            _ = try keys.epochKey(epoch, create: true)
            let file = path + "/epochs/2026-03-01.key"
            try setMode(open, file)
            #expect(throws: KeyDirectoryError.tooOpen(path: file, mode: UInt32(open))) {
                _ = try keys.epochKey(epoch, create: true)
            }
        }
    }

    @Test("A key file of any other length than 32 bytes is refused", arguments: [0, 1, 31, 33, 4096])
    func damaged(_ length: Int) throws {
        try withFolder { path in
            let keys = try KeyDirectory(path: path, create: true)
            let file = path + "/epochs/2026-03-01.key"
            #expect(FileManager.default.createFile(atPath: file, contents: Data(repeating: 1, count: length)))
            try setMode(0o600, file)
            #expect(throws: KeyDirectoryError.damaged(path: file, byteCount: length)) {
                _ = try keys.epochKey(epoch, create: true)
            }
        }
    }

    @Test("A symbolic link is no key")
    func link() throws {
        try withFolder { path in
            let keys = try KeyDirectory(path: path, create: true)
            let file = path + "/epochs/2026-03-01.key"
            try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: "/dev/zero")
            #expect(throws: KeyDirectoryError.wrongType(path: file)) { _ = try keys.epochKey(epoch, create: false) }
        }
    }

    @Test("Without a key directory there is an error and nothing is made")
    func missing() throws {
        try withFolder { path in
            #expect(throws: KeyDirectoryError.missing(path: path)) { try KeyDirectory(path: path) }
            #expect(!FileManager.default.fileExists(atPath: path))
        }
    }

    @Test("Writers that start at once agree on one key for each epoch")
    func race() throws {
        try withFolder { path in
            let keys = try KeyDirectory(path: path, create: true)
            let count = 64
            let seen = Seen(count: count)
            DispatchQueue.concurrentPerform(iterations: 4) { writer in
                for number in 0..<count {
                    let epoch = Epoch(day: TestKeys.day.advanced(by: number))
                    let key = try? read(keys, epoch, create: true)
                    seen.add(key ?? [], number)
                }
            }
            for number in 0..<count { #expect(seen.values(number).count == 1 && seen.values(number) != [[]]) }
            #expect(try keys.epochList().count == count)
            #expect(try FileManager.default.contentsOfDirectory(atPath: path + "/epochs").count == count)
        }
    }

    /// The distinct keys that writers got, by epoch.
    private final class Seen: @unchecked Sendable {
        private let lock = NSLock()
        private var keys: [Set<[UInt8]>]

        init(count: Int) { keys = Array(repeating: [], count: count) }

        func add(_ key: [UInt8], _ number: Int) { lock.withLock { _ = keys[number].insert(key) } }
        func values(_ number: Int) -> Set<[UInt8]> { lock.withLock { keys[number] } }
    }

    @Test("A destroyed key is gone, its bytes are overwritten under every name, and destroying it again does nothing")
    func destroy() throws {
        try withFolder { path in
            let keys = try KeyDirectory(path: path, create: true)
            let other = Epoch(day: TestKeys.day, supplement: 1)
            _ = try keys.epochKey(epoch, create: true)
            _ = try keys.epochKey(other, create: true)
            let file = path + "/epochs/2026-03-01.key"
            let before = try Data(contentsOf: URL(fileURLWithPath: file))
            // What a crash between link and unlink leaves, and a second name elsewhere to look at the bytes afterwards.
            try FileManager.default.linkItem(atPath: file, toPath: path + "/epochs/.2026-03-01.key.17")
            try FileManager.default.linkItem(atPath: file, toPath: path + "/witness")
            try keys.destroyEpochKey(epoch)
            #expect(try Data(contentsOf: URL(fileURLWithPath: path + "/witness")) != before)
            #expect(try FileManager.default.contentsOfDirectory(atPath: path + "/epochs") == ["2026-03-01.s1.key"])
            #expect(try keys.epochList() == [other])
            #expect(try read(keys, epoch) == nil)
            try keys.destroyEpochKey(epoch)
        }
    }

    @Test("A key made again after its destruction is another one")
    func again() throws {
        try withFolder { path in
            let keys = try KeyDirectory(path: path, create: true)
            let first = try read(keys, epoch, create: true)
            try keys.destroyEpochKey(epoch)
            let second = try read(keys, epoch, create: true)
            #expect(first != second)
        }
    }

    @Test("Identity keys are one per month and are listed in order")
    func identity() throws {
        try withFolder { path in
            let keys = try KeyDirectory(path: path, create: true)
            let months = ["2026-03", "2025-12", "2026-01"].compactMap { Month($0) }
            for month in months { _ = try keys.identityKey(month, create: true) }
            #expect(try keys.identityMonths() == months.sorted())
            try keys.destroyIdentityKey(months[0])
            #expect(try keys.identityMonths().map { "\($0)" } == ["2025-12", "2026-01"])
        }
    }

    @Test("Errors name the path and the way out, never key bytes")
    func messages() {
        let error = KeyDirectoryError.tooOpen(path: "/k/epochs", mode: 0o755)
        #expect("\(error)" == "/k/epochs: mode 755 lets others in; keys need 700 for folders and 600 for files")
    }
}
