public import Events

/// Says that what was kept for a term is gone, and what was done to that end: see <doc:Certificates>.
///
/// Made from what was on record before the destruction. It holds no identifier, no log line and no key but public ones.
public struct Certificate: Hashable, Sendable {
    /// How data were destroyed.
    public enum Method: String, Sendable, Decodable {
        /// The key was destroyed that alone opens them, then the files were removed.
        case cryptoErasure = "crypto-erasure"
        /// The files were removed; what an old disk block or a backup still holds can be read.
        case deletion
    }

    /// The hold that records were kept by.
    public struct Hold: Hashable, Sendable, Decodable {
        public var number: Int
        /// Whether somebody gave it up before its term was over.
        public var released: Bool

        public init(number: Int, released: Bool) {
            self.number = number
            self.released = released
        }
    }

    /// The keys of a day's sealed lines.
    public struct Keys: Hashable, Sendable, Decodable {
        /// The fingerprint of the public half of the day's pair.
        public var day: String
        /// The number of the key-encryption key that was destroyed, and of the one that came after it.
        public var keyEncryptionDestroyed: UInt32
        public var keyEncryptionNow: UInt32

        public init(day: String, keyEncryptionDestroyed: UInt32, keyEncryptionNow: UInt32) {
            self.day = day
            self.keyEncryptionDestroyed = keyEncryptionDestroyed
            self.keyEncryptionNow = keyEncryptionNow
        }
    }

    /// SHA-256 of the key directory before and after, in hexadecimal digits.
    public struct KeyDirectoryDigests: Hashable, Sendable, Decodable {
        public var before: String
        public var after: String

        public init(before: String, after: String) {
            self.before = before
            self.after = after
        }
    }

    /// One of those who could read the day.
    public struct OfficerEntry: Hashable, Sendable, Decodable {
        public var name: String
        public var fingerprint: String
        /// Whether the private half still waited in the key directory to be carried away: then whoever had the directory had
        /// both.
        public var privateHalfWaits: Bool

        public init(name: String, fingerprint: String, privateHalfWaits: Bool) {
            self.name = name
            self.fingerprint = fingerprint
            self.privateHalfWaits = privateHalfWaits
        }
    }

    /// One file that was destroyed.
    public struct File: Hashable, Sendable, Decodable {
        public var name: String
        public var bytes: Int64
        /// In hexadecimal digits.
        public var sha256: String
        /// Its lines, or rows.
        public var lines: Int

        public init(name: String, bytes: Int64, sha256: String, lines: Int) {
            self.name = name
            self.bytes = bytes
            self.sha256 = sha256
            self.lines = lines
        }
    }

    /// A partition that another one has taken the place of.
    public struct ReplacedPartition: Hashable, Sendable, Decodable {
        public var name: String
        /// In hexadecimal digits.
        public var sha256: String

        public init(name: String, sha256: String) {
            self.name = name
            self.sha256 = sha256
        }
    }

    /// What was destroyed: ``RetentionClass/raw``, with the rejects of the day, ``RetentionClass/events``,
    /// ``RetentionClass/coarse``, the class of a hold, or ``RetentionClass/requests`` for a request or a hold's filter.
    public var kind: RetentionClass
    public var day: Day
    /// The term under which it was kept, as policies write it; nil if an order named the last day.
    public var term: RetentionTerm?
    /// What the term rests on, `law` or `own`; nil but for raw lines.
    public var basis: String?
    /// The hold that it was kept by; nil but for held records and filters.
    public var hold: Hold?
    /// The number of the request that it was about; nil but for requests.
    public var request: Int?
    /// The last day on which it was to be kept.
    public var lastKept: Day
    /// Milliseconds since 1970.
    public var destroyed: Int64
    public var method: Method
    /// What tells the store from others, if it has such a name.
    public var store: String?
    /// Nil for a deletion.
    public var keys: Keys?
    /// Nil for a deletion.
    public var keyDirectory: KeyDirectoryDigests?
    /// Where the key-encryption key lived: `T0` for a file.
    public var tier: String
    public var officers: [OfficerEntry]
    public var files: [File]
    /// Partitions with events of the day that were deleted before, and not crypto-erased.
    public var replacedPartitions: [ReplacedPartition]
    /// Paths of input files that still hold lines of the day.
    public var inputsLeft: [String]

    public init(
        kind: RetentionClass, day: Day, term: RetentionTerm?, basis: String? = nil, hold: Hold? = nil,
        request: Int? = nil, lastKept: Day, destroyed: Int64, method: Method, store: String? = nil, keys: Keys? = nil,
        keyDirectory: KeyDirectoryDigests? = nil,
        tier: String = "T0", officers: [OfficerEntry] = [], files: [File] = [],
        replacedPartitions: [ReplacedPartition] = [], inputsLeft: [String] = []
    ) {
        self.kind = kind
        self.day = day
        self.term = term
        self.basis = basis
        self.hold = hold
        self.request = request
        self.lastKept = lastKept
        self.destroyed = destroyed
        self.method = method
        self.store = store
        self.keys = keys
        self.keyDirectory = keyDirectory
        self.tier = tier
        self.officers = officers
        self.files = files
        self.replacedPartitions = replacedPartitions
        self.inputsLeft = inputsLeft
    }
}
