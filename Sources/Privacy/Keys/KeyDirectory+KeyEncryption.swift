extension KeyDirectory {
    /// The key-encryption key in force, made now if there is none and `create` says so.
    ///
    /// - Throws: ``KeyDirectoryError``.
    public func keyEncryptionKey(create: Bool) throws -> KeyEncryptionKey? {
        try KeyFiles.locked(path, create ? .exclusive : .shared) { try keyEncryptionInForce(create: create) }
    }

    /// The numbers of the key-encryption keys that live, in ascending order; the last is in force.
    ///
    /// More than one live while a rotation is under way, and after one that a crash has interrupted.
    public func keyEncryptionNumbers() throws(KeyDirectoryError) -> [UInt32] {
        try stems(in: keyEncryption).compactMap { stem in
            UInt32(stem).flatMap { $0 > 0 && "\($0)" == stem ? $0 : nil }
        }.sorted()
    }

    /// As ``keyEncryptionKey(create:)``, for those who hold the lock.
    func keyEncryptionInForce(create: Bool) throws(KeyDirectoryError) -> KeyEncryptionKey? {
        let number = try keyEncryptionNumbers().last ?? 1
        guard let secret = try key("\(number)", in: keyEncryption, create: create) else { return nil }
        return KeyEncryptionKey(number: number, secret: secret)
    }

    /// The key of a number, if it lives; for those who hold the lock.
    func keyEncryptionKey(_ number: UInt32) throws(KeyDirectoryError) -> KeyEncryptionKey? {
        guard let secret = try key("\(number)", in: keyEncryption, create: false) else { return nil }
        return KeyEncryptionKey(number: number, secret: secret)
    }
}
