public import Events
public import Privacy
import Store

/// Reads the audit log of a store as it stands; whether it is what was written, ``AuditCheck`` tells.
public struct AuditShow {
    /// Which records to show.
    public struct Selection: Sendable {
        /// The first and the last day, in the store's time zone.
        public var from: Day?
        public var to: Day?
        /// The name of the only event.
        public var event: String?
        /// Whether only what was handed to somebody outside.
        public var provisions = false

        public init() {}

        func includes(_ record: AuditRecord, on day: Day) -> Bool {
            guard from.map({ $0 <= day }) ?? true, to.map({ day <= $0 }) ?? true else { return false }
            guard event.map({ $0 == record.event }) ?? true else { return false }
            return !provisions || record.event == AuditEvent.provision.rawValue
        }
    }

    /// One line of the log.
    public enum Entry: Sendable {
        case record(AuditLine)
        /// The line of this number, counted from 1, is no record.
        case unreadable(line: Int)
    }

    private let environment: JobEnvironment

    public init(environment: JobEnvironment) {
        self.environment = environment
    }

    /// Gives the lines that are selected one by one, oldest first; of those that are no records, all.
    ///
    /// - Parameter body: takes a line, and says whether to go on.
    /// - Throws: ``JobError`` (missing) if there is no log.
    public func run(_ selection: Selection, _ body: (Entry) throws -> Bool) throws {
        let calendar = try calendar()
        var lines = AuditLines(try file())
        var number = 0
        while let line = try lines.next() {
            number += 1
            guard let record = AuditLine(line.bytes) else {
                guard try body(.unreadable(line: number)) else { return }
                continue
            }
            guard selection.includes(record.record, on: calendar.day(of: record.record.time)) else { continue }
            guard try body(.record(record)) else { return }
        }
    }

    /// Number and hash of the last record.
    ///
    /// - Throws: ``JobError`` (missing) if there is no log, or no record in it.
    public func head() throws -> AuditHead {
        let file = try file()
        var lines = AuditLines(file)
        var last: AuditLine?
        while let line = try lines.next() { last = AuditLine(line.bytes) ?? last }
        guard let last else { throw JobError(.missing, "There is no record in \(file.path).") }
        return AuditHead(number: last.record.number, hash: last.hash)
    }

    private func file() throws -> AuditFile {
        let path = StoreLayout(root: environment.storePath).auditLog
        guard let file = try AuditFile.openForReading(path) else {
            throw JobError(.missing, "There is no audit log at \(path). `footfall ingest` begins one.")
        }
        return file
    }

    /// The store's, if the log lies in one.
    private func calendar() throws -> StoreCalendar {
        environment.storeExists ? try environment.zone(of: environment.openStore(create: false)) : .utc
    }
}
