/// What a search for identifiers looked at, and what it found.
public struct LeakReport: Sendable {
    /// Something in the store that could not be looked into.
    public struct Unsearched: Sendable {
        public let file: String
        public let reason: String
    }

    /// How many identifiers were searched for.
    public let identifiers: Int
    /// Lines of the list whose identifiers are too short to be searched for.
    public let tooShort: [Int]
    /// How many byte strings were searched for.
    public let forms: Int
    /// The notations among them.
    public let notations: [LeakNotation]
    /// How many of them are the 4 bytes of an address.
    let rawForms: Int

    public internal(set) var files = 0
    /// Of all files as they lie on disk.
    public internal(set) var bytes: Int64 = 0
    /// Pages of Parquet files.
    public internal(set) var pages = 0
    /// gzip members outside of Parquet files that can be read.
    public internal(set) var members = 0
    /// Of pages and members without compression.
    public internal(set) var inflatedBytes: Int64 = 0
    /// Bytes in which short forms were searched for.
    public internal(set) var shortFormBytes: Int64 = 0
    public internal(set) var findings: [LeakFinding] = []
    public internal(set) var unsearched: [Unsearched] = []
    /// Whether sealed lines were searched, by an officer's key.
    public internal(set) var hasOfficer = false
    /// What stands in sealed lines, apart from what stands where anybody can read it.
    public internal(set) var sealedFindings: [SealedLeakFinding] = []
    /// Frames that were opened.
    public internal(set) var sealedFrames = 0
    /// Of what they inflated to.
    public internal(set) var sealedBytes: Int64 = 0

    /// Whether a person has to look at the store: something was found where none may stand, or could not be looked into.
    ///
    /// What is sealed is kept for a reason, but for lines that should have been erased.
    public var needsPerson: Bool {
        !findings.isEmpty || !unsearched.isEmpty || sealedFindings.contains { $0.reason == .overdue }
    }

    /// How often something was found in sealed files, by the words for the reasons for which it is there.
    public var sealedCounts: [(reason: String, count: Int)] {
        Dictionary(sealedFindings.map { ($0.reason.name, $0.count) }, uniquingKeysWith: +)
            .sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// How often 4 bytes of addresses would be found if everything that was searched for them were random; real stores
    /// are not, so it is fewer.
    public var expectedByChance: Double { Double(rawForms) * Double(shortFormBytes) / 4_294_967_296 }
}
