import Privacy
import Store

/// Finishes what the replacing of sealed files has left: files that are to be removed, and pairs that are to be destroyed;
/// corrections of which all days are destroyed are among them.
///
/// The caller holds the right to aggregate, and has recovered the store. Doing it again does nothing.
struct ReplacedPairs {
    let store: Store
    let directory: KeyDirectory
    let log: AuditLog

    func finish() throws {
        try store.catalog.dropCorrections()
        try store.removeReplacedFiles()
        let doomed = try store.catalog.doomedPairs()
        guard !doomed.isEmpty else { return }
        let rotation = try directory.rotateKeyEncryption(destroying: doomed)
        if let now = rotation.inForce {
            for old in rotation.replaced {
                try log.append(.keyRotated, [.count(.number, Int(old)), .count(.next, Int(now))])
            }
        }
        try store.catalog.forgetDoomed(doomed)
    }
}
