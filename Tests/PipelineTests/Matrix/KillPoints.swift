import Foundation
import GRDB
import Synchronization

@testable import Store

/// Keeps what lies on disk at every instant at which a run has changed it: what the run leaves behind if it is killed
/// there.
///
/// It looks before and after every transaction of the catalog, and whenever the run asks its clock.
final class KillPoints: TransactionObserver, Sendable {
    /// The files below a folder, by their paths in it.
    typealias Disk = [String: Data]

    private let root: String
    private let disks = Mutex<[Disk]>([])

    init(root: String) {
        self.root = root
    }

    /// What the disk held, oldest first.
    var all: [Disk] { disks.withLock { $0 } }

    func watch(_ catalog: Catalog) {
        catalog.database.add(transactionObserver: self, extent: .databaseLifetime)
    }

    func look() {
        let disk = KillPoints.disk(root)
        disks.withLock { disks in
            if disks.last != disk { disks.append(disk) }
        }
    }

    /// Puts files where they lay, below another folder.
    static func restore(_ disk: Disk, below root: String) throws {
        for (path, bytes) in disk {
            let url = URL(fileURLWithPath: root + "/" + path)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
            try bytes.write(to: url)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: url.path)
        }
    }

    /// All files but the index of the write-ahead log, which SQLite makes anew, and the locks, which die with who holds
    /// them.
    private static func disk(_ root: String) -> Disk {
        var disk: Disk = [:]
        for path in FileManager.default.enumerator(atPath: root)?.compactMap({ $0 as? String }) ?? [] {
            guard !path.hasSuffix("-shm"), !path.hasPrefix("store/locks/") else { continue }
            // A folder has no contents.
            if let bytes = FileManager.default.contents(atPath: root + "/" + path) { disk[path] = bytes }
        }
        return disk
    }

    func observes(eventsOfKind eventKind: DatabaseEventKind) -> Bool { false }
    func databaseDidChange(with event: DatabaseEvent) {}
    func databaseWillCommit() { look() }
    func databaseDidCommit(_ database: Database) { look() }
    func databaseDidRollback(_ database: Database) {}
}
