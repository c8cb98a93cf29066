import Events
import Foundation
import TestSupport
import Testing

@testable import Privacy

@Suite("The rotation of the key-encryption key")
struct KeyRotationTests {
    private let sealed: SealedPairs
    private let keys: KeyDirectory
    private let names: [PairName]

    init() throws {
        sealed = try SealedPairs()
        keys = sealed.keys
        names = sealed.names
    }

    private func mode(_ path: String) throws -> Int {
        try #require(FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
    }

    @Test("The days asked for can be read by nobody afterwards, and all others as before")
    func destroy() throws {
        #expect(try sealed.readable(in: keys) == names)
        let rotation = try keys.rotateKeyEncryption(destroying: [names[2], names[0]])
        #expect(rotation == KeyRotation(replaced: [1], inForce: 2, destroyed: [names[0], names[2]], unopenable: []))
        #expect(try sealed.readable(in: keys) == [names[1], names[3]])
        #expect(try keys.pairList() == [names[1], names[3]])
        #expect(try keys.pair(names[0], create: false) == nil)
        #expect(try keys.keyEncryptionNumbers() == [2])
        #expect(try keys.pair(names[1], create: false)?.keyEncryptionNumber == 2)
    }

    @Test("Nothing is left but the new wrappings and the new key, which others cannot read")
    func leftovers() throws {
        _ = try keys.rotateKeyEncryption(destroying: [names[0]])
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: keys.path).sorted() == [
                "days", "epochs", "identity", "kek", "officers",
            ])
        #expect(try FileManager.default.contentsOfDirectory(atPath: keys.keyEncryption) == ["2.key"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: keys.days).count == 3)
        #expect(try mode(keys.days) == 0o700)
        for pair in names[1...] { #expect(try mode("\(keys.days)/\(pair).key") == 0o600) }
    }

    @Test("The old wrappings and the old key are overwritten before their names go")
    func overwritten() throws {
        let files = ["kek/1.key"] + names.map { "days/\($0).key" }
        for (number, name) in files.enumerated() {
            try FileManager.default.linkItem(
                atPath: "\(keys.path)/\(name)", toPath: "\(sealed.folder.path)/witness-\(number)")
        }
        let before = try files.map { try sealed.read($0) }
        _ = try keys.rotateKeyEncryption(destroying: [names[0]])
        for (number, content) in before.enumerated() {
            let after = try Data(contentsOf: URL(fileURLWithPath: "\(sealed.folder.path)/witness-\(number)"))
            #expect(zip(after, content).filter { $0 == $1 }.count < content.count / 4)
        }
    }

    @Test("A copy from before yields a destroyed day with its own key, and with none of afterwards")
    func image() throws {
        let image = try sealed.image()
        #expect(try sealed.opened(in: image, with: image.keyEncryptionKeys) == Set(names))
        _ = try keys.rotateKeyEncryption(destroying: [names[0], names[1]])
        let after = try sealed.image()
        #expect(try sealed.opened(in: image, with: after.keyEncryptionKeys).isEmpty)
        #expect(try sealed.opened(in: after, with: after.keyEncryptionKeys) == [names[2], names[3]])
        // The copy's key opens nothing of what was wrapped since, nor does it with the days' keys of the copy.
        #expect(try sealed.opened(in: after, with: image.keyEncryptionKeys).isEmpty)
    }

    @Test("What officers were given stays: one who was added later still opens only later days")
    func officers() throws {
        let pair = try OfficerPair.make(name: "berta", on: TestKeys.day)
        try pair.write(to: sealed.folder.path + "/berta")
        _ = try keys.add(pair.officer)
        let berta = OfficerKeyFile(sealed.folder.path + "/berta")
        let next = sealed.next
        let made = try #require(try keys.pair(next, create: true)).publicHalf
        _ = try keys.rotateKeyEncryption(destroying: [names[0]])
        let half = try keys.privateHalf(of: next, showing: berta)?.publicHalf
        #expect(half == made)
        #expect(throws: SealError.cannotOpen) { _ = try keys.privateHalf(of: names[1], showing: berta) }
    }

    @Test("Pairs of all kinds are rotated together, and any of them can be destroyed", arguments: 0..<6)
    func kinds(_ place: Int) throws {
        let day = TestKeys.day
        let sealed = try SealedPairs([
            .day(day, turn: 1), .day(day, turn: 2), .hold(7, day), .hold(8, day), .request(7), .correction(7),
        ])
        let name = sealed.names[place]
        let before = try sealed.image()
        let rotation = try sealed.keys.rotateKeyEncryption(destroying: [name])
        #expect(rotation == KeyRotation(replaced: [1], inForce: 2, destroyed: [name], unopenable: []))
        #expect(try sealed.readable(in: sealed.keys) == sealed.names.filter { $0 != name })
        for other in sealed.names where other != name {
            #expect(try sealed.keys.pair(other, create: false)?.keyEncryptionNumber == 2)
        }
        #expect(try sealed.opened(in: before, with: sealed.image().keyEncryptionKeys).isEmpty)
    }

    @Test("A day goes with the pairs of all its turns, be they whole or not, and with no other")
    func turns() throws {
        let day = TestKeys.day
        let sealed = try SealedPairs([
            .day(day, turn: 1), .day(day, turn: 2), .day(day.advanced(by: 1), turn: 1), .hold(1, day),
        ])
        let keys = sealed.keys
        // As crashes leave them: half made, and of a rotation that did not come to its end.
        try sealed.write(sealed.read("days/\(day).2.key"), to: "days/.\(day).4.key.17")
        try FileManager.default.createDirectory(
            atPath: keys.nextDays, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        try sealed.write(sealed.read("days/\(day).2.key"), to: "days.next/\(day).3.key")
        let pairs = try keys.pairs(of: [day, day.advanced(by: 9)])
        #expect(pairs == Set([1, 2, 3, 4].map { .day(day, turn: $0) } + [.day(day.advanced(by: 9), turn: 1)]))
        let rotation = try keys.rotateKeyEncryption(destroying: pairs)
        #expect(rotation.destroyed == [1, 2, 3, 4].map { .day(day, turn: $0) })
        #expect(try sealed.readable(in: keys) == Array(sealed.names[2...]))
        #expect(try FileManager.default.contentsOfDirectory(atPath: keys.days).count == 2)
    }

    @Test("Doing it again, or for days that have no pair, changes nothing")
    func again() throws {
        _ = try keys.rotateKeyEncryption(destroying: [names[0]])
        let digest = try keys.digest()
        for doomed in [[names[0]], [sealed.next], []] {
            let rotation = try keys.rotateKeyEncryption(destroying: Set(doomed))
            #expect(rotation == KeyRotation(replaced: [], inForce: 2, destroyed: [], unopenable: []))
        }
        #expect(try keys.digest() == digest)
    }

    @Test("Nothing is made of an empty key directory")
    func empty() throws {
        let keys = try KeyDirectory(path: sealed.folder.path + "/empty", create: true)
        let rotation = try keys.rotateKeyEncryption(destroying: [names[0]])
        #expect(rotation == KeyRotation(replaced: [], inForce: nil, destroyed: [], unopenable: []))
        #expect(try keys.keyEncryptionNumbers().isEmpty)
    }

    @Test("All days can be destroyed, and days made afterwards are read")
    func noSurvivors() throws {
        let rotation = try keys.rotateKeyEncryption(destroying: Set(names))
        #expect(rotation == KeyRotation(replaced: [1], inForce: 2, destroyed: names, unopenable: []))
        #expect(try keys.pairList().isEmpty)
        let next = sealed.next
        #expect(try keys.pair(next, create: true)?.keyEncryptionNumber == 2)
        let half = try keys.privateHalf(of: next, showing: sealed.officer)?.publicHalf
        #expect(try half == keys.pair(next, create: false)?.publicHalf)
    }

    @Test(
        "A damaged pair of a day that stays is named and kept as it is, and no obstacle",
        arguments: [0, 8, 20, 60, 150])
    func damaged(_ place: Int) throws {
        let name = "days/\(names[3]).key"
        var content = try sealed.read(name)
        content[place] ^= 1
        try sealed.write(content, to: name)
        let rotation = try keys.rotateKeyEncryption(destroying: [names[0]])
        #expect(
            rotation
                == KeyRotation(
                    replaced: [1], inForce: 2, destroyed: [names[0]], unopenable: ["\(keys.path)/\(name)"]))
        #expect(try sealed.read(name) == content)
        for name in names[1...2] { #expect(try keys.privateHalf(of: name, showing: sealed.officer) != nil) }
        #expect(try keys.rotateKeyEncryption(destroying: [names[1]]).unopenable == ["\(keys.path)/\(name)"])
        #expect(try sealed.read(name) == content)
    }

    @Test("A damaged pair of a day that goes is no obstacle", arguments: [0, 8, 20, 60, 150])
    func damagedDoomed(_ place: Int) throws {
        let name = "days/\(names[0]).key"
        var content = try sealed.read(name)
        content[place] ^= 1
        try sealed.write(content, to: name)
        let rotation = try keys.rotateKeyEncryption(destroying: [names[0]])
        #expect(rotation == KeyRotation(replaced: [1], inForce: 2, destroyed: [names[0]], unopenable: []))
        #expect(try sealed.readable(in: keys) == Array(names[1...]))
    }

    @Test(
        "What is no pair is not swept away with the old folder",
        arguments: ["notes", "2026-13-01.key", ".2026-03-02.key", "2026-03-02.key~"])
    func strayFile(_ name: String) throws {
        try sealed.write([1], to: "days/\(name)")
        let rotation = try keys.rotateKeyEncryption(destroying: [names[0]])
        #expect(rotation.unopenable == ["\(keys.days)/\(name)"])
        #expect(try sealed.read("days/\(name)") == [1])
        #expect(try sealed.readable(in: keys) == Array(names[1...]))
        #expect(try keys.keyEncryptionNumbers() == [2])
    }

    @Test("A second name that a crash has left of a wrapping is removed, and the wrapping stays")
    func secondName() throws {
        // As a crash leaves it: the new key is there, one pair lies under it, and its temporary name was not removed.
        let image = try sealed.image()
        _ = try keys.rotateKeyEncryption(destroying: [])
        _ = try keys.rotateKeyEncryption(destroying: [names[0]])
        let next = try sealed.restored(image)
        let name = "\(names[1]).key"
        try KeyFiles.makeFolder(next.nextDays)
        for (from, to) in [("kek/2.key", "kek/2.key"), ("days/\(name)", "days.next/\(name)")] {
            try FileManager.default.copyItem(atPath: "\(keys.path)/\(from)", toPath: "\(next.path)/\(to)")
        }
        try FileManager.default.linkItem(
            atPath: "\(next.nextDays)/\(name)", toPath: "\(next.nextDays)/.\(name).17")
        let rotation = try next.rotateKeyEncryption(destroying: [names[0]])
        #expect(rotation == KeyRotation(replaced: [1], inForce: 2, destroyed: [names[0]], unopenable: []))
        #expect(try sealed.readable(in: next) == Array(names[1...]))
    }

    @Test("What a crash has left of the making of a day's pair is destroyed with it")
    func temporary() throws {
        let file = "\(keys.days)/\(names[0]).key"
        try FileManager.default.linkItem(atPath: file, toPath: "\(keys.days)/.\(names[0]).key.17")
        try FileManager.default.removeItem(atPath: file)
        let rotation = try keys.rotateKeyEncryption(destroying: [names[0]])
        #expect(rotation == KeyRotation(replaced: [1], inForce: 2, destroyed: [names[0]], unopenable: []))
        #expect(try FileManager.default.contentsOfDirectory(atPath: keys.days).count == 3)
    }

    @Test("A day that lies only beside the live folder is destroyed, with the key it lies under")
    func aside() throws {
        try FileManager.default.createDirectory(
            atPath: keys.nextDays, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        try FileManager.default.moveItem(
            atPath: "\(keys.days)/\(names[0]).key", toPath: "\(keys.nextDays)/\(names[0]).key")
        let image = try sealed.image()
        let rotation = try keys.rotateKeyEncryption(destroying: [names[0]])
        #expect(rotation == KeyRotation(replaced: [1], inForce: 2, destroyed: [names[0]], unopenable: []))
        #expect(try sealed.opened(in: image, with: sealed.image().keyEncryptionKeys).isEmpty)
    }

    @Test("A day that an interrupted rotation began to wrap under its new key is not left under that key")
    func begun() throws {
        try FileManager.default.createDirectory(
            atPath: keys.nextDays, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        _ = try keys.key("2", in: keys.keyEncryption, create: true)
        let next = sealed.next
        _ = try keys.pair(next, create: true)
        try FileManager.default.moveItem(
            atPath: "\(keys.days)/\(next).key", toPath: "\(keys.nextDays)/.\(next).key.17")
        let rotation = try keys.rotateKeyEncryption(destroying: [names[0], next])
        #expect(rotation == KeyRotation(replaced: [1, 2], inForce: 3, destroyed: [names[0], next], unopenable: []))
        #expect(try sealed.readable(in: keys) == Array(names[1...]))
    }

    @Test("The last number that a file can have is no place for another one")
    func lastNumber() throws {
        _ = try keys.key("\(UInt32.max)", in: keys.keyEncryption, create: true)
        let file = "\(keys.keyEncryption)/\(UInt32.max).key"
        _ = try keys.pair(sealed.next, create: true)
        #expect(throws: KeyDirectoryError.malformed(path: file)) {
            _ = try keys.rotateKeyEncryption(destroying: [sealed.next])
        }
        #expect(try sealed.readable(in: keys) == names)
    }

    @Test("A pair is made only if whoever keeps the record says so, asked when there is none")
    func permission() throws {
        struct NotAsked: Error {}
        let next = sealed.next
        #expect(try keys.pair(next) { false } == nil)
        #expect(throws: NotAsked.self) { try keys.pair(next) { throw NotAsked() } }
        #expect(try keys.pairList() == names)
        let made = try #require(try keys.pair(next) { true })
        #expect(try keys.pair(next) { throw NotAsked() }?.publicHalf == made.publicHalf)
    }

    @Test("A folder of pairs that others may enter is refused", arguments: ["days", "days.next", "kek"])
    func openFolder(_ name: String) throws {
        let path = "\(keys.path)/\(name)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try FileManager.default.setAttributes([.posixPermissions: 0o750], ofItemAtPath: path)
        for doomed in [[], [names[0]]] {
            #expect(throws: KeyDirectoryError.tooOpen(path: path, mode: 0o750)) {
                _ = try keys.rotateKeyEncryption(destroying: Set(doomed))
            }
        }
        #expect(throws: KeyDirectoryError.tooOpen(path: path, mode: 0o750)) { _ = try keys.survey() }
    }
}
