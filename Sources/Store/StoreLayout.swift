public import Events

/// Where everything lies in a store.
public struct StoreLayout: Sendable {
    public let root: String

    public init(root: String) {
        self.root = root
    }

    public var catalog: String { root + "/catalog.sqlite" }
    public var events: String { root + "/events" }
    public var locks: String { root + "/locks" }
    /// What was done with the store, by whom and when, chained and sealed against changes.
    public var auditLog: String { root + "/audit.log" }

    /// The proofs of what was destroyed, for anybody to read who may read the store.
    public var certificates: String { root + "/certificates" }

    /// The folder of a day's partitions, in the Hive form that every engine reads.
    public func folder(of day: Day) -> String { "\(events)/date=\(day)" }

    /// The tree of sealed files of a kind, which none but their owner may list.
    func tree(of kind: RetentionClass) -> String { "\(root)/\(StoreLayout.tree(of: kind))" }

    /// Where the trees of held records lie.
    var holds: String { root + "/holds" }

    /// The path of a sealed file below the store's folder.
    public static func relativePath(of name: SealedName) -> String {
        "\(tree(of: name.kind))/date=\(name.day)/\(name.final)"
    }

    /// The path of the tree of sealed files of a kind below the store's folder.
    public static func tree(of kind: RetentionClass) -> String {
        switch kind {
        case .raw: "vault"
        case .rejects, .requests, .corrections: kind.rawValue
        default: "holds/\(kind.rawValue)"
        }
    }

    func folder(of name: SealedName) -> String { folder(of: name.kind, name.day) }

    func folder(of kind: RetentionClass, _ day: Day) -> String { "\(tree(of: kind))/date=\(day)" }

    func path(of name: SealedName) -> String { "\(folder(of: name))/\(name.final)" }

    /// Where a sealed file is written.
    func staged(_ name: SealedName) -> String {
        "\(staging)/\(PartitionName(writer: name.writer, sequence: name.sequence).inProgress)"
    }

    /// Where files are written and days are assembled, outside the tree that readers list; on the same file system, so
    /// that renames are atomic.
    var staging: String { root + "/staging" }

    /// Where a day is assembled before its folder is exchanged.
    func aside(_ day: Day, generation: Int) -> String { "\(staging)/date=\(day)-g\(generation)" }

    /// An empty file in a day's folder that says how often the folder has been exchanged.
    func generationMark(_ generation: Int) -> String { ".generation-\(generation)" }

    /// Held while the catalog is opened, and made if it is not there.
    var creationLock: String { "\(locks)/creation" }
    /// Held by the one aggregation that may run.
    var aggregationLock: String { "\(locks)/aggregation" }
    /// Held while a request is opened, so that each has a number and a pair of keys of its own.
    var requestLock: String { "\(locks)/requests" }
    /// Held by the one process that may do what requests ask for.
    var requestWorkLock: String { "\(locks)/request-work" }
    /// Held while the audit log is written to; shared by those who check it.
    var auditLock: String { "\(locks)/audit" }
    /// Held while a hold is added, approved or released.
    var holdLock: String { "\(locks)/holds" }
    /// One byte a file, by its inode: held while the file is read, so that two runs do not count it at once.
    var inputLocks: String { "\(locks)/inputs" }
    /// One byte an epoch: shared by those who have rows of it on the way, exclusive for who closes it.
    var epochLocks: String { "\(locks)/epochs" }
    /// One byte a quarter of an hour of each day: shared by those who have lines of the day on the way that came while it was
    /// frozen up to there.
    var hourLocks: String { "\(locks)/hours" }
    /// One byte a revision of the list of objections: shared by those who have lines on the way that were held against it.
    var objectionLocks: String { "\(locks)/objections" }
    /// One byte a day: held while files are renamed into its folder, or the folder is exchanged.
    var dayLocks: String { "\(locks)/days" }
    /// Held for life by who writes under the name.
    func writerLock(_ name: String) -> String { "\(locks)/writer-\(name)" }
}
