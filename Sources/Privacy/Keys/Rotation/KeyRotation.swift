public import Events

/// What a rotation of the key-encryption key has done.
public struct KeyRotation: Hashable, Sendable {
    /// The numbers of the keys that were destroyed, in ascending order; empty if nothing was to be done, more than one
    /// if a crash had interrupted a rotation that destroyed other pairs.
    public let replaced: [UInt32]
    /// The number of the key that is in force now; nil if there is none.
    public let inForce: UInt32?
    /// Those of the pairs asked for that this call has found, in ascending order; they are gone.
    ///
    /// What an earlier call had removed before a crash is not told again.
    public let destroyed: [PairName]
    /// The paths of what lies among the pairs and cannot be opened by any key-encryption key here, be it damaged or no pair at
    /// all; it was kept as it is.
    public let unopenable: [String]
}
