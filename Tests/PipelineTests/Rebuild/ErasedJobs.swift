import Events
import Foundation
import Privacy
import Store
import TestSupport

@testable import Pipeline

/// A store with the lines of some people over several days, of whom the one with number 0 asks for something.
///
/// A line's status tells whose it is: 200 and the person's number.
final class ErasedJobs {
    static let now = "2026-03-10T12:00Z"
    /// The account and the address of the person who asks.
    static let letter = "account: kim-secret\nip: 198.51.0.7\n"
    static let people = 14

    let jobs: SealedJobs

    init(at path: String) { jobs = SealedJobs(at: path) }

    init(copyOf other: ErasedJobs) throws {
        jobs = try SealedJobs(copyOf: other.jobs.path)
        jobs.policy = other.jobs.policy
    }

    /// - Parameter basis: why lines are kept, as the policy says it.
    init(basis: String = "law") throws {
        jobs = try SealedJobs()
        if basis != "law" {
            let text = PolicyText.yaml(PolicyFile.builtIn).replacing("\n  basis: law", with: "\n  basis: \(basis)")
            jobs.policy = try PolicyFile.policy(Array(text.utf8), path: "policy.yaml")
        }
    }

    static func day(_ text: String) -> Day { Day(text) ?? Day(number: 0) }

    /// Lines of the people on a day; those of number 0 with the account, without it, and without anything but the address.
    static func log(_ day: Day, people: Range<Int> = 0..<ErasedJobs.people, hour: Int = 10) -> [String] {
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let (year, month, date) = day.civil
        return people.flatMap { person in
            ["/", "/a", "/b"].enumerated().map { number, path in
                let user =
                    switch (person, number) {
                    case (0, 0...1): "kim-secret"
                    case (1...3, 0): "user\(person)"
                    default: "-"
                    }
                let time = "\(date < 10 ? "0" : "")\(date)/\(months[month - 1])/\(year):\(hour):\(10 + number):07 +0000"
                let agent = "Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0"
                return
                    "198.51.\(person).7 - \(user) [\(time)] \"GET \(path) HTTP/1.1\" \(200 + person) 512 \"-\" \"\(agent)\""
            }
        }
    }

    func site(at now: String = ErasedJobs.now, folder: String? = nil) throws -> RequestSite {
        let environment = jobs.environment(at: now)
        let store = try jobs.store
        let keys = try jobs.keys
        return RequestSite(
            environment: environment, store: store, directory: keys,
            policy: try environment.ruling(in: store, keys: keys).policy, calendar: .utc,
            officer: try keys.officer(by: jobs.officer.privateHalf()), folder: folder)
    }

    @discardableResult
    func carryOut(
        _ work: any RequestWork, _ kind: RequestKind, _ letter: String = ErasedJobs.letter, number: Int = 7,
        at now: String = ErasedJobs.now, into folder: String? = nil
    ) throws -> RequestOutcome {
        let task = RequestTask(
            number: number, kind: kind, letter: try RequestLetter.read(Array(letter.utf8), kind, isRepresented: false),
            isSoleUser: false, opened: 0)
        let outcomes = try work.carryOut(
            [task], at: site(at: now, folder: folder), showing: jobs.officer.privateHalf())
        return outcomes[number] ?? RequestOutcome()
    }

    @discardableResult
    func erase(at now: String = ErasedJobs.now) throws -> RequestOutcome {
        try carryOut(Erasure(), .erase, at: now)
    }

    /// The rows of an epoch that are of somebody else.
    func othersRows(of epoch: Epoch) throws -> [EventRow] {
        try jobs.rows(of: epoch).filter { $0[.status] != 200 }
    }

    func ownRows(of epoch: Epoch) throws -> [EventRow] {
        try jobs.rows(of: epoch).filter { $0[.status] == 200 }
    }

    /// The lines of a day, sorted.
    func lines(of day: Day) throws -> [String] {
        (try jobs.lines(of: day) ?? "").split(separator: "\n").map(String.init).sorted()
    }

    /// What is wrong with the store; nothing if all is well.
    func findings(at now: String = ErasedJobs.now) throws -> [StoreFinding] {
        try StoreVerification(environment: jobs.environment(at: now)).run(officerKey: jobs.officer).findings
    }

    func releases() throws -> [[UInt8]] {
        try jobs.store.catalog.releases(Day(number: 0)...Day(number: 40_000)).map(\.body)
    }
}
