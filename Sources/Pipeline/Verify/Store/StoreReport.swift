public import Events

/// What came out when a store was held against its catalog.
public struct StoreReport: Sendable {
    /// Files on record that were read.
    public internal(set) var partitions = 0
    public internal(set) var sealedFiles = 0
    public internal(set) var certificates = 0
    /// Epochs whose statistics were checked.
    public internal(set) var releases = 0
    /// Bytes of partitions and sealed files.
    public internal(set) var bytes: Int64 = 0
    /// Frames whose tags were checked by a key.
    public internal(set) var frames = 0
    /// What is wrong.
    public internal(set) var findings: [StoreFinding] = []
    /// What was wrong and has been set right.
    public internal(set) var repaired: [StoreFinding] = []
    /// Days that are not sealed to the officer whose key was shown.
    public internal(set) var unopenedDays: [Day] = []
    /// Whether frames were opened.
    public internal(set) var hasOfficer = false
    /// Whether a key directory was there.
    public internal(set) var hasKeys = false

    public var isGood: Bool { findings.isEmpty }

    mutating func add(_ other: DayCheck) {
        partitions += other.partitions
        sealedFiles += other.sealedFiles
        bytes += other.bytes
        frames += other.frames
        findings += other.findings
    }
}
