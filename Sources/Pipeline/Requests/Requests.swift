public import Events
import Privacy
public import Store

/// Requests of the people whom the data is about, and of authorities: <doc:Requests>.
public struct Requests {
    let environment: JobEnvironment
    let store: Store
    let directory: KeyDirectory
    let calendar: StoreCalendar

    /// - Throws: ``JobError``, ``StoreError`` (missing) if there is no store, ``KeyDirectoryError``.
    public init(environment: JobEnvironment) throws {
        self.environment = environment
        (store, directory) = try environment.openBoth(create: false)
        calendar = try environment.calendar(of: store, logOffset: nil)
        try store.recover()
    }

    /// All requests, in the order of their numbers.
    public func list() throws -> [RequestRecord] { try store.catalog.requests() }

    /// What is on record of a request, in words of closed sets.
    ///
    /// - Throws: ``RequestStepError/unknown(number:)``.
    public func record(_ number: Int) throws -> RequestRecord { try store.catalog.request(number) }

    /// The day of an instant in UTC milliseconds.
    public func day(of instant: Int64) -> Day { calendar.day(of: instant / 1000) }

    /// Today in the store's zone.
    public var today: Day { day(of: environment.now()) }

    var policy: Policy {
        get throws { try environment.ruling(in: store, keys: directory).policy }
    }

    func tagger(_ policy: Policy, create: Bool) throws -> SubjectTagger? {
        guard let key = try directory.suppressionKey(create: create) else { return nil }
        return SubjectTagger(key: key, options: policy.options)
    }

    func log(_ event: AuditEvent, _ record: RequestRecord, _ fields: [AuditField] = []) throws {
        try environment.audit(directory).append(
            event, [.count(.number, record.number), .request(record.kind)] + fields)
    }

    /// Where an officer does requests.
    func site(of officer: Officer, folder: String?) throws -> RequestSite {
        RequestSite(
            environment: environment, store: store, directory: directory, policy: try policy, calendar: calendar,
            officer: officer, folder: folder)
    }

    static func lostKeys(_ number: Int) -> JobError {
        JobError(
            .missing, "The keys of request \(number) are gone, and with them what it says. Restore the key directory.")
    }

    /// How an officer stands in the catalog.
    static func text(_ officer: Officer) -> String { "\(officer.name) \(officer.publicHalf.fingerprint)" }
}
