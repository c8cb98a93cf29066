/// An identifier that stands in sealed lines.
///
/// Raw lines hold identifiers until they are erased or destroyed, so this is no leak; who has erased a person's lines learns by
/// it that some are left.
public struct SealedLeakFinding: Hashable, Sendable {
    /// The line of the identifier in the list, from 1.
    public let line: Int
    public let notation: LeakNotation
    /// The path in the store.
    public let file: String
    /// Counted from 0.
    public let frame: Int
    /// Why it is still there.
    public let reason: SealedLeakReason
    /// How often it was found in the frame for that reason.
    public internal(set) var count: Int
}
