extension KeyDirectory {
    static let suppression = "suppression"

    /// The key of the list of objections, made now if there is none and `create` says so.
    public func suppressionKey(create: Bool) throws(KeyDirectoryError) -> SuppressionKey? {
        guard let secret = try key(KeyDirectory.suppression, in: path, create: create) else { return nil }
        return SuppressionKey(secret)
    }
}
