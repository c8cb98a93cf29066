import GRDB
import Testing

@testable import Store

@Suite("The clock, held against the recorded time")
struct ClockGuardTests {
    private static let now: Int64 = 1_772_323_200_000
    private static let day: Int64 = 86_400_000

    @Test(
        "Behind the record nothing goes, and more than forty days ahead of it nothing without a word",
        arguments: [
            (0, .go), (1, .go), (-1, .behind(by: 1)), (-day, .behind(by: day)), (40 * day, .go),
            (40 * day + 1, .ahead(by: 40 * day + 1)), (60 * day, .ahead(by: 60 * day)),
        ] as [(Int64, ClockGuard.Decision)])
    func decisions(ahead: Int64, decision: ClockGuard.Decision) {
        let clock = ClockGuard(recorded: Self.now)
        #expect(clock.decision(at: Self.now + ahead, isConfirmed: false) == decision)
        #expect(clock.decision(at: Self.now + ahead, isConfirmed: true) == .go)
    }

    @Test("The first run believes its clock, and no record is too far away to be compared")
    func extremes() {
        #expect(ClockGuard(recorded: nil).decision(at: Self.now, isConfirmed: false) == .go)
        #expect(ClockGuard(recorded: .min).decision(at: Self.now, isConfirmed: false) == .ahead(by: .max))
        #expect(ClockGuard(recorded: .max).decision(at: -2, isConfirmed: false) == .behind(by: .max))
    }

    @Test("The recorded time moves forwards and backwards, and outlives the process")
    func record() throws {
        let place = try TemporaryStore()
        #expect(try place.store.catalog.recordedTime() == nil)
        for time in [Self.now, Self.now + 5, Self.now - Self.day] {
            try place.store.catalog.recordTime(time)
            #expect(try place.reopened().catalog.recordedTime() == time)
        }
    }

    @Test("What is no time is refused and can be set anew")
    func damaged() throws {
        let place = try TemporaryStore()
        try place.store.catalog.write("spoil") {
            try $0.execute(sql: "INSERT INTO setting (name, value) VALUES ('recorded_time', 'soon')")
        }
        let error = #expect(throws: StoreError.self) { try place.store.catalog.recordedTime() }
        #expect(error?.kind == .damaged)
        try place.store.catalog.recordTime(Self.now)
        #expect(try place.store.catalog.recordedTime() == Self.now)
    }
}
