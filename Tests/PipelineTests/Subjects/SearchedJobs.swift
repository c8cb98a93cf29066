import Events
import Foundation
import Privacy
import Store

@testable import Pipeline

/// A store whose sealed lines are searched for a person.
struct SearchedJobs {
    static let days = (0..<10).compactMap { Day("2026-03-01")?.advanced(by: $0) }
    /// When all days have come, and none is due.
    static let now = "2026-03-11T12:00Z"

    let jobs: SealedJobs
    let basis: Retention.Basis

    init(_ basis: Retention.Basis = .law) throws {
        jobs = try SealedJobs()
        self.basis = basis
    }

    func environment(at now: String = SearchedJobs.now) -> JobEnvironment {
        var environment = jobs.environment(at: now, answer: true)
        var options = PolicyOptions()
        options.vault.exact = true
        options.retention.basis = basis
        environment.policy = jobs.policy ?? .standard(site: "example.org", options: options)
        return environment
    }

    /// Reads lines of ``CrowdLog/format``.
    func ingest(_ lines: [String], at now: String = SearchedJobs.now) throws {
        let path = "\(jobs.path)/server.log"
        try Data(lines.map { $0 + "\n" }.joined().utf8).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        var options = Ingest.Options()
        options.format = try FormatSetting(CrowdLog.format)
        _ = try Ingest(options: options, environment: environment(at: now)).run([Ingest.Input(path)])
    }

    func search(
        _ identifiers: [SubjectIdentifier] = CrowdLog.identifiers, isSoleUser: Bool = false, at now: String = now
    ) throws -> SubjectSearch {
        try SubjectSearch(
            Subject(identifiers, usesAddressesAlone: isSoleUser), showing: jobs.officer,
            environment: environment(at: now))
    }

    /// The lines that are found, by day, in alphabetical order, and what else is found.
    func found(_ search: SubjectSearch) throws -> (lines: [Day: [String]], findings: SubjectFindings) {
        var lines: [Day: [String]] = [:]
        let findings = try search.run { line in
            lines[line.day, default: []].append(String(decoding: line.bytes.dropLast(), as: UTF8.self))
        }
        return (lines.mapValues { $0.sorted() }, findings)
    }

    /// What an officer sees of a day, line by line, in alphabetical order.
    func seen(
        _ part: VaultReading.Part = .vault, of day: Day, _ filter: String = ""
    ) throws -> (lines: [String], summary: VaultReadingSummary) {
        var bytes: [UInt8] = []
        let summary = try VaultReading(environment: environment()).read(
            part, of: day, LineFilter(filter), showing: jobs.officer
        ) {
            bytes += $0.copied
            return true
        }
        return (String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init).sorted(), summary)
    }

    /// Does a request from its opening to its end.
    @discardableResult
    func request(
        _ kind: RequestKind, _ identifiers: [SubjectIdentifier], into folder: String? = nil
    ) throws -> RequestRun {
        let path = jobs.path + "/letter.txt"
        let lines = identifiers.map { "\($0.kind.rawValue): \(String(decoding: $0.text, as: UTF8.self))\n" }
        try Data(lines.joined().utf8).write(to: URL(fileURLWithPath: path))
        let requests = try Requests(environment: environment())
        let number = try requests.open(kind, isRepresented: false, language: .english, from: path).record.number
        _ = try requests.verify(number, by: .document, provesAddress: false, showing: jobs.officer)
        _ = try requests.approve(number, showing: jobs.officer)
        return try requests.carryOut([number], into: folder, showing: jobs.officer)[0]
    }
}
