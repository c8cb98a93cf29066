/// The key with which an audit log began, sealed to every officer there was: by it they check each MAC.
///
/// In the file `audit.origin` stand the 8 bytes `footaud` and the version 1, and then for each beginning the number of the
/// record that the key is for, in 8 bytes, the number of officers in 4, and for each of these 8 bytes, the SHA-256 of whose
/// public half begins so, and the sealed key of 80 bytes. Integers have the highest byte first. There is more than one
/// beginning only where the log or its key was found damaged.
struct AuditOrigin: Sendable {
    /// Of the record that the key is for.
    let number: Int
    private let entries: [[UInt8]]

    private static let magic = Array("footaud".utf8) + [1]
    private static let markLength = 8
    private static let entryLength = markLength + SecretKey.byteCount + HybridSeal.overhead
    static let byteLimit = 1 << 20

    private init(number: Int, entries: [[UInt8]]) {
        self.number = number
        self.entries = entries
    }

    /// - Throws: ``SealError/unusableKey`` if one of the officers' public halves is none.
    static func seal(_ key: borrowing AuditKey, to officers: [Officer]) throws(SealError) -> AuditOrigin {
        var entries: [[UInt8]] = []
        for officer in officers {
            entries.append(
                mark(of: officer.publicHalf)
                    + (try HybridSeal.seal(key.secret, to: officer.publicHalf, for: purpose(key.number))))
        }
        return AuditOrigin(number: key.number, entries: entries)
    }

    /// - Throws: ``SealError/cannotOpen`` if it was not sealed to this officer, or was changed.
    func open(by officer: borrowing PrivateHalf) throws(SealError) -> AuditKey {
        let mark = AuditOrigin.mark(of: officer.publicHalf)
        guard let entry = entries.first(where: { $0.starts(with: mark) }) else { throw .cannotOpen }
        let secret = try HybridSeal.open(
            Array(entry.dropFirst(AuditOrigin.markLength)), with: officer, for: AuditOrigin.purpose(number))
        return AuditKey(number: number, secret: secret)
    }

    /// What stands in the file.
    static func bytes(_ origins: [AuditOrigin]) -> [UInt8] {
        magic
            + origins.flatMap { origin in
                [56, 48, 40, 32, 24, 16, 8, 0].map { UInt8(truncatingIfNeeded: origin.number >> $0) }
                    + [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: origin.entries.count >> $0) }
                    + origin.entries.flatMap(\.self)
            }
    }

    /// - Returns: nil unless it is what ``bytes(_:)`` writes.
    static func read(_ bytes: [UInt8]) -> [AuditOrigin]? {
        guard bytes.starts(with: magic) else { return nil }
        var rest = bytes.dropFirst(magic.count)
        var origins: [AuditOrigin] = []
        while !rest.isEmpty {
            guard rest.count >= 12 else { return nil }
            let number = rest.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
            let count = rest.dropFirst(8).prefix(4).reduce(0) { $0 << 8 | Int($1) }
            rest = rest.dropFirst(12)
            guard let number = Int(exactly: number), number > 0, count * entryLength <= rest.count else { return nil }
            var entries: [[UInt8]] = []
            for _ in 0..<count {
                entries.append(Array(rest.prefix(entryLength)))
                rest = rest.dropFirst(entryLength)
            }
            origins.append(AuditOrigin(number: number, entries: entries))
        }
        return origins
    }

    private static func mark(of officer: PublicHalf) -> [UInt8] {
        Array(SHA256Digest.digest(officer.bytes).prefix(markLength))
    }

    private static func purpose(_ number: Int) -> [String] { ["audit key", "\(number)"] }
}
