import Events
import Foundation
import Privacy
import TestSupport
import Testing

@testable import Pipeline
@testable import Store

/// Whoever has the store of after, and knows the rows of before, tries to tell which visits are of one person.
@Suite("An attack on a coarse day")
struct CoarseDayAttackTests {
    /// 2026-03-01.
    private static let day = Day(number: 20_513)
    private static let epoch = Epoch(day: day)
    private let jobs: TemporaryJobs
    private let fine: [EventRow]
    private let oldFiles: [[UInt8]]

    /// Twelve people, each with two visits at least an hour apart: same browser, network and country.
    init() throws {
        let jobs = try TemporaryJobs()
        self.jobs = jobs
        let agent = "Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0"
        var lines: [String] = []
        for visitor in 0..<12 {
            for (visit, hour) in [8 + visitor % 3, 13 + visitor % 4].enumerated() {
                for view in 0..<3 {
                    let second = 10 + view + visit
                    lines.append(
                        "198.51.\(visitor).7 - - [01/Mar/2026:\(hour < 10 ? "0" : "")\(hour):1\(view):\(second) +0000] "
                            + "\"GET /\(view) HTTP/1.1\" 200 \(4050 + 7 * visitor + view) \"-\" \"\(agent)\"")
                }
            }
        }
        try jobs.ingest(lines)
        try jobs.aggregate(.through(Self.day))
        fine = try jobs.rows(of: Self.epoch)
        oldFiles = try jobs.store.catalog.files(of: Self.day).map { file in
            let path = "\(jobs.store.layout.folder(of: Self.day))/\(file.name.final)"
            return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
        }
        try EventExpiry(
            store: jobs.store, writer: jobs.store.takeWriter(host: "test"), calendar: .utc, seed: 2
        ).coarsen(Self.day, [Self.epoch])
    }

    /// The visits of each person, as long as pseudonyms tell.
    private static func linked(_ rows: [EventRow], by link: (EventRow) -> Pseudonym?) -> Int {
        let visits = Dictionary(grouping: rows.filter { link($0) != nil }, by: { link($0) })
        return visits.values.count { Set($0.map(\.visit)).count > 1 }
    }

    @Test("Before, pseudonyms link the visits of each person; afterwards no two visits share one")
    func links() throws {
        let coarse = try jobs.rows(of: Self.epoch)
        #expect(coarse.count == 72)
        #expect(Self.linked(fine) { $0[.visitor] } == 12)
        #expect(Self.linked(fine) { $0[.network] } == 12)
        for field in EventField.Identity.allCases {
            #expect(Self.linked(coarse) { $0[field] } == 0)
            #expect(Set(fine.compactMap { $0[field] }).isDisjoint(with: coarse.compactMap { $0[field] }))
        }
        #expect(coarse.allSatisfy { $0[.network] == nil && $0[.device] == nil && $0[.address] == nil })
        #expect(Set(coarse.compactMap { $0[.visitor] }).count == 24)
        #expect(Set(coarse.map(\.visit)).count == 24)
    }

    @Test("Times are whole hours and numbers of bytes are bins, which many share")
    func values() throws {
        let coarse = try jobs.rows(of: Self.epoch)
        #expect(coarse.allSatisfy { $0.time % 3600 == 0 && $0[.resolution] == "hour" && $0.tie == nil })
        #expect(Set(fine.map { $0[.bytes] }).count > 30)
        #expect(Set(coarse.map { $0[.bytes] }) == [3584, 4096])
    }

    @Test("The certificate names the files that were replaced, with what they were")
    func certificate() throws {
        let all = try jobs.store.catalog.removedPartitions()
        #expect(all.count == 1)
        let removed = try #require(all.first)
        let certificate = Certificate(of: removed, term: .months(3), destroyed: 5, store: nil)
        #expect(certificate.kind == .events)
        #expect(certificate.method == .deletion)
        #expect(certificate.lastKept == Day("2026-06-01"))
        #expect(
            certificate.files
                == zip(removed.files, oldFiles).map { file, bytes in
                    Certificate.File(
                        name: "events/date=2026-03-01/\(file.name.final)", bytes: Int64(bytes.count),
                        sha256: Certificate.hexadecimal(SHA256Digest.digest(bytes)), lines: 72)
                })
    }

    @Test("Rows of an hour do not stand in the order in which they came, nor visit by visit")
    func order() throws {
        let coarse = try jobs.rows(of: Self.epoch)
        #expect(coarse.map(\.time) == coarse.map(\.time).sorted())
        let changes = zip(coarse, coarse.dropFirst()).count { $0.visit != $1.visit }
        // Visit by visit there would be 23; at random about 65.
        #expect(changes > 40)
    }

    @Test("Nothing of the old files is left in the store, neither the pseudonyms nor the files themselves")
    func leftovers() throws {
        let known = Set(fine.flatMap(\.identities).compactMap(\.self)).map { word in
            [word.high, word.low].flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> (56 - 8 * $0)) } }
        }
        #expect(known.count >= 24)
        func findings(_ bytes: [UInt8]) -> Int {
            let text = Data(bytes)
            return known.count { text.range(of: Data($0)) != nil }
        }
        // The columns of pseudonyms are not compressed, so the search would find them.
        #expect(findings(oldFiles.flatMap(\.self)) == known.count)
        let root = jobs.store.layout.root
        let files = try StoreFile.all(inStore: root).filter(\.isRegular)
        #expect(files.count >= 3)
        for file in files {
            let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: "\(root)/\(file.name)")))
            #expect(findings(bytes) == 0, "\(file.name)")
            #expect(!oldFiles.contains(bytes), "\(file.name)")
        }
    }
}
