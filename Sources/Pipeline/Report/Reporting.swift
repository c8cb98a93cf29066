public import Events
import Foundation
import Privacy
import Releases
public import Reports
import Store

/// Reads released statistics; neither events nor keys.
public struct Reporting {
    /// Of what a report is wanted.
    public struct Period: Sendable {
        /// The first and the last day; nil for the newest closed day and the seven before it.
        public let first: Day?
        public let last: Day?
        /// Whether the period before, of equal length, is compared with; without days the last seven are, with the
        /// seven before them.
        public let isCompared: Bool

        public init(from first: Day? = nil, to last: Day? = nil, isCompared: Bool = false) {
            self.first = first
            self.last = last
            self.isCompared = isCompared
        }
    }

    let environment: JobEnvironment
    let store: Store

    public init(environment: JobEnvironment) throws {
        self.environment = environment
        store = try environment.openStore(create: false)
    }

    /// The report of a period, with what it is compared with, and the eight weeks before it.
    ///
    /// - Throws: ``StoreError`` if a release is not what was recorded when its day was closed.
    public func report(_ period: Period = Period()) throws -> Report {
        let calendar = try environment.calendar(of: store, logOffset: nil)
        let asOf = calendar.text(of: environment.now() / 1000)
        let waiting = try waiting(calendar)
        guard let newest = try store.catalog.newestReleasedDay() else {
            return Report([], asOf: asOf, waiting: waiting)
        }
        let last = period.last ?? max(newest, period.first ?? newest)
        let standard = last.advanced(by: period.isCompared ? -6 : -7)
        let first = min(last, period.first ?? (period.last == nil ? standard : Day(number: -700_000)))
        let records = try store.catalog.releases(first...last)
        let start = period.first ?? (period.last == nil ? standard : records.first?.epoch.day ?? last)
        let days = Int(last.number - start.number) + 1
        let before = start.advanced(by: -days)...start.advanced(by: -1)
        let previous = period.isCompared ? try store.catalog.releases(before) : []
        let background = try background(last: records.last?.epoch.day ?? last, before: start)
        return Report(
            try records.map { try decode($0) },
            previous: period.isCompared
                ? (try previous.map { try decode($0) }, .init(before.lowerBound), .init(before.upperBound)) : nil,
            background: background, asOf: asOf, waiting: waiting)
    }

    /// Totals and status codes of the days with which the last week of the period is compared.
    private func background(last: Day, before start: Day) throws -> [ReleasedEpoch] {
        let first = last.advanced(by: -(6 + 8 * 7))
        guard first < start else { return [] }
        return try store.catalog.releases(first...start.advanced(by: -1)).map {
            try decode($0, only: Report.backgroundTables)
        }
    }

    func decode(_ record: ReleaseRecord, only tables: Set<String>? = nil) throws -> ReleasedEpoch {
        do {
            return try ReleasedEpoch(
                verifying: record.body, digest: record.digest, sha256: SHA256Digest.digest, wanted: tables)
        } catch {
            throw StoreError(
                .damaged,
                "The statistics of \(record.epoch) are not what was released. Restore catalog.sqlite from a backup.")
        }
    }

    /// What has been read and not been closed yet.
    private func waiting(_ calendar: StoreCalendar) throws -> WaitingDays {
        let open = try store.catalog.epochs([.open, .closing]).filter { try store.catalog.rowCount(of: $0) > 0 }
        guard let first = open.first else { return .none }
        let due = calendar.localDay(first.day).range.upperBound + Aggregate.closeAfter
        return WaitingDays(
            days: open.count, rows: try open.reduce(0) { try $0 + store.catalog.rowCount(of: $1) },
            first: ReleasedDate(first.day), closable: due <= environment.now() / 1000 ? nil : calendar.text(of: due))
    }
}
