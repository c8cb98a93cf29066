import Events
import TestSupport
import Testing

@testable import Pipeline

@Suite("Rare texts")
struct RareTextsTests {
    private static let epoch = Epoch(day: Day(number: 20_000))
    private static let free: [EventField.Text] = [
        .name, .host, .path, .referrerDomain, .keyword, .utmSource, .utmMedium, .utmCampaign, .searchWords,
        .terminal, .appStatus, .screen, .element, .postalArea,
    ]

    /// The rows as they should be, made the slow way.
    private static func expected(_ rows: [EventRow], k: Int) -> [EventRow] {
        var visitors: [EventField.Text: [String: Set<Pseudonym>]] = [:]
        for row in rows {
            for field in free {
                guard let value = row[field], let visitor = row[.visitor] else { continue }
                visitors[field, default: [:]][value, default: []].insert(visitor)
            }
        }
        return rows.map { row in
            var row = row
            for field in free {
                guard let value = row[field] else { continue }
                if visitors[field]?[value]?.count ?? 0 < k { row.texts[field.rawValue] = "(rare)" }
            }
            return row
        }
    }

    @Test("Free texts of fewer than k visitors become rare, in one batch or in several", arguments: 0..<16)
    func property(_ seed: UInt64) {
        var events = RandomEvents(seed: seed)
        events.visitors = 12
        events.texts = 30
        events.absence = seed.isMultiple(of: 3) ? 0 : 0.3
        let batch = events.batch(Self.epoch, rows: 150)
        let k = Int.random(in: 1...8, using: &events.random)
        let parts = Int.random(in: 1...4, using: &events.random)
        let batches = (0..<parts).map { part in
            batch.gathered(
                (0..<UInt32(batch.rowCount)).filter { row in
                    let visitor = batch[.visitor].index(Int(row))
                    return (visitor == absentIndex ? 0 : Int(visitor) % parts) == part
                }
            ).withoutUnusedValues(seed: seed)
        }
        var rare = RareTexts(k: k, seed: seed)
        for batch in batches { rare.count(batch) }
        let removed = batches.map { rare.removed(from: $0, seed: seed) }
        #expect(removed.flatMap(\.spelledOut) == Self.expected(batches.flatMap(\.spelledOut), k: k))
        for (batch, original) in zip(removed, batches) {
            for field in Self.free where !batch[field].indices.isEmpty {
                let used = Set(batch[field].indices).subtracting([absentIndex]).count
                #expect(
                    batch[field].dictionary.count == used, "no value of \(field) stays in the dictionary without a row")
                #expect(batch[field].indices.count == original.rowCount)
            }
        }
    }

    @Test("One visitor's many rows are one visitor, and rows without a visitor are nobody's")
    func distinct() {
        var batch = EventBatch(epoch: Self.epoch)
        batch.time = [1, 2, 3, 4, 5, 6]
        batch[.path] = TextColumn(
            dictionary: ByteDictionary(["/often", "/two", "/nobody"]), indices: [0, 0, 0, 1, 1, 2])
        batch[.visitor] = PseudonymColumn(
            dictionary: [RandomEvents.pseudonym(.visitor, 0), RandomEvents.pseudonym(.visitor, 1)],
            indices: [0, 0, 0, 0, 1, absentIndex])
        batch[.browser] = TextColumn(dictionary: ByteDictionary(["Lynx"]), indices: [0, 0, 0, 0, 0, 0])
        var rare = RareTexts(k: 2, seed: 1)
        rare.count(batch)
        let removed = rare.removed(from: batch, seed: 1)
        #expect(removed.spelledOut.map { $0[.path] } == ["(rare)", "(rare)", "(rare)", "/two", "/two", "(rare)"])
        #expect(removed.spelledOut.allSatisfy { $0[.browser] == "Lynx" })
    }

    @Test("A value that a stranger has called (rare) is rare like any other")
    func namesake() {
        var batch = EventBatch(epoch: Self.epoch)
        batch.time = [1, 2, 3]
        batch[.path] = TextColumn(dictionary: ByteDictionary(["(rare)", "/a"]), indices: [0, 1, 1])
        batch[.visitor] = PseudonymColumn(
            dictionary: (0..<3).map { RandomEvents.pseudonym(.visitor, $0) }, indices: [0, 1, 2])
        var rare = RareTexts(k: 2, seed: 1)
        rare.count(batch)
        let removed = rare.removed(from: batch, seed: 1)
        #expect(removed.spelledOut.map { $0[.path] } == ["(rare)", "/a", "/a"])
        #expect(removed[.path].dictionary.count == 2)
    }
}
