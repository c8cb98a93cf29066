import Events
import Foundation
import Privacy
import Store
import TestSupport

@testable import Pipeline

/// A store with its keys and logs in a folder of its own, whose days are those of UTC.
final class TemporaryJobs {
    private let folder: TemporaryFolder
    let store: Store
    private var logCount = 0

    init() throws {
        folder = try TemporaryFolder()
        store = try Store(root: folder.path + "/store", create: true) { SHA256Digest() }
        _ = try store.catalog.fix(.timeZone, to: "UTC")
    }

    func environment(at now: String = "2026-03-10T12:00Z") -> JobEnvironment {
        let milliseconds = InstantText.milliseconds(now) ?? 0
        return JobEnvironment(
            storePath: folder.path + "/store", keysPath: folder.path + "/keys", hostName: "test", now: { milliseconds })
    }

    func keys() throws -> KeyDirectory {
        try environment().openKeys(create: true)
    }

    /// Writes a file of a name that no other has.
    func write(_ bytes: [UInt8]) throws -> String {
        logCount += 1
        let path = "\(folder.path)/log\(logCount)"
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        return path
    }

    @discardableResult
    func ingest(_ lines: [String], at now: String = "2026-03-10T12:00Z") throws -> IngestSummary {
        let path = try write(Array(lines.map { $0 + "\n" }.joined().utf8))
        return try Ingest(options: Ingest.Options(), environment: environment(at: now)).run([Ingest.Input(path)])
    }

    /// Closes days, and destroys nothing but their keys.
    @discardableResult
    func aggregate(_ selection: Aggregate.Selection = .due, at now: String = "2026-03-10T12:00Z") throws
        -> AggregateSummary
    {
        try Aggregate(environment: environment(at: now)).run(selection, expires: false)
    }

    /// Every row of an epoch, in the order of its files.
    func rows(of epoch: Epoch) throws -> [EventRow] {
        try store.readers(of: epoch).flatMap { _, reader in
            try (0..<reader.rowGroupCount).flatMap { try reader.read(rowGroup: $0, .everything).spelledOut }
        }
    }

    /// Lines of `visitors` people who each look at `pages` on the day, a minute apart.
    static func log(_ day: Day, visitors: Range<Int>, pages: [String] = ["/", "/a"]) -> [String] {
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let (year, month, date) = day.civil
        let padded = date < 10 ? "0\(date)" : "\(date)"
        return visitors.flatMap { visitor in
            pages.enumerated().map { minute, page in
                let time = "\(padded)/\(months[month - 1])/\(year):10:\(10 + minute):00 +0000"
                let agent = "Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0"
                return "198.51.\(visitor).7 - - [\(time)] \"GET \(page) HTTP/1.1\" 200 512 \"-\" \"\(agent)\""
            }
        }
    }
}
