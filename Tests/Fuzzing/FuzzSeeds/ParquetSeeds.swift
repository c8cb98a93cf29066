import Parquet

/// Small files of every type and encoding that the writer has, without checksums, so that damage gets to the decoders.
enum ParquetSeeds {
    private static let rowCount = 40

    static var all: [(name: String, bytes: [UInt8])] {
        get throws {
            var seeds: [(name: String, bytes: [UInt8])] = []
            for preference in [ColumnSchema.Preference.dictionary, .delta, .plain] {
                for isOptional in [false, true] {
                    for codec in [Codec.uncompressed, .gzip] {
                        let name = "\(preference)-\(isOptional ? "optional" : "required")-\(codec)"
                        seeds.append((name, try file(preference, isOptional, codec)))
                    }
                }
            }
            seeds.append(("checksums", try file(.dictionary, true, .gzip, hasChecksums: true)))
            return seeds
        }
    }

    private static func file(
        _ preference: ColumnSchema.Preference, _ isOptional: Bool, _ codec: Codec, hasChecksums: Bool = false
    ) throws -> [UInt8] {
        func column(_ name: String, _ type: PhysicalType, _ logicalType: LogicalType? = nil) -> ColumnSchema {
            ColumnSchema(name, type, logicalType, isOptional: isOptional, codec: codec, preference: preference)
        }
        var options = WriterOptions()
        options.hasChecksums = hasChecksums
        options.rowsPerPage = 25
        let schema = ParquetSchema([
            column("time", .int64, .timestamp(.microseconds, isAdjustedToUTC: true)), column("status", .int32),
            column("isRobot", .boolean), column("share", .double), column("part", .float),
            column("path", .byteArray, .string), column("visitor", .fixedLengthByteArray(16), .uuid),
        ])
        var writer = try ParquetWriter(schema: schema, sink: BufferSink(), options: options)
        for group in 0..<2 { try writer.appendRowGroup(rowCount: rowCount, columns: columns(isOptional, group)) }
        return try writer.finish(metadata: [.init("note", "seed"), .init("empty", nil)]).bytes
    }

    private static func columns(_ isOptional: Bool, _ group: Int) -> [ColumnValues] {
        func nulls<Value>(_: Value.Type) -> NullRows<Value> {
            isOptional ? .flagged((0..<rowCount).map { $0 % 7 == 3 }) : .none
        }
        var paths = EncodedDictionary()
        for path in ["/", "/teas", "/teas/green/\(group)"] { paths.append(Array(path.utf8).span) }
        var visitors = EncodedDictionary(width: 16)
        for visitor in 0..<5 { visitors.append(high: UInt64(visitor) << 60, low: 7) }
        func indices(_ count: Int) -> [UInt32] {
            (0..<rowCount).map { isOptional && $0 % 7 == 3 ? ColumnValues.nullIndex : UInt32($0 / 3 % count) }
        }
        let rows = 0..<rowCount
        return [
            .int64(rows.map { 1_772_352_000_000_000 + Int64($0) * 1_500_000 }, nulls: nulls(Int64.self)),
            .int32(rows.map { [200, 304, 404][$0 % 3] }, nulls: nulls(Int32.self)),
            .boolean(rows.map { $0 % 5 == 0 }, nulls: nulls(Bool.self)),
            .double(rows.map { Double($0) / 3 }, nulls: nulls(Double.self)),
            .float(rows.map { Float($0 % 4) }, nulls: nulls(Float.self)),
            .dictionary(paths, indices: indices(paths.count)), .dictionary(visitors, indices: indices(visitors.count)),
        ]
    }
}
