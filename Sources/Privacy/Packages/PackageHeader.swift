internal import Events

/// What a package begins with, before the sealed file that it is.
///
/// The 7 bytes `footpkg` and the version 1; the public half of a pair that was made for this package alone, 32 bytes; the
/// private half of that pair, sealed by ``HybridSeal`` to the recipient, 80 bytes; the day on which the package was made as
/// the number of days since 1970, 4 bytes, the highest first.
struct PackageHeader {
    static let magic = Array("footpkg".utf8) + [1]
    private static let wrappedLength = SecretKey.byteCount + HybridSeal.overhead
    static let length = magic.count + PublicHalf.byteCount + wrappedLength + 4

    let publicHalf: PublicHalf
    let wrappedKey: [UInt8]
    let day: Day

    /// What the sealed file is called.
    var name: SealedName { SealedName(kind: .requests, day: day, writer: "package", sequence: 1) }

    /// A pair for this package alone, of which nothing is left but what the recipient can open.
    static func make(for recipient: PublicHalf, on day: Day) throws(SealError) -> PackageHeader {
        let pair = PrivateHalf.random()
        let wrapped = try HybridSeal.seal(pair.secret, to: recipient, for: purpose(pair.publicHalf, day))
        return PackageHeader(publicHalf: pair.publicHalf, wrappedKey: wrapped, day: day)
    }

    /// The private half.
    ///
    /// - Throws: ``SealError/cannotOpen`` if the package is for somebody else, or its header was changed.
    func open(with recipient: borrowing PrivateHalf) throws(SealError) -> PrivateHalf {
        let half = PrivateHalf(
            try HybridSeal.open(wrappedKey, with: recipient, for: PackageHeader.purpose(publicHalf, day)))
        guard half.publicHalf == publicHalf else { throw .cannotOpen }
        return half
    }

    var bytes: [UInt8] {
        var bytes = PackageHeader.magic + publicHalf.bytes + wrappedKey
        bytes.append(bigEndian: day.number)
        return bytes
    }

    private static func purpose(_ publicHalf: PublicHalf, _ day: Day) -> [String] {
        ["package", publicHalf.text, day.description]
    }
}

extension PackageHeader {
    /// - Returns: nil unless `bytes` are a whole header.
    init?(_ bytes: [UInt8]) {
        guard bytes.count == PackageHeader.length, bytes.starts(with: PackageHeader.magic) else { return nil }
        var position = PackageHeader.magic.count + PublicHalf.byteCount
        guard let publicHalf = PublicHalf(Array(bytes[PackageHeader.magic.count..<position])) else { return nil }
        let wrappedKey = Array(bytes[position..<position + PackageHeader.wrappedLength])
        position += PackageHeader.wrappedLength
        self.init(publicHalf: publicHalf, wrappedKey: wrappedKey, day: Day(number: bytes.bigEndian(at: &position)))
    }
}
