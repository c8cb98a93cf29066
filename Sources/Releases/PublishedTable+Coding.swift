extension PublishedTable {
    private static let mark: [UInt8] = Array("footfall-table/3".utf8)
    /// What stands for a percentage that is not told.
    private static let untold: UInt8 = 255

    /// The canonical bytes: the same table always gives the same bytes.
    public func encode() -> [UInt8] {
        var writer = CanonicalWriter()
        write(to: &writer)
        return writer.bytes
    }

    /// Decodes a table after checking that `bytes` are the ones that were released.
    ///
    /// - Parameter sha256: the digest function (FIPS 180-4), passed in because this layer knows no cryptography.
    /// - Throws: ``ReleaseError``, without any of the content.
    public init(verifying bytes: [UInt8], digest: [UInt8], sha256: ([UInt8]) -> [UInt8]) throws(ReleaseError) {
        guard sha256(bytes) == digest else { throw .digestMismatch }
        var reader = CanonicalReader(bytes)
        try self.init(from: &reader)
        try reader.finish()
    }

    func write(to writer: inout CanonicalWriter) {
        writer.write(PublishedTable.mark)
        writer.write(name)
        writer.write(epoch)
        writer.write(k)
        writer.write(tag: hidesRows ? 1 : 0)
        writer.write(tag: hiddenPercent.map(UInt8.init(clamping:)) ?? PublishedTable.untold)
        total.write(to: &writer)
        writer.write(note)
        writer.write(columns.count)
        for column in columns {
            writer.write(column.name)
            writer.write(tag: column.unit.rawValue)
        }
        writer.write(releasedRows.range.count)
        releasedRows.write(to: &writer)
    }

    /// - Parameter wanted: the names of the tables whose rows are read; the others are left without rows.
    init(from reader: inout CanonicalReader, wanted: Set<String>? = nil) throws(ReleaseError) {
        guard try reader.raw() == PublishedTable.mark else { throw .unknownFormat }
        name = try reader.text()
        epoch = try reader.epoch()
        k = Int(try reader.number())
        let flag = try reader.tag()
        guard flag <= 1 else { throw .malformed(offset: reader.offset - 1) }
        hidesRows = flag == 1
        let percent = try reader.tag()
        guard percent <= 100 || percent == PublishedTable.untold else { throw .malformed(offset: reader.offset - 1) }
        hiddenPercent = percent == PublishedTable.untold ? nil : Int(percent)
        total = try Value(from: &reader)
        note = try reader.text()
        var columns: [Column] = []
        for _ in 0..<(try reader.count()) {
            let name = try reader.text()
            guard let unit = Unit(rawValue: try reader.tag()) else { throw .malformed(offset: reader.offset) }
            columns.append(Column(name: name, unit: unit))
        }
        self.columns = columns
        let length = try reader.count()
        let start = reader.offset
        if let wanted, !wanted.contains(name) {
            releasedRows = Rows([], columnCount: columns.count)
            try reader.skip(1, each: length)
        } else {
            releasedRows = try Rows(from: &reader, columnCount: columns.count)
        }
        guard reader.offset - start == length else { throw .malformed(offset: start) }
    }
}

extension PublishedTable.Value {
    fileprivate func write(to writer: inout CanonicalWriter) {
        switch self {
        case .hidden:
            writer.write(tag: 0)
        case .number(let number):
            writer.write(tag: 1)
            writer.write(number)
        case .ratio(let numerator, let denominator):
            writer.write(tag: 2)
            writer.write(numerator)
            writer.write(denominator)
        case .atLeast(let number):
            writer.write(tag: 3)
            writer.write(number)
        case .bin(let lower, let upper):
            writer.write(tag: upper == nil ? 4 : 5)
            writer.write(lower)
            if let upper { writer.write(upper) }
        }
    }

    fileprivate init(from reader: inout CanonicalReader) throws(ReleaseError) {
        switch try reader.tag() {
        case 0: self = .hidden
        case 1: self = .number(try reader.number())
        case 2:
            let numerator = try reader.number()
            let denominator = try reader.number()
            guard denominator > 0 else { throw .malformed(offset: reader.offset) }
            self = .ratio(numerator, over: denominator)
        case 3: self = .atLeast(try reader.number())
        case 4: self = .bin(from: try reader.number(), below: nil)
        case 5: self = .bin(from: try reader.number(), below: try reader.number())
        default: throw .malformed(offset: reader.offset)
        }
    }
}
