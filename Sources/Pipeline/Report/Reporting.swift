public import Events
import Foundation
import Privacy
import Releases
public import Reports
import Store

/// Reads released statistics; neither events nor keys.
public struct Reporting {
    private let environment: JobEnvironment
    private let store: Store

    public init(environment: JobEnvironment) throws {
        self.environment = environment
        store = try environment.openStore(create: false)
    }

    /// The report of a period; without one, of the newest closed day and the seven days before it.
    ///
    /// - Throws: ``StoreError`` if a release is not what was recorded when its day was closed.
    public func report(from first: Day? = nil, to last: Day? = nil) throws -> Report {
        let calendar = try environment.calendar(of: store, logOffset: nil)
        let earliest = Day(number: -700_000)
        let latest = Day(number: 2_900_000)
        var releases = try store.catalog.releases((first ?? earliest)...max(first ?? earliest, last ?? latest)).map(
            decode)
        if first == nil, last == nil { releases = Report.latest(of: releases) }
        return Report(releases, asOf: asOf(calendar), waiting: try waiting(calendar))
    }

    private func decode(_ record: ReleaseRecord) throws -> ReleasedEpoch {
        do {
            return try ReleasedEpoch(verifying: record.body, digest: record.digest, sha256: SHA256Digest.digest)
        } catch {
            throw StoreError(
                .damaged,
                "The statistics of \(record.epoch) are not what was released. Restore catalog.sqlite from a backup.")
        }
    }

    /// What has been read and not been closed yet.
    private func waiting(_ calendar: StoreCalendar) throws -> [String] {
        let open = try store.catalog.epochs([.open, .closing]).filter { try store.catalog.rowCount(of: $0) > 0 }
        guard let first = open.first else {
            return ["Nothing is waiting: feed logs with `footfall ingest`, then run `footfall aggregate`."]
        }
        let due = calendar.localDay(first.day).range.upperBound + Aggregate.closeAfter
        let rows = try open.reduce(0) { try $0 + store.catalog.rowCount(of: $1) }
        let days = open.count == 1 ? "1 day" : "\(open.count) days"
        return due <= environment.now() / 1000
            ? ["Lines of \(days) are waiting to be closed (\(rows)): run `footfall aggregate`."]
            : ["Lines of \(days) are waiting (\(rows)); \(first.day) can be closed from \(calendar.text(of: due))."]
    }

    private func asOf(_ calendar: StoreCalendar) -> String {
        calendar.text(of: environment.now() / 1000)
    }
}
