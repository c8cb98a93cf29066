extension KeyDirectory {
    private static let store = "store.id"
    private static let storeByteLimit = 256

    /// Where the name of the store lies that the keys belong to.
    public var storeNamePath: String { "\(path)/\(KeyDirectory.store)" }

    /// The name of the store that the keys belong to; nil if they belong to none yet.
    public func storeName() throws(KeyDirectoryError) -> String? {
        try KeyFiles.checkFolder(path)
        guard let content = try KeyFiles.readWhole(storeNamePath, atMost: KeyDirectory.storeByteLimit) else {
            return nil
        }
        let text = unsafe content.withUnsafeBytes { unsafe String(decoding: $0, as: UTF8.self) }
        guard text.last == "\n", KeyDirectory.isStoreName(text.dropLast()) else {
            throw .malformed(path: storeNamePath)
        }
        return String(text.dropLast())
    }

    /// Binds the keys to a store, once.
    ///
    /// - Parameter name: one that ``makeStoreName()`` has made.
    /// - Returns: the name of the store that they belong to now; another writer may have been first.
    public func bind(toStore name: String) throws(KeyDirectoryError) -> String {
        precondition(KeyDirectory.isStoreName(name), "the name of a store")
        try KeyFiles.checkFolder(path)
        _ = try KeyFiles.publish(name + "\n", as: KeyDirectory.store, in: path)
        return try storeName() ?? name
    }

    /// A random name for a store: 32 hexadecimal digits.
    public static func makeStoreName() -> String {
        let (high, low) = (UInt64.random(in: .min ... .max), UInt64.random(in: .min ... .max))
        return [high, low].map { word in
            let digits = String(word, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }

    private static func isStoreName(_ text: some StringProtocol) -> Bool {
        text.utf8.count == 32 && text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    }
}
