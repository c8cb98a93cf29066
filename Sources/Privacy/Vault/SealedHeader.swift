internal import Events

/// What a sealed file begins and ends with.
///
/// Integers have the highest byte first: the 7 bytes `footvlt` and the version 1; the kind, one byte; the day as the number
/// of days since 1970, 4 bytes; the writer's name, after its length in one byte; the file's number among that writer's, 8
/// bytes; the file key, wrapped by ``HybridSeal`` to a pair's public half, 80 bytes; SHA-256 of all that.
struct SealedHeader: Hashable {
    let name: SealedName
    let wrappedKey: [UInt8]
    /// As it stands in the file.
    let bytes: [UInt8]
    /// SHA-256 of ``bytes``, which no two files share, for the key is random: every frame is authenticated with it.
    let digest: [UInt8]

    /// What each of the file's frames begins with.
    var mark: UInt64 {
        var position = 0
        return digest.bigEndian(at: &position)
    }

    init(_ name: SealedName, wrappedKey: [UInt8]) {
        precondition(SealedHeader.isWriter(Array(name.writer.utf8)), "a writer's name has 1 to 255 letters")
        precondition(name.sequence >= 0, "files are numbered from 0")
        precondition(wrappedKey.count == SealedHeader.wrappedLength, "a wrapped key has 80 bytes")
        guard let kind = SealedHeader.kinds.firstIndex(of: name.kind) else {
            preconditionFailure("nothing of this kind is sealed")
        }
        var bytes = SealedHeader.magic
        bytes.append(UInt8(kind + 1))
        bytes.append(bigEndian: name.day.number)
        bytes.append(UInt8(name.writer.utf8.count))
        bytes += name.writer.utf8
        bytes.append(bigEndian: UInt64(name.sequence))
        bytes += wrappedKey
        bytes += SHA256Digest.digest(bytes)
        self.name = name
        self.wrappedKey = wrappedKey
        self.bytes = bytes
        digest = SHA256Digest.digest(bytes)
    }

    /// For what the file key is wrapped: this file, and no other one.
    static func purpose(_ name: SealedName) -> [String] {
        ["vault file", name.kind.rawValue, name.day.description, name.writer, String(name.sequence)]
    }
}

extension SealedHeader {
    /// The lengths of the shortest header and of the longest one.
    static let lengths = (fixedLength + 1)...(fixedLength + Int(UInt8.max))

    static let magic = Array("footvlt".utf8) + [1]
    private static let wrappedLength = SecretKey.byteCount + HybridSeal.overhead
    private static let checksumLength = 32
    /// What all headers have: everything but the writer's name.
    private static let fixedLength = magic.count + 1 + 4 + 1 + 8 + wrappedLength + checksumLength
    /// The byte of a kind is its place here, counted from 1.
    private static let kinds: [RetentionClass] = [
        .raw, .rejects, .misuse, .illegal, .order, .requests, .corrections,
    ]

    /// Reads the header that `bytes` begin with.
    ///
    /// - Returns: nil unless it is whole and as it was written.
    init?(startOf bytes: [UInt8]) {
        var position = SealedHeader.magic.count
        guard bytes.count >= SealedHeader.fixedLength, bytes.starts(with: SealedHeader.magic) else { return nil }
        let kind: UInt8 = bytes.bigEndian(at: &position)
        let day: Int32 = bytes.bigEndian(at: &position)
        let writerLength: UInt8 = bytes.bigEndian(at: &position)
        guard bytes.count >= SealedHeader.fixedLength + Int(writerLength) else { return nil }
        let writer = Array(bytes[position..<(position + Int(writerLength))])
        position += writer.count
        let number: UInt64 = bytes.bigEndian(at: &position)
        let wrappedKey = Array(bytes[position..<(position + SealedHeader.wrappedLength)])
        position += SealedHeader.wrappedLength
        guard SealedHeader.kinds.indices.contains(Int(kind) - 1), SealedHeader.isWriter(writer),
            let sequence = Int(exactly: number)
        else { return nil }
        self.init(
            SealedName(
                kind: SealedHeader.kinds[Int(kind) - 1], day: Day(number: day),
                writer: String(decoding: writer, as: UTF8.self),
                sequence: sequence),
            wrappedKey: wrappedKey)
        guard bytes.starts(with: self.bytes) else { return nil }
    }

    /// Whether a name can stand in the name of a file and be shown to people.
    private static func isWriter(_ name: [UInt8]) -> Bool {
        (1...Int(UInt8.max)).contains(name.count)
            && name.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "/") }
    }
}
