import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Privacy

@Suite("Officers of the key directory")
struct OfficerDirectoryTests {
    private let folder: TemporaryFolder
    private let keys: KeyDirectory

    init() throws {
        folder = try TemporaryFolder()
        keys = try KeyDirectory(path: folder.path + "/keys", create: true)
    }

    private func path(_ name: String) -> String { folder.path + "/" + name }

    private func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

    /// Carries the waiting private half away, as an officer does.
    private func carryAway(to name: String) throws -> OfficerKeyFile {
        try FileManager.default.copyItem(atPath: keys.waitingKeyPath, toPath: path(name))
        return OfficerKeyFile(path(name))
    }

    private func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    private func setMode(_ mode: Int, _ path: String) throws {
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    }

    @Test("The first pair is made once, with the modes of keys, and its private half waits")
    func first() throws {
        #expect(try keys.waitingKey() == nil)
        #expect(try keys.makeFirstOfficer(on: TestKeys.day))
        #expect(try !keys.makeFirstOfficer(on: TestKeys.day))
        let officers = try keys.officers()
        #expect(officers.map(\.name) == ["officer"])
        #expect(officers.first?.made == TestKeys.day)
        #expect(try keys.waitingKey() == officers.first?.publicHalf)
        #expect(try mode(keys.waitingKeyPath) == 0o600)
        #expect(try mode(keys.officerFolder + "/officer.pub") == 0o600)
    }

    @Test("A pair whose making was cut short is completed with the half that is there")
    func completed() throws {
        _ = try keys.makeFirstOfficer(on: TestKeys.day)
        let before = try keys.officers()
        try FileManager.default.removeItem(atPath: keys.officerFolder + "/officer.pub")
        #expect(try keys.makeFirstOfficer(on: TestKeys.day))
        #expect(try keys.officers() == before)
    }

    @Test("Writers that start at once make one pair")
    func race() throws {
        for round in 0..<20 {
            let place = path("keys\(round)")
            let makers = Atomic(0)
            DispatchQueue.concurrentPerform(iterations: 4) { _ in
                let made = try? KeyDirectory(path: place, create: true).makeFirstOfficer(on: TestKeys.day)
                if made == true { makers.add(1, ordering: .relaxed) }
                if made == nil { makers.add(100, ordering: .relaxed) }
            }
            let directory = try KeyDirectory(path: place)
            #expect(makers.load(ordering: .relaxed) == 1)
            #expect(try directory.officers().map(\.publicHalf) == [directory.waitingKey()])
            #expect(try Set(FileManager.default.contentsOfDirectory(atPath: place + "/officers")) == ["officer.pub"])
        }
    }

    @Test("Once it has been shown from elsewhere, the waiting half is overwritten and gone, and the copy still opens")
    func taken() throws {
        _ = try keys.makeFirstOfficer(on: TestKeys.day)
        let copy = try carryAway(to: "anna.key")
        let secret = try text(keys.waitingKeyPath)
        // A second name elsewhere, to look at the bytes afterwards.
        try FileManager.default.linkItem(atPath: keys.waitingKeyPath, toPath: path("witness"))
        #expect(try keys.take(showing: copy).name == "officer")
        #expect(!FileManager.default.fileExists(atPath: keys.waitingKeyPath))
        let witness = try Data(contentsOf: URL(fileURLWithPath: path("witness")))
        #expect(zip(witness, secret.utf8).filter { $0 == $1 }.count < 20)
        #expect(try keys.officer(showing: copy).name == "officer")
        #expect(throws: OfficerError.nothingToTake(path: keys.waitingKeyPath)) { _ = try keys.take(showing: copy) }
        #expect(try !keys.makeFirstOfficer(on: TestKeys.day), "a pair that was taken is not made again")
    }

    @Test("The waiting half itself is no proof, under whatever name")
    func itself() throws {
        _ = try keys.makeFirstOfficer(on: TestKeys.day)
        try FileManager.default.linkItem(atPath: keys.waitingKeyPath, toPath: path("hard"))
        try FileManager.default.createSymbolicLink(
            atPath: path("soft"), withDestinationPath: keys.waitingKeyPath)
        for name in [keys.waitingKeyPath, path("hard"), path("soft")] {
            #expect(throws: OfficerError.notCarriedAway(path: keys.waitingKeyPath)) {
                _ = try keys.take(showing: OfficerKeyFile(name))
            }
        }
        #expect(try keys.waitingKey() != nil)
    }

    @Test("Another officer's key removes nothing")
    func another() throws {
        _ = try keys.makeFirstOfficer(on: TestKeys.day)
        let pair = try OfficerPair.make(name: "anna", on: TestKeys.day)
        try pair.write(to: path("anna.key"))
        _ = try keys.add(pair.officer)
        let waiting = try #require(try keys.waitingKey())
        #expect(throws: OfficerError.anotherKey(fingerprint: waiting.fingerprint)) {
            _ = try keys.take(showing: OfficerKeyFile(path("anna.key")))
        }
        #expect(try keys.waitingKey() == waiting)
    }

    @Test("A half whose public half has been exchanged opens nothing, and is not removed")
    func exchanged() throws {
        _ = try keys.makeFirstOfficer(on: TestKeys.day)
        let copy = try carryAway(to: "anna.key")
        let other = try OfficerPair.make(name: "officer", on: TestKeys.day)
        try FileManager.default.removeItem(atPath: keys.officerFolder + "/officer.pub")
        _ = try keys.add(other.officer)
        #expect(throws: OfficerError.unknownKey) { _ = try keys.take(showing: copy) }
        #expect(try keys.waitingKey() != nil)
    }

    @Test("Each officer's key tells whose it is; a stranger's tells nothing")
    func whose() throws {
        #expect(throws: OfficerError.noOfficers(path: keys.officerFolder)) {
            _ = try keys.officer(showing: OfficerKeyFile(path("nobody.key")))
        }
        for name in ["anna", "berta", "carla"] {
            let pair = try OfficerPair.make(name: name, on: TestKeys.day)
            try pair.write(to: path(name))
            if name != "carla" { _ = try keys.add(pair.officer) }
        }
        #expect(try keys.officer(showing: OfficerKeyFile(path("anna"))).name == "anna")
        #expect(try keys.officer(showing: OfficerKeyFile(path("berta"))).name == "berta")
        #expect(throws: OfficerError.unknownKey) { _ = try keys.officer(showing: OfficerKeyFile(path("carla"))) }
        #expect(throws: OfficerError.noKeyFile(path: path("dora"))) {
            _ = try keys.officer(showing: OfficerKeyFile(path("dora")))
        }
    }

    @Test("A key that others may read is refused before it is read", arguments: [0o640, 0o604, 0o660])
    func openKey(_ open: Int) throws {
        let pair = try OfficerPair.make(name: "anna", on: TestKeys.day)
        _ = try keys.add(pair.officer)
        try pair.write(to: path("anna"))
        #expect(try mode(path("anna")) == 0o600)
        try setMode(open, path("anna"))
        #expect(throws: OfficerError.keyTooOpen(path: path("anna"), mode: UInt32(open))) {
            _ = try keys.officer(showing: OfficerKeyFile(path("anna")))
        }
    }

    @Test("A folder, an endless file and a poem are no keys")
    func noKey() throws {
        _ = try keys.makeFirstOfficer(on: TestKeys.day)
        try Data("Roses are red\n".utf8).write(to: URL(fileURLWithPath: path("poem")))
        try setMode(0o600, path("poem"))
        for name in [folder.path, "/dev/zero", path("poem")] {
            #expect(throws: OfficerError.noOfficerKey(path: name)) {
                _ = try keys.officer(showing: OfficerKeyFile(name))
            }
        }
    }

    @Test("A pair overwrites nothing, and its public half is the one that an officer's file holds")
    func pair() throws {
        let pair = try OfficerPair.make(name: "anna", on: TestKeys.day)
        try pair.write(to: path("anna"))
        #expect(try text(path("anna.pub")) == pair.officer.text)
        let before = try text(path("anna"))
        let again = try OfficerPair.make(name: "anna", on: TestKeys.day)
        #expect(throws: OfficerError.present(path: path("anna"))) { try again.write(to: path("anna")) }
        try FileManager.default.removeItem(atPath: path("anna"))
        #expect(throws: OfficerError.present(path: path("anna.pub"))) { try again.write(to: path("anna")) }
        #expect(!FileManager.default.fileExists(atPath: path("anna")))
        #expect(before.contains(pair.officer.publicHalf.fingerprint))
        _ = try keys.add(pair.officer)
        let place = keys.officerFolder + "/anna.pub"
        #expect(throws: OfficerError.present(path: place)) { _ = try keys.add(again.officer) }
        #expect(try keys.officers() == [pair.officer])
    }

    @Test("Files of the key directory that are open, damaged or links are refused")
    func refused() throws {
        _ = try keys.makeFirstOfficer(on: TestKeys.day)
        let file = keys.officerFolder + "/officer.pub"
        try setMode(0o644, file)
        #expect(throws: KeyDirectoryError.tooOpen(path: file, mode: 0o644)) { _ = try keys.officers() }
        try Data("nothing".utf8).write(to: URL(fileURLWithPath: file))
        try setMode(0o600, file)
        #expect(throws: KeyDirectoryError.malformed(path: file)) { _ = try keys.officers() }
        try Data(repeating: 65, count: 5000).write(to: URL(fileURLWithPath: file))
        try setMode(0o600, file)
        #expect(throws: KeyDirectoryError.malformed(path: file)) { _ = try keys.officers() }
        try FileManager.default.removeItem(atPath: file)
        try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: "/dev/zero")
        #expect(throws: KeyDirectoryError.wrongType(path: file)) { _ = try keys.officers() }
    }
}
