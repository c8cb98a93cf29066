import Events
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Privacy

@Suite("A rotation of the key-encryption key that is killed")
struct KilledRotationTests {
    /// Ends this process with SIGKILL before the system call of that number that changes the key directory.
    private static func rotate(_ path: String, destroying days: [Int32], killedAt step: Int) throws {
        let count = Atomic(0)
        let keys = try KeyDirectory(path: path)
        try KeyFiles.$willChange.withValue({
            if count.wrappingAdd(1, ordering: .relaxed).oldValue == step { raise(SIGKILL) }
        }) {
            _ = try keys.rotateKeyEncryption(destroying: Set(days.map { Day(number: $0) }))
        }
    }

    /// Has another process do that; it must come that far.
    private func end(_ keys: KeyDirectory, destroying days: [Day], at step: Int) async {
        await #expect(processExitsWith: .signal(SIGKILL)) {
            [path = keys.path as String, days = days.map(\.number) as [Int32], step = step as Int] in
            try Self.rotate(path, destroying: days, killedAt: step)
        }
    }

    /// How many system calls change something in a rotation that begins with this image.
    private func steps(_ sealed: SealedDays, _ image: KeyImage, destroying days: [Day]) throws -> Int {
        let count = Atomic(0)
        let keys = try sealed.restored(image)
        try KeyFiles.$willChange.withValue({ _ = count.wrappingAdd(1, ordering: .relaxed) }) {
            _ = try keys.rotateKeyEncryption(destroying: Set(days))
        }
        return count.load(ordering: .relaxed)
    }

    /// Finishes on a copy, and looks at what can be read then.
    private func finish(
        _ sealed: SealedDays, _ image: KeyImage, destroying days: [Day], making day: Day? = nil, _ place: String
    ) throws -> UInt32? {
        let keys = try sealed.restored(image)
        let made = try day.flatMap { try keys.dayKey($0, create: true) }
        let rotation = try keys.rotateKeyEncryption(destroying: Set(days))
        #expect(try sealed.readable(in: keys) == sealed.days.filter { !days.contains($0) }, "\(place)")
        #expect(try keys.keyEncryptionNumbers() == rotation.inForce.map { [$0] }, "\(place)")
        #expect(try !KeyFiles.isThere(keys.nextDays), "\(place)")
        if let made {
            let half = try keys.privateHalf(of: made.day, showing: sealed.officer)?.publicHalf
            #expect(half == made.publicHalf, "\(place)")
        }
        let after = try sealed.image(of: keys)
        #expect(try sealed.opened(in: image, with: after.keyEncryptionKeys).isDisjoint(with: days), "\(place)")
        #expect(try sealed.opened(in: after, with: image.keyEncryptionKeys).isDisjoint(with: days), "\(place)")
        let digest = try keys.digest()
        let again = try keys.rotateKeyEncryption(destroying: Set(days))
        #expect(
            again == KeyRotation(replaced: [], inForce: rotation.inForce, destroyed: [], unopenable: []), "\(place)")
        #expect(try keys.digest() == digest, "\(place)")
        return rotation.inForce
    }

    @Test("At every step: what is read until then is read, and the next run finishes")
    func everyStep() async throws {
        let sealed = try SealedDays(count: 3)
        let days = sealed.days
        let begin = try sealed.image()
        let count = try steps(sealed, begin, destroying: [days[0]])
        var exchanges = 0
        for step in 0..<count {
            let keys = try sealed.restored(begin)
            await end(keys, destroying: [days[0]], at: step)
            let killed = try sealed.image(of: keys)
            let place = "step \(step) of \(count)"

            let isExchanged = !killed.names(in: "days").contains("\(days[0]).key")
            exchanges += isExchanged ? 1 : 0
            #expect(try sealed.readable(in: keys) == (isExchanged ? Array(days[1...]) : days), "\(place)")
            #expect(try keys.survey().filter { $0.kind == .day }.count == (isExchanged ? 2 : 3), "\(place)")

            // The same days, with a pair that is made before the rotation is finished.
            let next = days[2].advanced(by: 1)
            #expect(try finish(sealed, killed, destroying: [days[0]], making: next, place) == 2)
            // After the exchange no pair is touched again, so a disk that fails meanwhile delays no destruction.
            if isExchanged {
                let finished = try sealed.restored(killed)
                _ = try finished.rotateKeyEncryption(destroying: [days[0]])
                let name = "days/\(days[1]).key"
                #expect(try sealed.image(of: finished)[name] == killed[name], "\(place)")
            }
            // More days than the run that was killed knew of.
            _ = try finish(sealed, killed, destroying: step.isMultiple(of: 2) ? days : Array(days[..<2]), place)
            // None: before the exchange nothing is lost.
            let spared = try sealed.restored(killed)
            _ = try spared.rotateKeyEncryption(destroying: [])
            #expect(try sealed.readable(in: spared) == (isExchanged ? Array(days[1...]) : days), "\(place)")
        }
        #expect(count > 40)
        #expect(exchanges > 0 && exchanges < count)
    }

    @Test("Twice, anywhere: the third run finishes, whatever became due in between")
    func twice() async throws {
        let sealed = try SealedDays(count: 3)
        let days = sealed.days
        let begin = try sealed.image()
        var random = SplitMix64(seed: 5)
        for _ in 0..<10 {
            let keys = try sealed.restored(begin)
            let first = try Int.random(
                in: 0..<steps(sealed, begin, destroying: [days[0]]), using: &random)
            await end(keys, destroying: [days[0]], at: first)
            let killed = try sealed.image(of: keys)
            let due = Bool.random(using: &random) ? [days[0], days[1]] : [days[0]]
            let count = try steps(sealed, killed, destroying: due)
            let second = Int.random(in: 0..<max(1, count), using: &random)
            if count > 0 { await end(keys, destroying: due, at: second) }
            let place = "steps \(first) and \(second)"
            let image = try sealed.image(of: keys)
            _ = try finish(sealed, image, destroying: due, place)
            _ = try finish(sealed, image, destroying: days, place)
            // No image on the way tells anything under a key of afterwards.
            let last = try sealed.restored(image)
            _ = try last.rotateKeyEncryption(destroying: Set(days))
            let after = try sealed.image(of: last).keyEncryptionKeys
            for image in [begin, killed, image] {
                #expect(try sealed.opened(in: image, with: after).isEmpty, "\(place)")
            }
        }
    }

    @Test("A day that the killed run has wrapped under its new key is not left under that key")
    func grown() async throws {
        let sealed = try SealedDays(count: 3)
        let begin = try sealed.image()
        let count = try steps(sealed, begin, destroying: [sealed.days[0]])
        var numbers: Set<UInt32?> = []
        for step in [0, count / 2, count - 1] {
            let keys = try sealed.restored(begin)
            await end(keys, destroying: [sealed.days[0]], at: step)
            let killed = try sealed.image(of: keys)
            numbers.insert(try finish(sealed, killed, destroying: [sealed.days[0], sealed.days[1]], "step \(step)"))
        }
        #expect(numbers == [2, 3])
    }
}
