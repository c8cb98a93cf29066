import Events
import Testing

@testable import Store

@Suite("Locks of a store")
struct LockTests {
    /// 2026-03-01.
    private static let epoch = Epoch(day: Day(number: 20_513))
    private let place: TemporaryStore

    init() throws {
        place = try TemporaryStore()
    }

    @Test("Each living writer has a name of its own, and a free name is taken again")
    func writerNames() throws {
        let first = try place.store.takeWriter(host: "web")
        var second: Writer? = try place.reopened().takeWriter(host: "web")
        let third = try place.store.takeWriter(host: "web")
        #expect([first.name, second?.name, third.name] == ["web-1", "web-2", "web-3"])
        second = nil
        let fourth = try place.store.takeWriter(host: "web")
        #expect(fourth.name == "web-2")
        #expect(third.name == "web-3")
    }

    @Test(
        "A host's name becomes part of a file's name",
        arguments: [
            ("web.example.org", "webexampleorg-1"), ("Ünïcode/../x", "ncodex-1"), ("", "host-1"), ("_ _", "host-1"),
            ("a-b", "a-b-1"), (String(repeating: "x", count: 300), String(repeating: "x", count: 40) + "-1"),
        ])
    func hostNames(_ host: String, _ name: String) throws {
        #expect(try place.store.takeWriter(host: host).name == name)
    }

    @Test("An epoch is held open by many, and drained when all have let go")
    func epochLocks() throws {
        let first = try place.store.epochLocks()
        let second = try place.reopened().epochLocks()
        let other = Epoch(day: Self.epoch.day, supplement: 1)
        #expect(try first.hold(Self.epoch) && first.hold(other) && second.hold(Self.epoch))
        func drained() throws -> FileLock? {
            try FileLock(place.store.layout.epochLocks, at: [Self.epoch.lockPlace], .exclusive, waiting: false)
        }
        #expect(try drained() == nil)
        try first.releaseAll()
        #expect(try drained() == nil)
        try second.releaseAll()
        let lock = try place.store.drainEpoch(Self.epoch)
        #expect(lock != nil)
        #expect(try !first.hold(Self.epoch))
        #expect(try second.hold(other))
        withExtendedLifetime(lock) {}
    }

    @Test("Revisions of the list of objections are drained up to, but not including, the present one")
    func objectionLocks() throws {
        let first = try place.store.objectionLocks()
        let second = try place.reopened().objectionLocks()
        #expect(try first.hold(0) && first.hold(3) && second.hold(2))
        let store = try place.reopened()
        try store.drainObjections(before: 0)
        func isDrained(before revision: Int64) -> Bool {
            do {
                try store.drainObjections(before: revision, waiting: false)
                return true
            } catch {
                #expect((error as? StoreError)?.kind == .busy)
                return false
            }
        }
        #expect((1...5).map(isDrained) == [false, false, false, false, false])
        try first.releaseAll()
        #expect((1...5).map(isDrained) == [true, true, false, false, false])
        try second.releaseAll()
        try store.drainObjections(before: 5)
        // Draining leaves nothing locked.
        #expect(try first.hold(4))
    }

    @Test("Every day and every epoch has a byte of its own")
    func places() {
        let days = [-800_000, -1, 0, 1, 20_513, 3_000_000].map { Day(number: $0) }
        let epochs = days.flatMap { day in [0, 1, 2, 1000].map { Epoch(day: day, supplement: $0) } }
        #expect(Set(days.map(\.lockPlace)).count == days.count)
        #expect(Set(epochs.map(\.lockPlace)).count == epochs.count)
        #expect(epochs.allSatisfy { $0.lockPlace >= 0 })
    }

    @Test("One aggregation runs at a time")
    func aggregation() throws {
        var lock: FileLock? = try place.store.lockAggregation()
        let error = #expect(throws: StoreError.self) { _ = try place.reopened().lockAggregation() }
        #expect(error?.kind == .busy)
        lock = nil
        lock = try place.reopened().lockAggregation()
        #expect(lock != nil)
    }

    @Test("A day's lock is free again when its work fails")
    func dayLock() throws {
        struct Failure: Error {}
        #expect(throws: Failure.self) { try place.store.withLocked([Self.epoch.day]) { throw Failure() } }
        let layout = place.store.layout
        let other = try place.reopened().withLocked([Self.epoch.day]) {
            try FileLock(layout.dayLocks, at: [Self.epoch.day.lockPlace], .shared, waiting: false)
        }
        #expect(other == nil)
    }

    @Test("One input is read by one run at a time")
    func inputs() throws {
        let lock = try place.store.lockInput(node: 2)
        #expect(try FileLock(place.store.layout.inputLocks, at: [2], .exclusive, waiting: false) == nil)
        #expect(try place.store.lockInput(node: 3) != nil)
        #expect(try place.store.lockInput(node: .max) != nil)
        withExtendedLifetime(lock) {}
    }
}
