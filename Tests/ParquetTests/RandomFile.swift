import Parquet
import TestSupport

/// A file of a random schema and random rows, and what was put into it.
struct RandomFile {
    struct Group {
        let rowCount: Int
        let columns: [ColumnValues]
    }

    let schema: ParquetSchema
    let groups: [Group]
    let bytes: [UInt8]

    init(using random: inout SplitMix64, maximumRows: Int = 700, hasChecksums: Bool = true) {
        var columns: [ColumnSchema] = []
        for index in 0..<Int.random(in: 1...8, using: &random) {
            columns.append(RandomFile.column(index, using: &random))
        }
        let schema = ParquetSchema(columns)
        var options = WriterOptions()
        options.hasChecksums = hasChecksums
        options.rowsPerPage = Int.random(in: 1...300, using: &random)
        options.bytesPerPage = Int.random(in: 1...2000, using: &random)
        options.statisticsByteLimit = Int.random(in: 1...20, using: &random)
        if Bool.random(using: &random) { options.dictionaryByteLimit = Int.random(in: 0...200, using: &random) }
        var groups: [Group] = []
        for _ in 0..<Int.random(in: 0...3, using: &random) {
            let rowCount = Int.random(in: 0...maximumRows, using: &random)
            groups.append(
                Group(
                    rowCount: rowCount,
                    columns: columns.map { RandomFile.values(of: $0, rowCount: rowCount, using: &random) }))
        }
        self.schema = schema
        self.groups = groups
        bytes = RandomFile.write(schema, groups, options)
    }

    private static func write(_ schema: ParquetSchema, _ groups: [Group], _ options: WriterOptions) -> [UInt8] {
        do {
            var writer = try ParquetWriter(schema: schema, sink: BufferSink(), options: options)
            for group in groups { try writer.appendRowGroup(rowCount: group.rowCount, columns: group.columns) }
            return try writer.finish(metadata: [.init("seed", "round trip"), .init("empty", nil)]).bytes
        } catch {
            preconditionFailure("the generator made rows that do not fit: \(error)")
        }
    }

    private static func column(_ index: Int, using random: inout SplitMix64) -> ColumnSchema {
        let kinds: [(PhysicalType, LogicalType?)] = [
            (.boolean, nil), (.int32, nil), (.int32, .date), (.int32, .integer(bitWidth: 16, isSigned: false)),
            (.int64, nil), (.int64, .timestamp(.microseconds, isAdjustedToUTC: true)),
            (.int64, .timestamp(.nanoseconds, isAdjustedToUTC: false)),
            (.int64, .integer(bitWidth: 64, isSigned: false)),
            (.float, nil), (.double, nil), (.byteArray, .string), (.byteArray, nil),
            (.fixedLengthByteArray(16), .uuid), (.fixedLengthByteArray(16), nil), (.fixedLengthByteArray(3), nil),
        ]
        let (type, logicalType) = kinds[Int.random(in: 0..<kinds.count, using: &random)]
        return ColumnSchema(
            "column \(index)", type, logicalType, isOptional: Bool.random(using: &random),
            codec: Bool.random(using: &random) ? .gzip : .uncompressed,
            preference: [.dictionary, .delta, .plain][Int.random(in: 0..<3, using: &random)],
            hasStatistics: Bool.random(using: &random))
    }

    private static func values(
        of column: ColumnSchema, rowCount: Int, using random: inout SplitMix64
    ) -> ColumnValues {
        // How many rows are null, how long equal rows stand together, and how many distinct values there are.
        let nullShare = column.isOptional ? [0, 0, 0.02, 0.5, 0.98, 1][Int.random(in: 0..<6, using: &random)] : 0
        let runLength = [1, 1, 5, 100][Int.random(in: 0..<4, using: &random)]
        let distinct = [1, 2, 9, 300, 100_000][Int.random(in: 0..<5, using: &random)]
        var isNull: [Bool] = []
        var choices: [Int] = []
        while choices.count < rowCount {
            let length = min(Int.random(in: 1...runLength, using: &random), rowCount - choices.count)
            let null = Double.random(in: 0..<1, using: &random) < nullShare
            let choice = Int.random(in: 0..<distinct, using: &random)
            isNull += [Bool](repeating: null, count: length)
            choices += [Int](repeating: choice, count: length)
        }
        let salt = random.next()
        func word(_ choice: Int) -> UInt64 {
            var generator = SplitMix64(seed: salt ^ UInt64(choice))
            return generator.next()
        }
        let spread = [8, 30, 64][Int.random(in: 0..<3, using: &random)]
        func narrow(_ choice: Int) -> Int64 { Int64(bitPattern: word(choice)) >> Int64(64 - spread) }
        switch column.type {
        case .boolean:
            return .boolean(choices.map { word($0) & 1 == 0 }, nulls: flags(isNull, column))
        case .int32:
            let values = zip(choices, isNull).map { $1 ? Int32.min : Int32(truncatingIfNeeded: narrow($0)) | 1 }
            return .int32(values, nulls: column.isOptional ? .marked(by: .min) : .none)
        case .int64:
            let values = zip(choices, isNull).map { $1 ? Int64.min : narrow($0) | 1 }
            return .int64(values, nulls: column.isOptional ? .marked(by: .min) : .none)
        case .float:
            return .float(
                choices.map { Float(bitPattern: UInt32(truncatingIfNeeded: word($0))) }, nulls: flags(isNull, column))
        case .double:
            return .double(choices.map { Double(bitPattern: word($0)) }, nulls: flags(isNull, column))
        default:
            return byteValues(of: column, choices, isNull, word, using: &random)
        }
    }

    private static func flags<Value>(_ isNull: [Bool], _ column: ColumnSchema) -> NullRows<Value> {
        column.isOptional ? .flagged(isNull) : .none
    }

    private static func byteValues(
        of column: ColumnSchema, _ choices: [Int], _ isNull: [Bool], _ word: (Int) -> UInt64,
        using random: inout SplitMix64
    ) -> ColumnValues {
        var list: EncodedDictionary
        if case .fixedLengthByteArray(let width) = column.type {
            list = EncodedDictionary(width: width)
        } else {
            list = EncodedDictionary()
        }
        var numbers: [Int: UInt32] = [:]
        var indices: [UInt32] = []
        for (choice, null) in zip(choices, isNull) {
            if null {
                indices.append(ColumnValues.nullIndex)
                continue
            }
            if let number = numbers[choice] {
                indices.append(number)
                continue
            }
            let word = word(choice)
            let length = list.width ?? Int(word % 40)
            // Text is ASCII, because other readers refuse text that is not UTF-8.
            let mask: UInt8 = column.logicalType == .string ? 0x7F : 0xFF
            let value = (0..<length).map { UInt8(truncatingIfNeeded: word >> UInt64($0 % 8 * 8)) & mask }
            numbers[choice] = UInt32(list.count)
            indices.append(UInt32(list.count))
            list.append(value.span)
        }
        return Bool.random(using: &random) ? .dictionary(list, indices: indices) : .plain(list, indices: indices)
    }
}
