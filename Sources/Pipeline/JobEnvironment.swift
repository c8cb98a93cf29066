import Events
public import Privacy
import Store

/// What jobs take from outside: where store and keys lie, what time it is, what machine this is.
public struct JobEnvironment: Sendable {
    public let storePath: String
    public let keysPath: String
    public let hostName: String
    /// Milliseconds since 1970.
    public let now: @Sendable () -> Int64
    /// The machine's time in milliseconds since 1970, where ``now`` is another one; nil where it is the same.
    public let clock: (@Sendable () -> Int64)?
    /// Told what a person should know and no summary says.
    public let warn: @Sendable (String) -> Void
    public let settings: Settings
    /// Asks a person who gave the time by hand whether it is meant; false if it is not, or nobody can be asked.
    public var confirm: @Sendable (_ question: String) throws -> Bool = { _ in false }
    /// What `policy.yaml` says; which version rules in a store is for ``ruling(in:keys:)`` to tell.
    public internal(set) var policy: Policy

    public init(
        storePath: String, keysPath: String, hostName: String, settings: Settings = Settings(),
        policy: Policy = PolicyFile.builtIn, clock: (@Sendable () -> Int64)? = nil,
        warn: @escaping @Sendable (String) -> Void = { _ in },
        now: @escaping @Sendable () -> Int64
    ) {
        self.storePath = storePath
        self.keysPath = keysPath
        self.hostName = hostName
        self.settings = settings
        self.policy = policy
        self.clock = clock
        self.warn = warn
        self.now = now
    }

    /// Whether there is a store already.
    public var storeExists: Bool { Store.exists(at: storePath) }

    func openStore(create: Bool) throws -> Store {
        let store = try Store(root: storePath, create: create) { SHA256Digest() }
        if let wanted = settings.timeZone, let name = try store.catalog.value(of: .timeZone), wanted.name != name {
            throw JobError(
                .configuration,
                "\(wanted.place): The days of this store are those of \(name), for good. Write that, or auto.")
        }
        return store
    }

    func openKeys(create: Bool) throws -> KeyDirectory {
        try KeyDirectory(path: keysPath, create: create)
    }

    /// The audit log of the store.
    public func audit(_ keys: KeyDirectory) -> AuditLog { AuditLog(environment: self, keys: keys) }

    /// What tells country and region of an address; nil if the policy stores neither, or names no file.
    ///
    /// - Throws: ``JobError`` (configuration) if the file cannot be used.
    static func places(of policy: Policy) throws -> PlaceDatabase? {
        guard let path = policy.options.placesPath, policy.stores(.text(.country)) || policy.stores(.text(.region))
        else {
            return nil
        }
        do throws(PlaceDatabaseError) {
            return try PlaceDatabase.open(path)
        } catch {
            throw JobError(.configuration, "places in policy.yaml: \(error)")
        }
    }

    /// Makes the first officer's pair where there is no officer yet.
    /// - Returns: where its private half waits to be carried away; nil if there was an officer.
    func makeFirstOfficer(in keys: KeyDirectory) throws -> String? {
        try keys.makeFirstOfficer(on: StoreCalendar.utc.day(of: now() / 1000)) ? keys.waitingKeyPath : nil
    }

    /// The zone of times that are written without one: the store's if it is fixed, else the machine's.
    func zone(of store: Store) throws -> StoreCalendar {
        try store.catalog.value(of: .timeZone).flatMap(StoreCalendar.init) ?? StoreCalendar.machine ?? .utc
    }

    /// The calendar of a store, which is fixed when it is first asked for.
    ///
    /// - Parameter logOffset: seconds from UTC in the log's own times; used for a new store on a machine that keeps
    ///   UTC, if the settings name no zone.
    func calendar(of store: Store, logOffset: Int?) throws -> StoreCalendar {
        let name =
            try store.catalog.value(of: .timeZone)
            ?? store.catalog.fix(
                .timeZone,
                to: settings.timeZone?.name
                    ?? (StoreCalendar.machine ?? logOffset.flatMap(StoreCalendar.offset) ?? .utc).name)
        guard let calendar = StoreCalendar(name) else {
            throw JobError(
                .configuration,
                "The store's time zone \(name) is not known on this machine. Install the tzdata package.")
        }
        return calendar
    }
}
