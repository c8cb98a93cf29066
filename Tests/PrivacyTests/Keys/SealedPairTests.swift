import Crypto
import Events
import Foundation
import TestSupport
import Testing

@testable import Privacy

@Suite("A pair of keys")
struct SealedPairTests {
    private let day = TestKeys.day
    private let name = PairName.day(TestKeys.day, turn: 1)

    private func officer(_ name: String, _ half: borrowing PrivateHalf) -> Officer {
        Officer(name: name, publicHalf: half.publicHalf, made: day)
    }

    private func key(_ number: UInt32 = 1) -> KeyEncryptionKey { KeyEncryptionKey(number: number, secret: .random()) }

    @Test("Each officer opens it, and gets the half that belongs to the public one")
    func officers() throws {
        let anna = PrivateHalf.random()
        let berta = PrivateHalf.random()
        let carla = PrivateHalf.random()
        let key = key()
        let made = try SealedPair.make(name, under: key, for: [officer("anna", anna), officer("berta", berta)])
        let read = try #require(SealedPair(made.bytes, name: name))
        #expect(read.publicHalf == made.publicHalf)
        let first = try read.open(under: key, by: anna)
        let second = try read.open(under: key, by: berta)
        #expect(first.publicHalf == made.publicHalf)
        #expect(second.publicHalf == made.publicHalf)
        #expect(throws: SealError.cannotOpen) { _ = try read.open(under: key, by: carla) }
    }

    @Test("An officer opens nothing once the key-encryption key is gone")
    func destroyed() throws {
        let anna = PrivateHalf.random()
        let made = try SealedPair.make(name, under: key(), for: [officer("anna", anna)])
        #expect(throws: SealError.cannotOpen) { _ = try made.open(under: key(), by: anna) }
    }

    @Test("The file of one day is not that of another")
    func exchanged() throws {
        let anna = PrivateHalf.random()
        let key = key()
        let made = try SealedPair.make(name, under: key, for: [officer("anna", anna)])
        let other = try #require(SealedPair(made.bytes, name: .day(day.advanced(by: 1), turn: 1)))
        #expect(throws: SealError.cannotOpen) { _ = try other.open(under: key, by: anna) }
    }

    @Test("The file of a pair is not that of another one on the same day")
    func otherNames() throws {
        let anna = PrivateHalf.random()
        let key = key()
        let names: [PairName] = [name, .day(day, turn: 2), .hold(1, day), .hold(2, day), .request(1), .correction(1)]
        for name in names {
            let made = try SealedPair.make(name, under: key, for: [officer("anna", anna)])
            for other in names {
                let read = try #require(SealedPair(made.bytes, name: other))
                let half = try? read.open(under: key, by: anna).publicHalf
                #expect((half == made.publicHalf) == (name == other))
            }
        }
    }

    /// Takes the file apart with nothing of ours: what is written today must be read for years.
    @Test(
        "HKDF, AES-256-GCM and HPKE alone open a file as the design describes it",
        arguments: [
            (PairName.day(TestKeys.day, turn: 1), "2026-03-01"), (.day(TestKeys.day, turn: 2), "2026-03-01.2"),
            (.hold(7, TestKeys.day), "hold-7-2026-03-01"), (.request(7), "request-7"), (.correction(7), "correction-7"),
        ])
    func format(_ name: PairName, _ text: String) throws {
        let anna = PrivateHalf.random()
        let number: UInt32 = 0x0102_0304
        let wrapping = KeyEncryptionKey(number: number, secret: TestKeys.secret(startingWith: 9))
        let made = try SealedPair.make(name, under: wrapping, for: [officer("anna", anna)])
        func info(_ parts: [String]) -> Data {
            (["footfall/v1"] + parts).reduce(into: Data()) { $0 += [0, 0, 0, UInt8($1.utf8.count)] + Data($1.utf8) }
        }
        let header = Array("footday".utf8) + [1, 1, 2, 3, 4] + made.publicHalf.bytes
        #expect(made.bytes.starts(with: header))
        let key = HKDF<SHA256>.expand(
            pseudoRandomKey: Data(TestKeys.bytes(wrapping.secret)), info: info(["day key", text]), outputByteCount: 32)
        let box = try AES.GCM.SealedBox(combined: Data(made.bytes.dropFirst(header.count)))
        let entries = try AES.GCM.open(box, using: key, authenticating: Data(header + text.utf8))
        #expect(entries.prefix(8) == Data(SHA256.hash(data: anna.publicHalf.bytes).prefix(8)))
        let opened = try anna.withKey { half in
            var recipient = try HPKE.Recipient(
                privateKey: half,
                ciphersuite: .init(kem: .Curve25519_HKDF_SHA256, kdf: .HKDF_SHA256, aead: .AES_GCM_256),
                info: info(["day key", text, made.publicHalf.text]),
                encapsulatedKey: Data(entries.dropFirst(8).prefix(32)))
            return try recipient.open(Data(entries.dropFirst(40)))
        }
        #expect(PrivateHalf(TestKeys.secret(Array(opened))).publicHalf == made.publicHalf)
    }

    @Test("A bit that is changed anywhere is noticed before or when it is opened")
    func damage() throws {
        let anna = PrivateHalf.random()
        let key = key(0x0102_0304)
        let made = try SealedPair.make(name, under: key, for: [officer("anna", anna)])
        #expect(made.bytes[8..<12].elementsEqual([1, 2, 3, 4]))
        for place in made.bytes.indices {
            var changed = made.bytes
            changed[place] ^= 0x10
            guard let read = SealedPair(changed, name: name) else { continue }
            #expect(throws: SealError.cannotOpen) { _ = try read.open(under: key, by: anna) }
        }
        for length in made.bytes.indices {
            #expect(SealedPair(Array(made.bytes[..<length]), name: name) == nil || length == 72)
        }
    }

    @Test("The file tells the private half to nobody who has no key")
    func nothingInClear() throws {
        let anna = PrivateHalf.random()
        let key = key()
        let made = try SealedPair.make(name, under: key, for: [officer("anna", anna)])
        let secret = TestKeys.bytes(try made.open(under: key, by: anna).secret)
        #expect(made.bytes.count == 44 + 12 + 88 + 16)
        #expect(!Data(made.bytes).contains(Data(secret)))
    }

    @Suite("in the key directory")
    struct Directory {
        private let folder: TemporaryFolder
        private let keys: KeyDirectory
        private let day = TestKeys.day

        init() throws {
            folder = try TemporaryFolder()
            keys = try KeyDirectory(path: folder.path + "/keys", create: true)
        }

        private func show(_ name: String) throws -> OfficerKeyFile {
            let path = folder.path + "/" + name
            let pair = try OfficerPair.make(name: name, on: day)
            try pair.write(to: path)
            _ = try keys.add(pair.officer)
            return OfficerKeyFile(path)
        }

        /// The public half of the private half that an officer gets.
        private func opened(_ day: Day, showing file: OfficerKeyFile) throws -> PublicHalf? {
            guard let half = try keys.privateHalf(of: day, showing: file) else { return nil }
            return half.publicHalf
        }

        @Test("It is made on demand, read without a secret, and opened by an officer")
        func roundTrip() throws {
            #expect(try keys.dayKey(day, create: false) == nil)
            #expect(throws: OfficerError.noOfficers(path: keys.officerFolder)) {
                _ = try keys.dayKey(day, create: true)
            }
            #expect(try keys.dayList().isEmpty)
            let anna = try show("anna")
            let made = try #require(try keys.dayKey(day, create: true))
            try FileManager.default.removeItem(atPath: keys.officerFolder + "/anna.pub")
            let read = try #require(try keys.dayKey(day, create: true))
            #expect(read.publicHalf == made.publicHalf)
            #expect(read.keyEncryptionNumber == 1)
            #expect(try keys.dayList() == [day])
            #expect(try FileManager.default.contentsOfDirectory(atPath: keys.days) == ["2026-03-01.key"])
            #expect(try opened(day, showing: anna) == made.publicHalf)
        }

        @Test("Pairs of all kinds lie in one folder, each of which is made once and opened by its name")
        func kinds() throws {
            let anna = try show("anna")
            let names: [PairName] = [
                .day(day, turn: 1), .day(day, turn: 2), .hold(7, day), .request(7), .correction(7),
            ]
            for name in names.reversed() {
                #expect(try keys.pair(name, create: false) == nil)
                let made = try #require(try keys.pair(name, create: true))
                #expect(made.name == name)
                #expect(try keys.pair(name, create: true)?.publicHalf == made.publicHalf)
                let half = try keys.privateHalf(of: name, showing: anna)?.publicHalf
                #expect(half == made.publicHalf)
            }
            #expect(try keys.pairList() == names)
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: keys.days).sorted()
                    == names.map { "\($0).key" }.sorted())
            #expect(try keys.dayList() == [day])
            #expect(try keys.turns(of: day) == [1, 2])
            #expect(try keys.turns(of: day.advanced(by: 1)) == [])
            #expect(Set(try names.compactMap { try keys.pair($0, create: false)?.publicHalf }).count == names.count)
        }

        @Test("Lines of a day are sealed to the pair of the last turn")
        func turns() throws {
            let anna = try show("anna")
            let first = try #require(try keys.dayKey(day, create: true))
            #expect(first.name == .day(day, turn: 1))
            for turn in [2, 10] {
                let made = try #require(try keys.pair(.day(day, turn: turn), create: true))
                #expect(try keys.dayKey(day, create: true)?.publicHalf == made.publicHalf)
                #expect(try opened(day, showing: anna) == made.publicHalf)
            }
            #expect(try keys.turns(of: day) == [1, 2, 10])
            try KeyFiles.destroy("\(day).key", in: keys.days)
            #expect(try keys.dayKey(day) { false }?.name == .day(day, turn: 10))
            let half = try keys.privateHalf(of: .day(day, turn: 2), showing: anna)?.publicHalf
            #expect(try half == keys.pair(.day(day, turn: 2), create: false)?.publicHalf)
        }

        @Test("An officer who is added later opens the days that are made from then on")
        func later() throws {
            _ = try show("anna")
            _ = try keys.dayKey(day, create: true)
            let berta = try show("berta")
            let next = day.advanced(by: 1)
            let made = try #require(try keys.dayKey(next, create: true))
            #expect(throws: SealError.cannotOpen) { _ = try keys.privateHalf(of: day, showing: berta) }
            #expect(try opened(next, showing: berta) == made.publicHalf)
        }

        @Test("A day whose key-encryption key is gone cannot be opened, and can still be written to")
        func destroyed() throws {
            let anna = try show("anna")
            _ = try keys.dayKey(day, create: true)
            try KeyFiles.destroy("1.key", in: keys.keyEncryption)
            #expect(try opened(day, showing: anna) == nil)
            #expect(try keys.dayKey(day, create: false) != nil)
        }

        @Test("Writers that start at once agree on one pair for each day, and on one key-encryption key")
        func race() throws {
            _ = try show("anna")
            let count = 16
            let seen = Seen()
            DispatchQueue.concurrentPerform(iterations: 4) { _ in
                for number in 0..<count {
                    let key = try? keys.dayKey(day.advanced(by: number), create: true)
                    seen.add(key?.publicHalf, number)
                }
            }
            for number in 0..<count { #expect(seen.halves(number).count == 1 && seen.halves(number) != [nil]) }
            #expect(try FileManager.default.contentsOfDirectory(atPath: keys.days).count == count)
            #expect(try keys.keyEncryptionNumbers() == [1])
        }

        /// The distinct public halves that writers got, by day.
        private final class Seen: @unchecked Sendable {
            private let lock = NSLock()
            private var seen: [Int: Set<PublicHalf?>] = [:]

            func add(_ half: PublicHalf?, _ number: Int) {
                lock.withLock { _ = seen[number, default: []].insert(half) }
            }
            func halves(_ number: Int) -> Set<PublicHalf?> { lock.withLock { seen[number] ?? [] } }
        }

        @Test("A damaged file is refused", arguments: [0, 1, 71, 73, 1 << 21])
        func damaged(_ length: Int) throws {
            let file = keys.days + "/2026-03-01.key"
            #expect(FileManager.default.createFile(atPath: file, contents: Data(repeating: 1, count: length)))
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
            #expect(throws: KeyDirectoryError.malformed(path: file)) { _ = try keys.dayKey(day, create: true) }
        }
    }
}
