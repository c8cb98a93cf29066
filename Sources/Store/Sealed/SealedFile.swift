public import Events

/// A sealed file as the catalog records it.
public struct SealedFile: Hashable, Sendable {
    public let name: SealedName
    /// The lines in it.
    public let lines: Int
    public let bytes: Int64
    /// SHA-256 of the whole file.
    public let digest: [UInt8]
    /// What it is sealed to, and what it goes with.
    public let pair: PairName
    /// The supplement of its day in whose epoch the events of its lines are; nil if that is not known, or if there are none.
    public var supplement: Int?
    /// Up to which change the list of objections was heeded when its lines passed the gate.
    public var revision: Int64

    public init(
        name: SealedName, lines: Int, bytes: Int64, digest: [UInt8], pair: PairName, supplement: Int? = nil,
        revision: Int64 = 0
    ) {
        precondition(pair.seals(name), "a file is sealed to a pair of what it is of")
        self.name = name
        self.lines = lines
        self.bytes = bytes
        self.digest = digest
        self.pair = pair
        self.supplement = supplement
        self.revision = revision
    }
}
