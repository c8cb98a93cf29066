import Events
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Privacy

@Suite("A rotation of the key-encryption key that is killed")
struct KilledRotationTests {
    /// Ends this process with SIGKILL before the system call of that number that changes the key directory.
    private static func rotate(_ path: String, destroying names: [String], killedAt step: Int) throws {
        let count = Atomic(0)
        let keys = try KeyDirectory(path: path)
        try KeyFiles.$willChange.withValue({
            if count.wrappingAdd(1, ordering: .relaxed).oldValue == step { raise(SIGKILL) }
        }) {
            _ = try keys.rotateKeyEncryption(destroying: Set(names.compactMap { PairName($0) }))
        }
    }

    /// Has another process do that; it must come that far.
    private func end(_ keys: KeyDirectory, destroying names: [PairName], at step: Int) async {
        await #expect(processExitsWith: .signal(SIGKILL)) {
            [path = keys.path as String, names = names.map(\.description) as [String], step = step as Int] in
            try Self.rotate(path, destroying: names, killedAt: step)
        }
    }

    /// How many system calls change something in a rotation that begins with this image.
    private func steps(_ sealed: SealedPairs, _ image: KeyImage, destroying names: [PairName]) throws -> Int {
        let count = Atomic(0)
        let keys = try sealed.restored(image)
        try KeyFiles.$willChange.withValue({ _ = count.wrappingAdd(1, ordering: .relaxed) }) {
            _ = try keys.rotateKeyEncryption(destroying: Set(names))
        }
        return count.load(ordering: .relaxed)
    }

    /// Finishes on a copy, and looks at what can be read then.
    private func finish(
        _ sealed: SealedPairs, _ image: KeyImage, destroying names: [PairName], making next: PairName? = nil,
        _ place: String
    ) throws -> UInt32? {
        let keys = try sealed.restored(image)
        let made = try next.flatMap { try keys.pair($0, create: true) }
        let rotation = try keys.rotateKeyEncryption(destroying: Set(names))
        #expect(try sealed.readable(in: keys) == sealed.names.filter { !names.contains($0) }, "\(place)")
        #expect(try keys.keyEncryptionNumbers() == rotation.inForce.map { [$0] }, "\(place)")
        #expect(try !KeyFiles.isThere(keys.nextDays), "\(place)")
        if let made {
            let half = try keys.privateHalf(of: made.name, showing: sealed.officer)?.publicHalf
            #expect(half == made.publicHalf, "\(place)")
        }
        let after = try sealed.image(of: keys)
        #expect(try sealed.opened(in: image, with: after.keyEncryptionKeys).isDisjoint(with: names), "\(place)")
        #expect(try sealed.opened(in: after, with: image.keyEncryptionKeys).isDisjoint(with: names), "\(place)")
        let digest = try keys.digest()
        let again = try keys.rotateKeyEncryption(destroying: Set(names))
        #expect(
            again == KeyRotation(replaced: [], inForce: rotation.inForce, destroyed: [], unopenable: []), "\(place)")
        #expect(try keys.digest() == digest, "\(place)")
        return rotation.inForce
    }

    @Test("At every step: what is read until then is read, and the next run finishes")
    func everyStep() async throws {
        let sealed = try SealedPairs([.day(TestKeys.day, turn: 1), .hold(7, TestKeys.day), .request(3)])
        let names = sealed.names
        let begin = try sealed.image()
        let count = try steps(sealed, begin, destroying: [names[0]])
        var exchanges = 0
        for step in 0..<count {
            let keys = try sealed.restored(begin)
            await end(keys, destroying: [names[0]], at: step)
            let killed = try sealed.image(of: keys)
            let place = "step \(step) of \(count)"

            let isExchanged = !killed.names(in: "days").contains("\(names[0]).key")
            exchanges += isExchanged ? 1 : 0
            #expect(try sealed.readable(in: keys) == (isExchanged ? Array(names[1...]) : names), "\(place)")
            #expect(
                try keys.survey().filter { [.day, .hold, .request].contains($0.kind) }.count == (isExchanged ? 2 : 3),
                "\(place)")

            // The same pair, with a pair that is made before the rotation is finished.
            #expect(try finish(sealed, killed, destroying: [names[0]], making: sealed.next, place) == 2)
            // After the exchange no pair is touched again, so a disk that fails meanwhile delays no destruction.
            if isExchanged {
                let finished = try sealed.restored(killed)
                _ = try finished.rotateKeyEncryption(destroying: [names[0]])
                let name = "days/\(names[1]).key"
                #expect(try sealed.image(of: finished)[name] == killed[name], "\(place)")
            }
            // More pairs than the run that was killed knew of.
            _ = try finish(sealed, killed, destroying: step.isMultiple(of: 2) ? names : Array(names[..<2]), place)
            // None: before the exchange nothing is lost.
            let spared = try sealed.restored(killed)
            _ = try spared.rotateKeyEncryption(destroying: [])
            #expect(try sealed.readable(in: spared) == (isExchanged ? Array(names[1...]) : names), "\(place)")
        }
        #expect(count > 40)
        #expect(exchanges > 0 && exchanges < count)
    }

    @Test("Twice, anywhere: the third run finishes, whatever became due in between")
    func twice() async throws {
        let sealed = try SealedPairs([.day(TestKeys.day, turn: 1), .day(TestKeys.day, turn: 2), .correction(1)])
        let names = sealed.names
        let begin = try sealed.image()
        var random = SplitMix64(seed: 5)
        for _ in 0..<10 {
            let keys = try sealed.restored(begin)
            let first = try Int.random(
                in: 0..<steps(sealed, begin, destroying: [names[0]]), using: &random)
            await end(keys, destroying: [names[0]], at: first)
            let killed = try sealed.image(of: keys)
            let due = Bool.random(using: &random) ? [names[0], names[1]] : [names[0]]
            let count = try steps(sealed, killed, destroying: due)
            let second = Int.random(in: 0..<max(1, count), using: &random)
            if count > 0 { await end(keys, destroying: due, at: second) }
            let place = "steps \(first) and \(second)"
            let image = try sealed.image(of: keys)
            _ = try finish(sealed, image, destroying: due, place)
            _ = try finish(sealed, image, destroying: names, place)
            // No image on the way tells anything under a key of afterwards.
            let last = try sealed.restored(image)
            _ = try last.rotateKeyEncryption(destroying: Set(names))
            let after = try sealed.image(of: last).keyEncryptionKeys
            for image in [begin, killed, image] {
                #expect(try sealed.opened(in: image, with: after).isEmpty, "\(place)")
            }
        }
    }

    @Test("A day that the killed run has wrapped under its new key is not left under that key")
    func grown() async throws {
        let sealed = try SealedPairs(count: 3)
        let begin = try sealed.image()
        let count = try steps(sealed, begin, destroying: [sealed.names[0]])
        var numbers: Set<UInt32?> = []
        for step in [0, count / 2, count - 1] {
            let keys = try sealed.restored(begin)
            await end(keys, destroying: [sealed.names[0]], at: step)
            let killed = try sealed.image(of: keys)
            numbers.insert(try finish(sealed, killed, destroying: [sealed.names[0], sealed.names[1]], "step \(step)"))
        }
        #expect(numbers == [2, 3])
    }
}
