internal import Events

/// What a rotation of the key-encryption key finds in the folder of the pairs, and in the one beside it.
struct PairWrappings {
    /// The pairs that are to be kept.
    var survivors: [SealedPair] = []
    /// What is to be kept and no key here opens: the bytes of each such file, by its name.
    var unopenable: [String: [UInt8]] = [:]
    /// The pairs that are to be destroyed and lie in the live folder.
    var doomed: Set<PairName> = []
    /// Those that lie in the folder beside it.
    var doomedAside: Set<PairName> = []
    /// The numbers of the key-encryption keys that a pair to be destroyed lies under, in either folder.
    ///
    /// Be it under the name that a crash has left of its making. None of these keys may stay.
    var doomedNumbers: Set<UInt32> = []
    /// Whether the folder beside the live one is there: a rotation was interrupted.
    var isBegun = false

    /// Whether the exchange is done, or none is needed: what lives lies under the key `inForce` and is to be kept.
    func isSettled(under inForce: UInt32?) -> Bool {
        doomed.isEmpty && survivors.allSatisfy { $0.keyEncryptionNumber == inForce }
            && !(inForce.map(doomedNumbers.contains) ?? false)
    }
}
