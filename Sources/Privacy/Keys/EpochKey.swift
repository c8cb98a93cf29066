public import Events

/// The random key of one epoch, from which the keys of all pseudonymised fields are derived.
///
/// Random and never derived itself: a derived key can be derived again, and then erasing it is a fiction.
public struct EpochKey: ~Copyable, Sendable {
    public let epoch: Epoch
    let secret: SecretKey

    init(epoch: Epoch, secret: consuming SecretKey) {
        self.epoch = epoch
        self.secret = secret
    }

    /// A key that is never written, for dry runs: its pseudonyms match nothing that is stored.
    public static func throwaway(for epoch: Epoch) -> EpochKey {
        EpochKey(epoch: epoch, secret: .random())
    }
}
