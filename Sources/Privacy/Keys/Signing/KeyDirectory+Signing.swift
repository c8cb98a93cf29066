extension KeyDirectory {
    static let signing = "signing"

    /// The key that signs certificates, made now if there is none and `create` says so.
    public func signingKey(create: Bool) throws(KeyDirectoryError) -> SigningKey? {
        guard let secret = try key(KeyDirectory.signing, in: path, create: create) else { return nil }
        return SigningKey(secret)
    }
}
