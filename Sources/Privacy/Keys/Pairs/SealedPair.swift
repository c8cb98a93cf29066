public import Events

/// A pair of keys: its public half in clear, which is all that writing needs, and its private half sealed twice.
///
/// The private half is sealed to every officer (``HybridSeal``), and the whole of that once more under the key-encryption
/// key with AES-256-GCM. So neither the officers alone can open what is sealed to a pair whose key-encryption key is
/// destroyed, nor can those who hold the key directory but no officer's key.
///
/// The file, integers with the highest byte first: the 8 bytes `footday` and the version 1; the number of the
/// key-encryption key in 4 bytes; the public half, 32 bytes; then nonce, sealed text and tag of AES-GCM. What they hold is
/// for each officer 8 bytes, the SHA-256 of whose public half begins so, and the sealed private half of 80 bytes. All that
/// stands before the nonce, and the name, are authenticated with it, and keys are derived for the name alone: the file of
/// one pair does not open as that of another. The name of a day's first pair is the day, as it was when only days had pairs.
public struct SealedPair: Sendable {
    public let name: PairName
    /// What data are sealed to.
    public let publicHalf: PublicHalf
    /// The number of the key-encryption key that opens it.
    public let keyEncryptionNumber: UInt32

    let sealed: [UInt8]

    static let byteLimit = 1 << 20
    static let magic = Array("footday".utf8) + [1]
    private static let headerLength = magic.count + 4 + PublicHalf.byteCount
    private static let markLength = 8
    private static let entryLength = markLength + SecretKey.byteCount + HybridSeal.overhead

    init(name: PairName, publicHalf: PublicHalf, keyEncryptionNumber: UInt32, sealed: [UInt8]) {
        self.name = name
        self.publicHalf = publicHalf
        self.keyEncryptionNumber = keyEncryptionNumber
        self.sealed = sealed
    }

    /// Makes a new pair, of which nothing is left in memory but what is in the file.
    ///
    /// - Throws: ``SealError/unusableKey`` if one of the officers' public halves is none.
    static func make(
        _ name: PairName, under key: borrowing KeyEncryptionKey, for officers: [Officer]
    ) throws(SealError) -> SealedPair {
        let pair = PrivateHalf.random()
        var entries: [UInt8] = []
        for officer in officers {
            entries += mark(of: officer.publicHalf)
            entries += try HybridSeal.seal(pair.secret, to: officer.publicHalf, for: purpose(name, pair.publicHalf))
        }
        return wrap(entries, of: name, pair.publicHalf, under: key)
    }

    /// The private half.
    ///
    /// - Throws: ``SealError/cannotOpen`` if the key-encryption key is another one or was destroyed, or the pair was not
    ///   sealed to this officer.
    public func open(
        under key: borrowing KeyEncryptionKey, by officer: borrowing PrivateHalf
    ) throws(SealError) -> PrivateHalf {
        let entries = try unwrapped(under: key)
        let mark = SealedPair.mark(of: officer.publicHalf)
        for start in stride(from: 0, to: entries.count, by: SealedPair.entryLength)
        where Array(entries[start..<(start + SealedPair.markLength)]) == mark {
            let entry = Array(entries[(start + SealedPair.markLength)..<(start + SealedPair.entryLength)])
            return PrivateHalf(
                try HybridSeal.open(entry, with: officer, for: SealedPair.purpose(name, publicHalf)))
        }
        throw .cannotOpen
    }

    /// By what the officers are known to whom the pair is sealed.
    ///
    /// - Throws: ``SealError/cannotOpen`` if the key-encryption key is another one or was destroyed, or the file was changed.
    func marks(under key: borrowing KeyEncryptionKey) throws(SealError) -> Set<[UInt8]> {
        let entries = try unwrapped(under: key)
        return Set(
            stride(from: 0, to: entries.count, by: SealedPair.entryLength).map {
                Array(entries[$0..<($0 + SealedPair.markLength)])
            })
    }

    /// What stands in the file.
    var bytes: [UInt8] { SealedPair.header(number: keyEncryptionNumber, publicHalf: publicHalf) + sealed }

    /// Reads the file of a pair as far as that needs no key.
    init?(_ bytes: [UInt8], name: PairName) {
        guard bytes.count >= SealedPair.headerLength + 12 + 16,
            (bytes.count - SealedPair.headerLength - 12 - 16) % SealedPair.entryLength == 0,
            let number = SealedPair.keyEncryptionNumber(in: bytes),
            let publicHalf = PublicHalf(Array(bytes[(SealedPair.magic.count + 4)..<SealedPair.headerLength]))
        else { return nil }
        self.init(
            name: name, publicHalf: publicHalf, keyEncryptionNumber: number,
            sealed: Array(bytes[SealedPair.headerLength...]))
    }

    static func header(number: UInt32, publicHalf: PublicHalf) -> [UInt8] {
        magic + [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) } + publicHalf.bytes
    }

    static func mark(of officer: PublicHalf) -> [UInt8] {
        Array(SHA256Digest.digest(officer.bytes).prefix(markLength))
    }

    private static func purpose(_ name: PairName, _ publicHalf: PublicHalf) -> [String] {
        ["day key", name.description, publicHalf.text]
    }
}
