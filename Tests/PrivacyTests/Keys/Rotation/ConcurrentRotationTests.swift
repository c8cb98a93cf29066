import Events
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Privacy

@Suite("A rotation beside writers")
struct ConcurrentRotationTests {
    private static let count = 200

    /// Makes pairs and writes down what was sealed to.
    private static func make(_ path: String, from first: Day, noting file: String) throws {
        let keys = try KeyDirectory(path: path)
        var lines: [String] = []
        for number in 0..<count {
            let day = first.advanced(by: number)
            guard let made = try keys.dayKey(day, create: true) else { continue }
            lines.append("\(day) \(made.publicHalf.text)")
        }
        try lines.joined(separator: "\n").write(toFile: file, atomically: true, encoding: .utf8)
    }

    @Test("Every pair that another process makes meanwhile can be opened, and none of the days that go")
    func writer() async throws {
        let sealed = try SealedPairs(count: 2)
        let keys = sealed.keys
        let note = sealed.folder.path + "/made"
        let first = TestKeys.day.advanced(by: 2)
        let isDone = Atomic(false)
        async let rotations = Task.detached {
            var rotations = 0
            for number in 1...2000 where !isDone.load(ordering: .relaxed) {
                let day = PairName.day(TestKeys.day.advanced(by: -number), turn: 1)
                _ = try keys.pair(day, create: true)
                #expect(try keys.rotateKeyEncryption(destroying: [day]).destroyed == [day])
                rotations += 1
            }
            return rotations
        }.value
        await #expect(processExitsWith: .success) {
            [path = keys.path as String, first = first.number as Int32, note = note as String] in
            try Self.make(path, from: Day(number: first), noting: note)
        }
        isDone.store(true, ordering: .relaxed)
        #expect(try await rotations > 0)
        let made = try String(contentsOfFile: note, encoding: .utf8).split(separator: "\n")
        #expect(made.count == Self.count)
        #expect(try sealed.readable(in: keys) == sealed.names)
        #expect(try keys.pairList().count == Self.count + sealed.names.count)
        for line in made {
            let words = line.split(separator: " ")
            let day = try #require(Day(words[0]))
            let half = try keys.privateHalf(of: day, showing: sealed.officer)?.publicHalf
            #expect(half?.text == String(words[1]))
        }
    }

    @Test("Who reads waits for who changes, and sees nothing half overwritten", arguments: Reading.allCases)
    func waiting(_ reading: Reading) throws {
        let sealed = try SealedPairs(count: 1)
        let names = ["days/\(sealed.names[0]).key", "kek/1.key"]
        let whole = try names.map { try sealed.read($0) }
        let expected = try reading.result(sealed)
        let begun = DispatchSemaphore(value: 0)
        let ended = DispatchSemaphore(value: 0)
        let result = Mutex<[UInt8]?>(nil)
        try KeyFiles.locked(sealed.keys.path) {
            for (name, content) in zip(names, whole) { try sealed.write(Array(content.reversed()), to: name) }
            Thread.detachNewThread {
                begun.signal()
                let found = try? reading.result(sealed)
                result.withLock { $0 = found }
                ended.signal()
            }
            begun.wait()
            // Time for who does not wait; who does passes whatever time this takes.
            for _ in 0..<100 { try sealed.write(whole[0], to: "epochs/busy") }
            for (name, content) in zip(names, whole) { try sealed.write(content, to: name) }
        }
        ended.wait()
        #expect(result.withLock { $0 } == expected)
    }

    /// What is read under the lock.
    enum Reading: CaseIterable {
        case publicHalf, privateHalf, keyEncryptionKey, digest

        func result(_ sealed: SealedPairs) throws -> [UInt8]? {
            switch self {
            case .publicHalf: return try sealed.keys.pair(sealed.names[0], create: false)?.publicHalf.bytes
            case .privateHalf:
                return try sealed.keys.privateHalf(of: sealed.names[0], showing: sealed.officer)?.publicHalf.bytes
            case .keyEncryptionKey:
                guard let key = try sealed.keys.keyEncryptionKey(create: false) else { return nil }
                return TestKeys.bytes(key.secret)
            case .digest: return try sealed.keys.digest()
            }
        }
    }

    @Test("Threads that read pairs meanwhile get them whole")
    func readers() throws {
        let sealed = try SealedPairs()
        let keys = sealed.keys
        DispatchQueue.concurrentPerform(iterations: 3) { thread in
            for number in 1...20 {
                do {
                    if thread == 0 {
                        let day = PairName.day(TestKeys.day.advanced(by: -number), turn: 1)
                        _ = try keys.pair(day, create: true)
                        _ = try keys.rotateKeyEncryption(destroying: [day])
                    } else {
                        for name in sealed.names {
                            #expect(try keys.pair(name, create: false)?.publicHalf == sealed.halves[name])
                        }
                        #expect(try sealed.readable(in: keys) == sealed.names)
                    }
                } catch {
                    Issue.record(error)
                }
            }
        }
        #expect(try keys.keyEncryptionNumbers() == [21])
    }
}
