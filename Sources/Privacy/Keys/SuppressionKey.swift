/// The random key of the tags by which the lines of people who object are known.
///
/// It lives as long as the store: with it goes all that the list says.
public struct SuppressionKey: ~Copyable, Sendable {
    let secret: SecretKey

    init(_ secret: consuming SecretKey) {
        self.secret = secret
    }

    /// A key that is never written, for dry runs: its tags match nothing that is listed.
    public static func throwaway() -> SuppressionKey { SuppressionKey(.random()) }
}
