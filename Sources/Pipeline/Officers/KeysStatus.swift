public import Events
public import Privacy
import Store

/// What keys there are, and what lives until when.
public struct KeysStatus {
    /// What ends the life of a key.
    public enum Term: Hashable, Sendable {
        /// Its day is closed, which can be done from this instant on (UTC seconds).
        case closing(from: Int64)
        /// Its day is closed, and a crash came before its destruction; the next closing destroys it.
        case leftover
        /// The term of raw lines ends with this day; nil if it never ends.
        case raw(last: Day?)
        /// What is sealed to it goes by a term of its own.
        case sealed
        /// A day is destroyed, and a new key takes its place.
        case replaced
        /// Nothing does: it is needed for as long as there is a store.
        case unlimited
        /// The next record of the audit log is written.
        case recorded
        /// Never: without it nobody could check the audit log.
        case kept
        /// Somebody removes the officer.
        case removed
        /// The officer carries it away.
        case taken
    }

    public struct Key: Hashable, Sendable {
        public let record: KeyRecord
        public let term: Term
    }

    public struct Outcome: Sendable {
        public let path: String
        public let keys: [Key]
    }

    private let environment: JobEnvironment

    public init(environment: JobEnvironment) {
        self.environment = environment
    }

    /// Looks at owner and mode of every key and reads none.
    ///
    /// - Throws: ``KeyDirectoryError`` for the first key or folder that others may read, ``StoreError``.
    public func run() throws -> Outcome {
        let directory = try environment.openKeys(create: false)
        let store = environment.storeExists ? try environment.openStore(create: false) : nil
        let calendar = try store.map { try environment.zone(of: $0) } ?? .utc
        return Outcome(
            path: directory.path,
            keys: try directory.survey().map { Key(record: $0, term: try term(of: $0, store, calendar)) })
    }

    private func term(of record: KeyRecord, _ store: Store?, _ calendar: StoreCalendar) throws -> Term {
        let raw = environment.policy.options.retention[.raw]
        switch record.kind {
        case .epoch:
            guard let epoch = Epoch(record.name) else { preconditionFailure("the survey lists epochs only") }
            if try store?.catalog.state(of: epoch) == .closed { return .leftover }
            return .closing(from: calendar.localDay(epoch.day).range.upperBound + Aggregate.closeAfter)
        case .identity: return .raw(last: Month(record.name).flatMap { raw.lastDay(for: $0.lastDay) })
        case .day: return .raw(last: PairName(record.name)?.day.flatMap { raw.lastDay(for: $0) })
        case .hold, .request, .correction: return .sealed
        case .keyEncryption: return .replaced
        case .signing, .suppression: return .unlimited
        case .audit: return .recorded
        case .auditOrigin: return .kept
        case .officer: return .removed
        case .officerPrivate: return .taken
        }
    }
}
