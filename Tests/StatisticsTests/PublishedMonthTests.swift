import Events
@_spi(DisclosureControl) import Releases
import TestSupport
import Testing

@testable import Statistics

/// Recounts, from the people themselves, who stands behind every published number and every difference of two.
@Suite("What is published of a month")
struct PublishedMonthTests {
    private static let first = Day(number: 20_513)
    private static let table = "browsers"

    /// One day: for each row its visitors' numbers; each visitor has made so many hits there.
    private struct RawDay {
        let day: Day
        let rows: [String: Set<Int>]
        let hits: Int64

        var everybody: Set<Int> { rows.values.reduce(into: []) { $0.formUnion($1) } }

        func sum(_ labels: Set<String>) -> Int64 {
            rows.filter { labels.contains($0.key) }.reduce(0) { $0 + Int64($1.value.count) * hits }
        }

        func people(_ labels: Set<String>) -> Int {
            rows.filter { labels.contains($0.key) }.reduce(into: Set<Int>()) { $0.formUnion($1.value) }.count
        }

        /// As class internal releases it: rows of fewer than 10, and the smallest next, are "other".
        var release: ReleasedEpoch {
            let epoch = Epoch(day: day)
            var shown = rows.filter { $0.value.count >= 10 }.sorted {
                ($0.value.count, $0.key) > ($1.value.count, $1.key)
            }
            if shown.count < rows.count { _ = shown.popLast() }
            let all = Set(rows.keys)
            let rest = all.subtracting(shown.map(\.key))
            guard everybody.count >= 10 else { return made(epoch, []) }
            var told = shown.map { label, people in
                PublishedTable.Row(
                    label: label, kind: .value, values: [.number(sum([label])), .number(Int64(people.count))])
            }
            if !rest.isEmpty {
                told.append(.init(label: "other", kind: .other, values: [.number(sum(rest)), .hidden]))
            }
            return made(
                epoch,
                [
                    PublishedTable(
                        name: "totals", epoch: epoch,
                        columns: [.init(name: "visitors", unit: .people), .init(name: "hits", unit: .count)],
                        rows: [
                            .init(
                                label: "all", kind: .value,
                                values: [.number(Int64(everybody.count)), .number(sum(all))])
                        ], k: 10, total: .number(sum(all))),
                    PublishedTable(
                        name: table, epoch: epoch,
                        columns: [.init(name: "hits", unit: .count), .init(name: "visitors", unit: .people)],
                        rows: told, k: 10, total: .number(sum(all))),
                ])
        }

        private func made(_ epoch: Epoch, _ tables: [PublishedTable]) -> ReleasedEpoch {
            ReleasedEpoch(
                epoch: epoch, definitionsDigest: [1], policyDigest: [2], k: 10, timeZone: "UTC", tables: tables)
        }
    }

    private static func month(seed: UInt64) -> [RawDay] {
        var random = SplitMix64(seed: seed)
        let size = [15, 45, 80, 300][Int.random(in: 0..<4, using: &random)]
        return (0..<28).compactMap { number in
            guard Int.random(in: 0..<9, using: &random) > 0 else { return nil }
            let labels = ["Chrome", "Firefox", "Safari", "Edge", "Rare", "Unique"]
            let rows = labels.enumerated().compactMap { index, label -> (String, Set<Int>)? in
                let most = size / (1 << index)
                guard most > 0 else { return nil }
                let count = Int.random(in: 0...most, using: &random)
                return count > 0 ? (label, Set((0..<count).map { $0 + index * 1000 })) : nil
            }
            return RawDay(
                day: first.advanced(by: number), rows: Dictionary(uniqueKeysWithValues: rows),
                hits: Int64.random(in: 1...9, using: &random))
        }
    }

    private static func number(_ value: PublishedTable.Value?) -> Int64? {
        if case .number(let number)? = value { number } else { nil }
    }

    @Test(
        "No number, and no difference to a total, stands on fewer than 50 visitors of a day",
        arguments: 0..<200 as Range<UInt64>)
    func enough(seed: UInt64) throws {
        let days = Self.month(seed: seed)
        let release = try #require(PublishedMonth.release(days.map(\.release)))
        let told = days.filter { !$0.release.tables.isEmpty }
        #expect(release.k == 50)
        guard let totals = release.table("totals") else {
            #expect(release.tables.isEmpty)
            return #expect(told.allSatisfy { $0.everybody.count < 50 })
        }
        #expect(told.contains { $0.everybody.count >= 50 })
        guard let table = release.table(Self.table) else { return }
        let all = Set(days.flatMap(\.rows.keys))
        let shown = Set(table.rows.filter { $0.kind == .value }.map(\.label))
        for row in table.rows where row.kind == .value {
            #expect(told.contains { $0.people([row.label]) >= 50 }, "\(row.label)")
            // Days that hide the row are not in its sum.
            let sum = told.filter { day in
                day.release.table(Self.table)?.rows.contains { $0.label == row.label } == true
            }.reduce(Int64(0)) { $0 + $1.sum([row.label]) }
            #expect(try abs(#require(Self.number(row.values[0])) - sum) <= 5)
        }
        for value in (table.rows + totals.rows).flatMap(\.values) {
            if let number = Self.number(value) { #expect(number % 10 == 0) }
        }
        // What is missing to the total: rows that are not shown, and days that hide those that are.
        let rest = told.reduce(Int64(0)) { sum, day in
            let missing = all.filter { label in
                !shown.contains(label) || day.release.table(Self.table)?.rows.contains { $0.label == label } != true
            }
            return sum + day.sum(missing)
        }
        guard rest > 0 else { return #expect(shown == all.filter { label in told.contains { $0.rows[label] != nil } }) }
        #expect(told.contains { $0.people(all.subtracting(shown)) >= 50 })
        #expect(table.rows.last?.kind == .other)
    }

    @Test("One person on ten days is one person")
    func same() {
        let days = (0..<28).map {
            RawDay(day: Self.first.advanced(by: $0), rows: ["Chrome": Set(0..<49)], hits: 3).release
        }
        #expect(PublishedMonth.release(days)?.tables == [])
        let one = RawDay(day: Self.first.advanced(by: 28), rows: ["Chrome": Set(0..<50)], hits: 3).release
        #expect(PublishedMonth.release(days + [one])?.tables.count == 2)
    }

    @Test("A supplement changes nothing, so what is published of a month stays")
    func supplement() throws {
        let days = Self.month(seed: 3).map(\.release)
        let late = ReleasedEpoch(
            epoch: Epoch(day: Self.first, supplement: 1), definitionsDigest: [1], policyDigest: [2], k: 10,
            timeZone: "UTC", tables: [])
        #expect(PublishedMonth.release(days) == PublishedMonth.release([late] + days))
        #expect(PublishedMonth.release([late]) == nil)
    }

    @Test("It has no table of paths, keywords, referrers, names or durations, and nothing but counts and visitors")
    func columns() throws {
        let words = [
            "pages", "keywords", "referrers", "search_words", "app_events", "campaigns", "response_times",
            "postal_areas",
        ]
        #expect(PublishedMonth.tableNames.allSatisfy { !words.contains($0) && !$0.contains("duration") })
        let release = try #require(PublishedMonth.release(Self.month(seed: 3).map(\.release)))
        for table in release.tables {
            #expect(table.columns.allSatisfy { $0.unit == .count || $0 == PublishedMonth.visitors })
        }
    }

    @Test("Hours are told as blocks of three, without the people of a block")
    func hours() throws {
        let epoch = Epoch(day: Self.first)
        let columns = [PublishedTable.Column(name: "hits", unit: .count), .init(name: "visitors", unit: .people)]
        let rows = (0..<24).map {
            PublishedTable.Row(label: HourLabel.hours[$0], kind: .value, values: [.number(101), .number(60)])
        }
        let day = ReleasedEpoch(
            epoch: epoch, definitionsDigest: [], policyDigest: [], k: 10, timeZone: "UTC",
            tables: [
                PublishedTable(
                    name: "totals", epoch: epoch, columns: columns,
                    rows: [.init(label: "all", kind: .value, values: [.number(2424), .number(99)])], k: 10,
                    total: .number(2424)),
                PublishedTable(name: "hours", epoch: epoch, columns: columns, rows: rows, k: 10, total: .number(2424)),
            ])
        let hours = try #require(PublishedMonth.release([day])?.table("hours"))
        #expect(hours.rows.count == 8)
        #expect(hours.rows[0].label == "00-02" && hours.rows[0].values == [.number(300), .hidden])
    }
}
