import Events
import Foundation
import Privacy
import Store

@testable import Pipeline

/// A store with requests, and two officers who handle them.
final class RequestJobs {
    static let now = "2026-03-10T12:00Z"

    let jobs: SealedJobs

    init(copyOf copy: String? = nil) throws {
        jobs = try SealedJobs(copyOf: copy)
        guard copy == nil else { return }
        try jobs.ingest(
            TemporaryJobs.log(Day("2026-03-09") ?? Day(number: 0), visitors: 0..<3), at: "2026-03-09T23:00Z")
        _ = try OfficerCreation(environment: jobs.environment(at: Self.now))
            .run(name: "ben", file: jobs.path + "/ben.key", adds: true)
    }

    /// The store that another process has made in a folder.
    init(at path: String) {
        jobs = SealedJobs(at: path)
    }

    /// The first officer's key, and the second's.
    var anna: OfficerKeyFile { jobs.officer }
    var ben: OfficerKeyFile { OfficerKeyFile(jobs.path + "/ben.key") }

    func requests(at now: String = RequestJobs.now, answer: Bool = true) throws -> Requests {
        try Requests(environment: jobs.environment(at: now, answer: answer))
    }

    func letter(_ text: String) throws -> String {
        let path = jobs.path + "/letter.txt"
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        return path
    }

    @discardableResult
    func open(
        _ kind: RequestKind, _ text: String = "account: kim-secret\n", isRepresented: Bool = false,
        _ language: NoticeLanguage = .english, at now: String = RequestJobs.now
    ) throws -> RequestOpening {
        try requests(at: now).open(kind, isRepresented: isRepresented, language: language, from: try letter(text))
    }

    /// Opens a request, verifies it, and approves it.
    @discardableResult
    func approved(_ kind: RequestKind, _ text: String = "account: kim-secret\n") throws -> Int {
        let number = try open(kind, text).record.number
        _ = try requests().verify(number, by: .document, provesAddress: false, showing: anna)
        let record = try requests().approve(number, showing: anna)
        if record.state != .approved { _ = try requests().approve(number, showing: ben) }
        return number
    }

    /// Rules from now on by the built-in policy with a change.
    func rule(_ change: (inout PolicyOptions) -> Void) throws {
        var options = PolicyFile.builtIn.options
        change(&options)
        jobs.policy = .standard(site: PolicyFile.builtIn.site, options: options)
    }

    /// The names of the events in the audit log, the last ones.
    func audit(_ count: Int) throws -> [String] {
        let lines = try String(contentsOfFile: jobs.path + "/store/audit.log", encoding: .utf8).split(separator: "\n")
        return lines.suffix(count).compactMap { line in
            line.firstRange(of: "\"event\":\"").map { String(line[$0.upperBound...].prefix { $0 != "\"" }) }
        }
    }

    /// Whether bytes stand somewhere below the store or its keys.
    func holds(_ text: String) throws -> Bool {
        for folder in ["store", "keys"] {
            let files = FileManager.default.enumerator(atPath: "\(jobs.path)/\(folder)")
            while let name = files?.nextObject() as? String {
                let bytes = FileManager.default.contents(atPath: "\(jobs.path)/\(folder)/\(name)") ?? Data()
                if bytes.firstRange(of: Data(text.utf8)) != nil { return true }
            }
        }
        return false
    }
}
