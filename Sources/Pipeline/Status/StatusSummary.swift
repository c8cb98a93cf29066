public import Events
public import Privacy
public import Store

/// What a store holds, what is due and what is wrong.
public struct StatusSummary: Sendable {
    public let storePath: String
    public let keysPath: String
    /// The day in the store's time zone.
    public let today: Day
    /// Events of closed days by the second.
    public internal(set) var fine: StoredDays
    /// Events of closed days by the hour.
    public internal(set) var coarse: StoredDays
    /// Events that wait to be closed.
    public internal(set) var open: StoredDays
    /// Sealed lines and rejects.
    public internal(set) var sealed: StoredDays
    /// Records that holds keep.
    public internal(set) var held: StoredDays
    /// Released statistics.
    public internal(set) var released: StoredDays
    /// The certificates on record.
    public internal(set) var certificates = 0
    public internal(set) var officers: [Officer] = []
    /// The lines of the audit log; nil if it cannot be read.
    public internal(set) var auditLines: Int?
    /// What goes next; nil if nothing does, or nobody can tell.
    public internal(set) var next: ExpiryItem?
    public internal(set) var problems: [StatusProblem] = []

    public var needsPerson: Bool { problems.contains(where: \.needsPerson) }

    /// Looks at what is on record; the rest is filled in later.
    init(of store: Store, keysPath: String, today: Day) throws {
        storePath = store.layout.root
        self.keysPath = keysPath
        self.today = today
        fine = try store.catalog.storedEvents(coarse: false)
        coarse = try store.catalog.storedEvents(coarse: true)
        open = try store.catalog.storedOpenEvents()
        sealed = try store.catalog.storedSealedLines()
        held = try store.catalog.storedHeldRecords()
        released = try store.catalog.storedReleases()
    }

    /// Whether anything was ever stored.
    var isBlank: Bool { fine.days + coarse.days + open.days + sealed.days + held.days + released.days == 0 }
}
