/// The random key under which the content read in one month is remembered.
public struct IdentityKey: ~Copyable, Sendable {
    public let month: Month
    let secret: SecretKey

    init(month: Month, secret: consuming SecretKey) {
        self.month = month
        self.secret = secret
    }

    /// A key that is never written, for dry runs.
    public static func throwaway(for month: Month) -> IdentityKey {
        IdentityKey(month: month, secret: .random())
    }
}
