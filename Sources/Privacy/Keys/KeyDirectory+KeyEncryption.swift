extension KeyDirectory {
    /// The key-encryption key in force, made now if there is none and `create` says so.
    public func keyEncryptionKey(create: Bool) throws(KeyDirectoryError) -> KeyEncryptionKey? {
        let number = try keyEncryptionNumbers().last ?? 1
        guard let secret = try key("\(number)", in: keyEncryption, create: create) else { return nil }
        return KeyEncryptionKey(number: number, secret: secret)
    }

    /// The numbers of the key-encryption keys that live, in ascending order; the last is in force.
    public func keyEncryptionNumbers() throws(KeyDirectoryError) -> [UInt32] {
        try stems(in: keyEncryption).compactMap { stem in
            UInt32(stem).flatMap { $0 > 0 && "\($0)" == stem ? $0 : nil }
        }.sorted()
    }
}
