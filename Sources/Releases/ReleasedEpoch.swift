public import Events

/// All that was released of one epoch, frozen when its day was closed.
///
/// An epoch without tables is a release too: it says that fewer than k visitors stood behind the whole day.
public struct ReleasedEpoch: Hashable, Sendable {
    public let epoch: Epoch
    /// SHA-256 of the canonical text of the definitions that were counted.
    public let definitionsDigest: [UInt8]
    /// SHA-256 of the policy under which the events were stored.
    public let policyDigest: [UInt8]
    /// The number of visitors that had to stand behind each number.
    public let k: Int
    /// The IANA name of the time zone whose days are counted.
    public let timeZone: String
    /// The longest pause, in seconds, that did not end a visit.
    public let visitGap: Int
    public let tables: [PublishedTable]
    /// The last of the days that it is about: the epoch's, but for what is published of a month.
    public let lastDay: Day

    /// - Parameter lastDay: the last of the days that it is about; nil for the epoch's.
    public init(
        epoch: Epoch, definitionsDigest: [UInt8], policyDigest: [UInt8], k: Int, timeZone: String,
        visitGap: Int = 1800, tables: [PublishedTable], lastDay: Day? = nil
    ) {
        precondition(tables.allSatisfy { $0.epoch == epoch }, "all tables are of the epoch")
        self.epoch = epoch
        self.definitionsDigest = definitionsDigest
        self.policyDigest = policyDigest
        self.k = k
        self.timeZone = timeZone
        self.visitGap = visitGap
        self.tables = tables
        self.lastDay = lastDay ?? epoch.day
    }

    /// The table called `name`, if it was released.
    public func table(_ name: String) -> PublishedTable? {
        tables.first { $0.name == name }
    }
}

extension ReleasedEpoch {
    private static let mark: [UInt8] = Array("footfall-release/2".utf8)

    /// The canonical bytes of an epoch's release: the same release always gives the same bytes.
    public func encode() -> [UInt8] {
        precondition(lastDay == epoch.day, "what is published is not stored")
        var writer = CanonicalWriter()
        writer.write(ReleasedEpoch.mark)
        writer.write(epoch)
        writer.write(definitionsDigest)
        writer.write(policyDigest)
        writer.write(k)
        writer.write(timeZone)
        writer.write(visitGap)
        writer.write(tables.count)
        for table in tables { table.write(to: &writer) }
        return writer.bytes
    }

    /// Decodes a release after checking that `bytes` are the ones that were frozen.
    ///
    /// - Parameters:
    ///   - sha256: the digest function (FIPS 180-4), passed in because this layer knows no cryptography.
    ///   - wanted: the names of the tables to keep; nil for all of them.
    /// - Throws: ``ReleaseError``, without any of the content.
    public init(verifying bytes: [UInt8], digest: [UInt8], sha256: ([UInt8]) -> [UInt8], wanted: Set<String>? = nil)
        throws(ReleaseError)
    {
        guard sha256(bytes) == digest else { throw .digestMismatch }
        var reader = CanonicalReader(bytes)
        guard try reader.raw() == ReleasedEpoch.mark else { throw .unknownFormat }
        epoch = try reader.epoch()
        definitionsDigest = try reader.raw()
        policyDigest = try reader.raw()
        k = Int(try reader.number())
        timeZone = try reader.text()
        visitGap = Int(try reader.number())
        var tables: [PublishedTable] = []
        for _ in 0..<(try reader.count()) {
            let table = try PublishedTable(from: &reader, wanted: wanted)
            guard table.epoch == epoch else { throw .malformed(offset: reader.offset) }
            if wanted?.contains(table.name) ?? true { tables.append(table) }
        }
        try reader.finish()
        self.tables = tables
        lastDay = epoch.day
    }
}
