import Events
import TestSupport
import Testing

@Suite("The name of a pair")
struct PairNameTests {
    private static let day = Day(number: 20_513)

    private static func random(_ random: inout SplitMix64) -> PairName {
        let number = Int.random(in: 1 ... .max, using: &random) >> Int.random(in: 0..<62, using: &random)
        let day = Day(number: .random(in: 0...60_000, using: &random))
        switch UInt8.random(in: 0..<5, using: &random) {
        case 0: return .day(day, turn: max(1, number))
        case 1: return .hold(max(1, number), day)
        case 2: return .filter(max(1, number))
        case 3: return .request(max(1, number))
        default: return .correction(max(1, number))
        }
    }

    @Test("Any name is read back from its text, and can be that of a file", arguments: 0..<200)
    func roundTrip(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let name = Self.random(&random)
        #expect(PairName(name.description) == name)
        #expect(name.description.utf8.allSatisfy { $0 != 0x2F && $0 > 0x20 && $0 < 0x7F })
        #expect(!name.description.hasPrefix("."))
    }

    @Test(
        "It is written as the day that it is of, or with what it is of",
        arguments: [
            (PairName.day(day, turn: 1), "2026-03-01"), (.day(day, turn: 2), "2026-03-01.2"),
            (.hold(7, day), "hold-7-2026-03-01"), (.filter(7), "filter-7"), (.request(7), "request-7"),
            (.correction(7), "correction-7"),
        ])
    func texts(_ name: PairName, _ text: String) {
        #expect(name.description == text)
        #expect(PairName(text) == name)
    }

    @Test(
        "Nothing else is a name",
        arguments: [
            "", "2026-03-01.1", "2026-03-01.0", "2026-03-01.-2", "2026-03-01.02", "2026-03-01.+2", "2026-03-01.",
            "2026-3-1",
            "2026-02-30", "2026-03-01 ", " 2026-03-01", "2026-03-01.2.3", "2026-03-01-2", "hold-7", "hold-7-",
            "hold-0-2026-03-01",
            "hold-07-2026-03-01", "hold--7-2026-03-01", "hold-7-2026-03-01.2", "hold-7-2026-02-30", "Hold-7-2026-03-01",
            "request-", "request-0", "request-07", "request--1", "request-7-", "request-99999999999999999999",
            "correction-x",
            "correction", "2026-03-01.s2", "２026-03-01",
        ])
    func refused(_ text: String) {
        #expect(PairName(text) == nil)
    }

    @Test("Names are in the order of kind, number, day and turn")
    func order() {
        let next = Self.day.advanced(by: 1)
        let names: [PairName] = [
            .day(Self.day, turn: 1), .day(Self.day, turn: 2), .day(Self.day, turn: 10), .day(next, turn: 1),
            .hold(1, next), .hold(2, Self.day), .hold(2, next), .hold(10, Self.day), .filter(1), .filter(2),
            .request(1), .request(2),
            .correction(1), .correction(3),
        ]
        #expect(names.reversed().sorted() == names)
        #expect(zip(names, names.dropFirst()).allSatisfy(<))
    }

    @Test("The day is told of a pair of a day, and of no other", arguments: 0..<20)
    func ofDays(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let name = Self.random(&random)
        if case .day(let day, _) = name { #expect(name.day == day) } else { #expect(name.day == nil) }
    }

    @Test("A file is sealed to a pair of what it is of, and to no other")
    func files() {
        let next = Self.day.advanced(by: 1)
        let names: [PairName] = [
            .day(Self.day, turn: 1), .day(Self.day, turn: 2), .day(next, turn: 1), .hold(1, Self.day), .hold(2, next),
            .request(1), .correction(1), .filter(1),
        ]
        let expected: [RetentionClass: [PairName]] = [
            .raw: Array(names[..<2]), .rejects: Array(names[..<2]), .misuse: [names[3]], .illegal: [names[3]],
            .order: [names[3]], .requests: [names[5], names[7]], .corrections: [names[6]],
        ]
        for kind in RetentionClass.allCases {
            let file = SealedName(kind: kind, day: Self.day, writer: "a-1", sequence: 1)
            #expect(names.filter { $0.seals(file) } == expected[kind] ?? [])
        }
        #expect(Set(expected.keys) == Set(RetentionClass.sealed))
    }
}
