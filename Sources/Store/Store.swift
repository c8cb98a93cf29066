public import Events

/// A store on disk: its folders, its catalog, its locks.
public final class Store {
    public let layout: StoreLayout
    public let catalog: Catalog
    let makeDigest: () -> any StreamDigest

    /// Opens a store.
    ///
    /// - Parameters:
    ///   - create: whether to make the store if it is not there.
    ///   - digest: makes an empty SHA-256.
    /// - Throws: ``StoreError``: missing, cannotCreate, configuration (written by a newer version), damaged.
    public init(root: String, create: Bool, digest: @escaping () -> any StreamDigest) throws {
        layout = StoreLayout(root: root)
        makeDigest = digest
        if !create { try Store.expect(at: root) }
        if create {
            try FileSystem.makeFolders(root)
            try FileSystem.makeFolder(layout.events)
        }
        try FileSystem.makeFolder(layout.locks, mode: 0o700)
        try FileSystem.makeFolder(layout.staging, mode: 0o700)
        // Two that make a store at once would both set up its catalog.
        let lock = try FileLock(layout.creationLock, .exclusive, waiting: true)
        defer { withExtendedLifetime(lock) {} }
        catalog = try Catalog(path: layout.catalog)
    }

    /// Whether there is a store in the folder.
    public static func exists(at root: String) -> Bool {
        FileSystem.kind(StoreLayout(root: root).catalog) == .file
    }

    /// - Throws: ``StoreError`` (missing) if there is no store in the folder.
    static func expect(at root: String) throws {
        guard Store.exists(at: root) else {
            throw StoreError(
                .missing,
                "There is no store at \(root). Run `footfall ingest` first, or name the store with --store or FOOTFALL_STORE."
            )
        }
    }

    /// Takes the first free writer name of this host, and with it the right to write files under that name.
    public func takeWriter(host: String) throws -> Writer {
        let stem = host.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }.prefix(40)
        for number in 1...10_000 {
            let name = "\(stem.isEmpty ? "host" : stem)-\(number)"
            if let lock = try FileLock(layout.writerLock(name), .exclusive, waiting: false) {
                return Writer(store: self, name: name, lock: lock)
            }
        }
        throw StoreError(.busy, "Ten thousand processes write to this store already. End some of them.")
    }

    /// Takes the right to aggregate.
    /// - Throws: ``StoreError`` (busy) if another process aggregates.
    public func lockAggregation() throws -> FileLock {
        guard let lock = try FileLock(layout.aggregationLock, .exclusive, waiting: false) else {
            throw StoreError(
                .busy,
                "Another `footfall aggregate` is running on this store. Run the command again when it has finished.")
        }
        return lock
    }

    /// Takes the right to write to the audit log of a store, or to read it while nobody does, waiting for it.
    ///
    /// - Throws: ``StoreError`` (missing) if there is no store in the folder.
    public static func lockAudit(inStore root: String, _ mode: FileLock.Mode) throws -> FileLock? {
        try expect(at: root)
        let layout = StoreLayout(root: root)
        try FileSystem.makeFolder(layout.locks, mode: 0o700)
        return try FileLock(layout.auditLock, mode, waiting: true)
    }

    /// Keeps other runs from reading the file with this inode.
    ///
    /// Files of two devices may share an inode; then one waits without need.
    /// - Parameter waiting: whether to wait until no other run reads it.
    /// - Returns: nil if another run reads it and the call was not to wait.
    public func lockInput(node: UInt64, waiting: Bool = true) throws -> FileLock? {
        try FileLock(layout.inputLocks, at: [Int64(node & 0x7FFF_FFFF_FFFF_FFFF)], .exclusive, waiting: waiting)
    }

    /// The locks by which a writer keeps epochs from being closed while it has rows of them on the way.
    public func epochLocks() throws -> EpochLocks {
        try EpochLocks(path: layout.epochLocks)
    }

    /// Waits until no writer holds rows of the epoch.
    public func drainEpoch(_ epoch: Epoch) throws -> FileLock? {
        try FileLock(layout.epochLocks, at: [epoch.lockPlace], .exclusive, waiting: true)
    }
}
