public import Events

/// The folder of keys.
///
/// `epochs/<epoch>.key`, `identity/<YYYY-MM>.key`, `kek/<n>.key` and `suppression.key` are 32 random bytes each,
/// `days/<name>.key` is a ``SealedPair``, of a day or of what else has one, `officers/<name>.pub` the public half of an
/// ``Officer``, and `signing.key` the ``SigningKey``. Until the first officer has carried it away, the private half of the
/// first pair lies beside them. `days.next` is there only while a key-encryption key takes the place of another.
///
/// A key comes into being whole or not at all: a temporary file is written and flushed, then linked to its final name,
/// so that two writers that start at once agree on one key. Folders have mode 700 and files mode 600; anything more
/// open, or owned by another user, is refused before a byte is read, since such a key may already be known to others.
public struct KeyDirectory: Sendable {
    public let path: String

    var epochs: String { path + "/epochs" }
    var identity: String { path + "/identity" }
    var keyEncryption: String { path + "/kek" }
    var days: String { path + "/days" }
    var officerFolder: String { path + "/officers" }
    static let suffix = ".key"

    /// Opens the key directory at `path`, making it and its folders first if `create` says so.
    public init(path: String, create: Bool = false) throws(KeyDirectoryError) {
        self.path = path
        if create { try KeyFiles.makeFolder(path) }
        try KeyFiles.checkFolder(path)
        for folder in [epochs, identity, keyEncryption, days, officerFolder] {
            try KeyFiles.makeFolder(folder)
            try KeyFiles.checkFolder(folder)
        }
    }

    /// The key of `epoch`, made now if there is none and `create` says so.
    public func epochKey(_ epoch: Epoch, create: Bool) throws(KeyDirectoryError) -> EpochKey? {
        guard let secret = try key("\(epoch)", in: epochs, create: create) else { return nil }
        return EpochKey(epoch: epoch, secret: secret)
    }

    /// The epochs whose keys live, in ascending order.
    public func epochList() throws(KeyDirectoryError) -> [Epoch] {
        try stems(in: epochs).compactMap { Epoch($0) }.sorted()
    }

    /// Destroys the key of `epoch`: overwritten, flushed, removed.
    ///
    /// Doing it again does nothing.
    public func destroyEpochKey(_ epoch: Epoch) throws(KeyDirectoryError) {
        try KeyFiles.destroy("\(epoch)" + KeyDirectory.suffix, in: epochs)
    }

    /// The key that remembers what is read in `month`, made now if there is none and `create` says so.
    public func identityKey(_ month: Month, create: Bool) throws(KeyDirectoryError) -> IdentityKey? {
        guard let secret = try key("\(month)", in: identity, create: create) else { return nil }
        return IdentityKey(month: month, secret: secret)
    }

    /// The months whose identity keys live, in ascending order.
    public func identityMonths() throws(KeyDirectoryError) -> [Month] {
        try stems(in: identity).compactMap { Month($0) }.sorted()
    }

    /// Destroys the key of `month`: overwritten, flushed, removed.
    ///
    /// Doing it again does nothing.
    public func destroyIdentityKey(_ month: Month) throws(KeyDirectoryError) {
        try KeyFiles.destroy("\(month)" + KeyDirectory.suffix, in: identity)
    }

    func key(_ stem: String, in folder: String, create: Bool) throws(KeyDirectoryError) -> SecretKey? {
        let name = stem + KeyDirectory.suffix
        try checkFolders(folder)
        if let present = try KeyFiles.read("\(folder)/\(name)") { return present }
        guard create else { return nil }
        let made = SecretKey.random()
        if try KeyFiles.publish(made, as: name, in: folder) { return made }
        return try KeyFiles.read("\(folder)/\(name)")
    }

    /// Refuses a folder that has been opened up since.
    func checkFolders(_ folder: String) throws(KeyDirectoryError) {
        try KeyFiles.checkFolder(path)
        try KeyFiles.checkFolder(folder)
    }

    /// The names of the files that end with `suffix`, without it, in no order.
    func stems(in folder: String, suffix: String = KeyDirectory.suffix) throws(KeyDirectoryError) -> [String] {
        try KeyFiles.names(in: folder).filter { $0.hasSuffix(suffix) && !$0.hasPrefix(".") }
            .map { String($0.dropLast(suffix.count)) }
    }
}
