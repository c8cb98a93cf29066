public import Events

/// The pair of one day: its public half in clear, which is all that writing needs, and its private half sealed twice.
///
/// The private half is sealed to every officer (``HybridSeal``), and the whole of that once more under the key-encryption
/// key with AES-256-GCM. So neither the officers alone can open a day whose key-encryption key is destroyed, nor can those
/// who hold the key directory but no officer's key.
///
/// The file, integers with the highest byte first: the 8 bytes `footday` and the version 1; the number of the
/// key-encryption key in 4 bytes; the public half, 32 bytes; then nonce, sealed text and tag of AES-GCM. What they hold is
/// for each officer 8 bytes, the SHA-256 of whose public half begins so, and the sealed private half of 80 bytes. All that
/// stands before the nonce, and the day, are authenticated with it.
public struct DayKey: Sendable {
    public let day: Day
    /// What the day's data are sealed to.
    public let publicHalf: PublicHalf
    /// The number of the key-encryption key that opens it.
    public let keyEncryptionNumber: UInt32

    let sealed: [UInt8]

    static let byteLimit = 1 << 20
    static let magic = Array("footday".utf8) + [1]
    private static let headerLength = magic.count + 4 + PublicHalf.byteCount
    private static let markLength = 8
    private static let entryLength = markLength + SecretKey.byteCount + HybridSeal.overhead

    init(day: Day, publicHalf: PublicHalf, keyEncryptionNumber: UInt32, sealed: [UInt8]) {
        self.day = day
        self.publicHalf = publicHalf
        self.keyEncryptionNumber = keyEncryptionNumber
        self.sealed = sealed
    }

    /// Makes a new pair, of which nothing is left in memory but what is in the file.
    ///
    /// - Throws: ``SealError/unusableKey`` if one of the officers' public halves is none.
    static func make(
        _ day: Day, under key: borrowing KeyEncryptionKey, for officers: [Officer]
    ) throws(SealError) -> DayKey {
        let pair = PrivateHalf.random()
        var entries: [UInt8] = []
        for officer in officers {
            entries += mark(of: officer.publicHalf)
            entries += try HybridSeal.seal(pair.secret, to: officer.publicHalf, for: purpose(day, pair.publicHalf))
        }
        return wrap(entries, of: day, pair.publicHalf, under: key)
    }

    /// The day's private half.
    ///
    /// - Throws: ``SealError/cannotOpen`` if the key-encryption key is another one or was destroyed, or the day was not
    ///   sealed to this officer.
    public func open(
        under key: borrowing KeyEncryptionKey, by officer: borrowing PrivateHalf
    ) throws(SealError) -> PrivateHalf {
        let entries = try unwrapped(under: key)
        let mark = DayKey.mark(of: officer.publicHalf)
        for start in stride(from: 0, to: entries.count, by: DayKey.entryLength)
        where Array(entries[start..<(start + DayKey.markLength)]) == mark {
            let entry = Array(entries[(start + DayKey.markLength)..<(start + DayKey.entryLength)])
            return PrivateHalf(
                try HybridSeal.open(entry, with: officer, for: DayKey.purpose(day, publicHalf)))
        }
        throw .cannotOpen
    }

    /// What stands in the file.
    var bytes: [UInt8] { DayKey.header(number: keyEncryptionNumber, publicHalf: publicHalf) + sealed }

    /// Reads the file of a day as far as that needs no key.
    init?(_ bytes: [UInt8], day: Day) {
        guard bytes.count >= DayKey.headerLength + 12 + 16,
            (bytes.count - DayKey.headerLength - 12 - 16) % DayKey.entryLength == 0,
            let number = DayKey.keyEncryptionNumber(in: bytes),
            let publicHalf = PublicHalf(Array(bytes[(DayKey.magic.count + 4)..<DayKey.headerLength]))
        else { return nil }
        self.init(
            day: day, publicHalf: publicHalf, keyEncryptionNumber: number,
            sealed: Array(bytes[DayKey.headerLength...]))
    }

    static func header(number: UInt32, publicHalf: PublicHalf) -> [UInt8] {
        magic + [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) } + publicHalf.bytes
    }

    private static func mark(of officer: PublicHalf) -> [UInt8] {
        Array(SHA256Digest.digest(officer.bytes).prefix(markLength))
    }

    private static func purpose(_ day: Day, _ publicHalf: PublicHalf) -> [String] {
        ["day key", day.description, publicHalf.text]
    }
}
