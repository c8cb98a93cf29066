import Events
import Foundation
import TestSupport
import Testing

@testable import Pipeline
@testable import Privacy

/// Whoever has the store and the key directory, and knows who the visitors were, tries to find them among the pseudonyms.
@Suite("An attack on a closed day")
struct ClosedDayAttackTests {
    /// 2026-03-01.
    private static let day = Day(number: 20_513)
    private static let epoch = Epoch(day: day)
    private static let visitors = 0..<12
    private let jobs: TemporaryJobs
    private let search: KeySearch

    init() throws {
        jobs = try TemporaryJobs()
        search = KeySearch(
            Self.visitors.map {
                ("198.51.\($0).7", "Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0")
            },
            policy: jobs.environment().policy, epoch: Self.epoch)
        try jobs.ingest(TemporaryJobs.log(Self.day, visitors: Self.visitors))
    }

    private func stored() throws -> Set<Pseudonym> {
        Set(try jobs.rows(of: Self.epoch).compactMap { $0[.visitor] })
    }

    private func attack(_ more: [String] = []) throws -> KeySearch.Findings {
        let environment = jobs.environment()
        return try search.search([environment.keysPath, environment.storePath] + more, for: stored())
    }

    @Test("While the day is open, its key is found and tells all visitors")
    func open() throws {
        let stored = try stored()
        #expect(stored.count == Self.visitors.count)
        let findings = try attack()
        #expect(findings.keyFiles == ["\(Self.epoch).key"])
        #expect(findings.pseudonyms == stored)
    }

    @Test("Once the day is closed, nothing in store and key directory is its key, neither as bytes nor as digits")
    func closed() throws {
        let open = try stored()
        // Another day is still open and has its key: it must not open this one.
        try jobs.ingest(TemporaryJobs.log(Self.day.advanced(by: 1), visitors: Self.visitors))
        try jobs.aggregate(.through(Self.day))
        #expect(try stored() == open)
        let findings = try attack()
        #expect(findings.files >= 4)
        #expect(findings.candidates > 10_000)
        #expect(findings.keyFiles.isEmpty)
        #expect(findings.pseudonyms.isEmpty)
    }

    @Test("A copy of the key that was made before would still tell them, so that the search can find something")
    func copied() throws {
        let copy = try TemporaryFolder()
        let key = "\(jobs.environment().keysPath)/epochs/\(Self.epoch).key"
        let digits = [UInt8](try Data(contentsOf: URL(fileURLWithPath: key))).map {
            String($0 >> 4, radix: 16) + String($0 & 15, radix: 16)
        }
        try Data("the key is \(digits.joined()).".utf8).write(to: URL(fileURLWithPath: copy.path + "/note"))
        try jobs.aggregate(.through(Self.day))
        let findings = try attack([copy.path])
        #expect(findings.keyFiles == ["note"])
        #expect(try findings.pseudonyms == stored())
    }
}
