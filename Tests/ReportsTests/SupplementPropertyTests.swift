import Events
@_spi(DisclosureControl) import Releases
import TestSupport
import Testing

@testable import Reports

/// Every number of every report is a sum of released cells, each whole: so is the difference of any two.
@Suite("Sums over days and supplements")
struct SupplementPropertyTests {
    private static let first = Day(number: 20_513)
    private static let labels = ["Chrome", "Firefox", "Safari"]

    /// Days, most of them with supplements that hide some of what their day tells, or all.
    private static func releases(seed: UInt64) -> [ReleasedEpoch] {
        var random = SplitMix64(seed: seed)
        return (0..<9).flatMap { number -> [ReleasedEpoch] in
            (0...Int.random(in: 0...2, using: &random)).map { supplement in
                let epoch = Epoch(day: first.advanced(by: number), supplement: supplement)
                let rows = labels.compactMap { label -> PublishedTable.Row? in
                    switch Int.random(in: 0..<4, using: &random) {
                    case 0: return nil
                    case 1: return .init(label: label, kind: .hidden, values: [.hidden, .hidden])
                    default:
                        let hits = Int64.random(in: 10...999, using: &random)
                        return .init(label: label, kind: .value, values: [.number(hits), .number(10 + hits / 99)])
                    }
                }
                let table = PublishedTable(
                    name: "browsers", epoch: epoch,
                    columns: [.init(name: "hits", unit: .count), .init(name: "visitors", unit: .people)], rows: rows,
                    k: 10)
                return SampleReleases.release(epoch, Bool.random(using: &random) || supplement == 0 ? [table] : [])
            }
        }
    }

    /// The released numbers of a row, those of supplements apart.
    private static func cells(_ releases: [ReleasedEpoch], _ label: String, _ column: Int) -> (
        own: [Int64], late: [Int64]
    ) {
        func numbers(_ releases: [ReleasedEpoch]) -> [Int64] {
            releases.flatMap(\.tables).flatMap(\.rows).filter { $0.label == label }.compactMap { row in
                if case .number(let number) = row.values[column] { number } else { nil }
            }
        }
        return (numbers(releases.filter { $0.supplement == 0 }), numbers(releases.filter { $0.supplement > 0 }))
    }

    /// How many days tell of a row, be it by a supplement.
    private static func days(_ releases: [ReleasedEpoch], _ label: String) -> Int {
        Set(
            releases.filter { release in
                release.tables.contains { $0.rows.contains { $0.label == label && $0.kind == .value } }
            }.map(\.epoch.day)
        ).count
    }

    private static func row(_ releases: [ReleasedEpoch], _ label: String) -> ReportRow? {
        Report(releases, asOf: "").table("browsers")?.rows.first { $0.label == label && $0.kind == .value }
    }

    @Test("What is counted is added with that of supplements, visitors never are", arguments: 0..<60 as Range<UInt64>)
    func sums(seed: UInt64) {
        let releases = Self.releases(seed: seed)
        for length in 1...9 {
            let period = releases.filter { $0.epoch.day < Self.first.advanced(by: length) }
            for label in Self.labels {
                let hits = Self.cells(period, label, 0)
                let people = Self.cells(period, label, 1).own
                let row = Self.row(period, label)
                let days = Self.days(period, label)
                #expect(row?.cells[0].count ?? 0 == (hits.own + hits.late).reduce(0, +))
                switch row?.cells[1].value {
                case .average(let sum, let told):
                    #expect(sum == people.reduce(0, +) && people.count == days && told == days)
                case .number(let number): #expect([number] == people && days == 1)
                // Some of the days tell of late people only, who may be those of the day itself.
                default: #expect(people.count < days || days == 0)
                }
            }
        }
    }

    @Test(
        "The difference of two reports is the sum of the cells that only one of them has",
        arguments: 0..<60 as Range<UInt64>)
    func differences(seed: UInt64) {
        let all = Self.releases(seed: seed)
        // As it was before the last supplements were closed, and a shorter period.
        let others = [all.filter { $0.supplement < 2 }, all.filter { $0.epoch.day < Self.first.advanced(by: 5) }]
        for other in others {
            let more = all.filter { !other.contains($0) }
            for label in Self.labels {
                let cells = Self.cells(more, label, 0)
                let difference =
                    (Self.row(all, label)?.cells[0].count ?? 0) - (Self.row(other, label)?.cells[0].count ?? 0)
                #expect(difference == (cells.own + cells.late).reduce(0, +))
            }
        }
    }
}
