import Events
import Foundation
import Privacy
import Store
import Testing

@testable import Pipeline

@Suite("Of one person among many, every sealed line is found and nobody else's")
struct SubjectSearchTests {
    private let store: SearchedJobs

    init() throws {
        store = try SearchedJobs()
    }

    /// What becomes of the address on each of ten days.
    private static let sharing: [CrowdLog.Sharing] = [
        .alone, .anotherCookie, .alone, .anotherAgent, .elsewhere, .alone, .alone, .anotherCookie, .alone, .alone,
    ]

    private func crowd(others: Int) throws -> [CrowdLog] {
        let logs = zip(SearchedJobs.days, Self.sharing).map { CrowdLog($0, $1, others: others) }
        try store.ingest(logs.flatMap(\.lines))
        return logs
    }

    @Test("A person with cookie, account and address over ten days among ten thousand others")
    func tenDays() throws {
        let logs = try crowd(others: 20_000)
        for isSoleUser in [false, true] {
            let (lines, findings) = try store.found(store.search(isSoleUser: isSoleUser))
            for log in logs {
                let own = log.own(isSoleUser: isSoleUser)
                #expect(lines[log.day] ?? [] == own, "\(log.day)")
                let day = try #require(findings.days.first { $0.day == log.day })
                #expect(day.searched == log.lines.count)
                #expect(day.lines == own.count)
                let tie: AddressTie =
                    switch log.sharing {
                    case .anotherCookie: isSoleUser ? .tied : .shared
                    case .alone: isSoleUser ? .sole : .tied
                    case .anotherAgent, .elsewhere: isSoleUser ? .sole : .shared
                    }
                #expect(day.ties == [tie], "\(log.day)")
                #expect(day.epochs == (day.lines > 0 ? [Epoch(day: log.day)] : []))
            }
            #expect(findings.days.map(\.day) == SearchedJobs.days)
            #expect(findings.faults.isEmpty && findings.destroyed.isEmpty)
        }
    }

    @Test("Without an address a day is read once, and lines with nothing but an address are nobody's")
    func noAddress() throws {
        let logs = try crowd(others: 200)
        let (lines, findings) = try store.found(store.search(Array(CrowdLog.identifiers.prefix(2))))
        for log in logs { #expect(lines[log.day] ?? [] == log.strong.sorted()) }
        #expect(findings.days.allSatisfy { $0.ties.isEmpty })
    }

    @Test("An address alone is nobody's before it is proved that nobody else uses it")
    func addressAlone() throws {
        let logs = try crowd(others: 200)
        let address = [CrowdLog.identifiers[2]]
        let (lines, findings) = try store.found(store.search(address))
        #expect(lines.isEmpty)
        #expect(Subject(address).needsProof)
        #expect(findings.days.allSatisfy { $0.ties == [.shared] })
        let proved = try store.found(store.search(address, isSoleUser: true)).lines
        for log in logs {
            // Where nobody else was seen, what comes with the cookie and the account is theirs who alone have the address.
            let named = log.strong.filter { $0.hasPrefix(CrowdLog.address + " ") && log.sharing != .anotherCookie }
            #expect(proved[log.day] ?? [] == (log.bare + log.open + named).sorted(), "\(log.day)")
        }
    }

    @Test("Only the days that are asked for are looked at")
    func range() throws {
        _ = try crowd(others: 50)
        let range = SearchedJobs.days[2]...SearchedJobs.days[4]
        let findings = try store.search().run(range)
        #expect(findings.days.map(\.day) == Array(SearchedJobs.days[2...4]))
    }

    @Test("A rejected line is found by an identifier that stands in it as text, in any notation")
    func rejects() throws {
        let own = [
            "broken \(CrowdLog.cookie) line", "sid%3D\(CrowdLog.cookie.replacing("-", with: "%2D"))",
            "user=KIM.MINSEO;", #"{"user":"kim.minseo","n":1"#,
        ]
        let others = [
            "kim.minseo2 was here", "x.kim.minseo", "nothing at all", "c-8f14e45fceea167ab", CrowdLog.address,
        ]
        try store.ingest(CrowdLog(SearchedJobs.days[0], .alone, others: 50).lines + own + others)
        let (lines, findings) = try store.found(store.search())
        let arrival = try #require(Day("2026-03-11"))
        #expect(lines[arrival] ?? [] == own.sorted())
        let day = try #require(findings.days.first { $0.day == arrival })
        #expect(day.rejects == own.count)
        #expect(day.lines == 0)
    }

    @Test("A damaged frame is told, all others are searched, and of an address nothing is taken for granted")
    func damage() throws {
        let log = CrowdLog(SearchedJobs.days[0], .alone, others: 6000)
        try store.ingest(log.lines)
        let file = try #require(try store.jobs.store.catalog.sealedFiles(.raw, of: log.day).first)
        let path = "\(store.jobs.path)/store/\(StoreLayout.relativePath(of: file.name))"
        var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        bytes[bytes.count / 2] ^= 1
        try bytes.write(to: URL(fileURLWithPath: path))
        let (lines, findings) = try store.found(store.search())
        let fault = try #require(findings.faults.first)
        #expect(findings.faults.count == 1)
        #expect(fault.file == StoreLayout.relativePath(of: file.name))
        #expect(fault.reason.contains("damaged"))
        #expect(Set(lines[log.day] ?? []).isSubset(of: log.strong))
        #expect(findings.days.first?.ties == [.shared])
    }

    @Test("A missing file is told")
    func missing() throws {
        let log = CrowdLog(SearchedJobs.days[0], .alone, others: 10)
        try store.ingest(log.lines)
        let file = try #require(try store.jobs.store.catalog.sealedFiles(.raw, of: log.day).first)
        let name = StoreLayout.relativePath(of: file.name)
        try FileManager.default.removeItem(atPath: "\(store.jobs.path)/store/\(name)")
        let (lines, findings) = try store.found(store.search())
        #expect(lines.isEmpty)
        #expect(findings.faults.map(\.file) == [name])
        #expect(findings.faults.map(\.reason) == ["It is missing."])
    }

    @Test("Days that are destroyed are told, and not missed")
    func destroyed() throws {
        _ = try crowd(others: 20)
        _ = try store.jobs.aggregate(at: "2026-06-05T05:00Z")
        let (lines, findings) = try store.found(store.search(at: "2026-06-05T06:00Z"))
        #expect(findings.destroyed.map(\.day) == Array(SearchedJobs.days[..<4]))
        #expect(findings.days.map(\.day) == Array(SearchedJobs.days[4...]))
        #expect(lines.keys.allSatisfy { $0 >= SearchedJobs.days[4] })
        #expect(findings.faults.isEmpty)
        #expect(
            try store.search(at: "2026-06-05T06:00Z").run(SearchedJobs.days[2]...SearchedJobs.days[5]).destroyed.map(
                \.day) == Array(SearchedJobs.days[2...3]))
    }

    @Test("A line that arrives for a closed day is found with its supplement")
    func supplement() throws {
        let log = CrowdLog(SearchedJobs.days[0], .alone, others: 30)
        try store.ingest(log.lines)
        _ = try Aggregate(environment: store.environment()).run(.due)
        let late = CrowdLog(SearchedJobs.days[0].advanced(by: 0), .alone, others: 31)
        try store.ingest(late.lines)
        let (_, findings) = try store.found(store.search())
        let day = try #require(findings.days.first)
        #expect(day.epochs == [Epoch(day: log.day), Epoch(day: log.day, supplement: 1)])
    }

    @Test("What a hold keeps is found too, also when its day is gone; an address is not judged by it then")
    func holds() throws {
        let log = CrowdLog(SearchedJobs.days[0], .alone, others: 300)
        try store.ingest(log.lines)
        _ = try Holds(environment: store.environment()).add(
            HoldRequest(.misuse, log.day...log.day, until: nil, filter: LineFilter("client=\(CrowdLog.address)")),
            showing: store.jobs.officer)
        let held = log.own().filter { $0.hasPrefix(CrowdLog.address + " ") }
        let (lines, findings) = try store.found(store.search())
        #expect(lines[log.day] ?? [] == (log.own() + held).sorted())
        #expect(findings.days.first?.held == [1: held.count])
        _ = try store.jobs.aggregate(at: "2026-06-05T05:00Z")
        let (later, rest) = try store.found(store.search(at: "2026-06-05T06:00Z"))
        #expect(later[log.day] ?? [] == held.filter(log.strong.contains).sorted())
        #expect(rest.days.first?.ties == [.shared])
        #expect(rest.destroyed.map(\.day) == [log.day])
    }

    @Test("Every look is on record before, and names nobody")
    func audit() throws {
        _ = try crowd(others: 20)
        _ = try store.search().run()
        let text = try String(contentsOfFile: "\(store.jobs.path)/store/audit.log", encoding: .utf8)
        let looks = text.split(separator: "\n").filter { $0.contains("vault-read") }
        #expect(looks.count == 1)
        let look = try #require(looks.first)
        #expect(look.contains(#""days":10"#) && look.contains(#""from":"2026-03-01""#))
        for identifier in [CrowdLog.cookie, CrowdLog.account, CrowdLog.address] { #expect(!text.contains(identifier)) }
    }
}
