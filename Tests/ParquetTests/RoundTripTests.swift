import Parquet
import TestSupport
import Testing

struct RoundTripTests {
    @Test("What is written is read again, whatever the schema, values, nulls, pages and codecs", arguments: 0..<150)
    func roundTrip(seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        let example = RandomFile(using: &random)
        let file = try ParquetFile(BufferSource(example.bytes))
        #expect(file.rowGroups.map(\.rowCount) == example.groups.map(\.rowCount))
        #expect(file.metadata.rowCount == Int64(example.groups.reduce(0) { $0 + $1.rowCount }))
        #expect(file.metadata.value(of: "seed") == "round trip")
        for (index, group) in example.groups.enumerated() {
            for (column, values) in zip(example.schema.columns, group.columns) {
                let expected = values.cells(rowCount: group.rowCount, type: column.type)
                let found = try file.cells(column.name, rowGroup: index)
                #expect(found == expected, "column \(column), group \(index)")
                let position = try #require(file.schema.index(of: column.name))
                let statistics = try #require(file.rowGroups[index].columns[position].statistics)
                #expect(statistics.nullCount == Int64(expected.count { $0 == .null }))
                if let range = statistics.integerRange, column.logicalType != .integer(bitWidth: 64, isSigned: false) {
                    for case .integer(let value) in expected { #expect(range.contains(value)) }
                }
                if !column.hasStatistics { #expect(statistics.minimum == nil && statistics.maximum == nil) }
            }
        }
    }

    @Test("The schema of a file is the schema it was written with", arguments: 0..<20)
    func schema(seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        let example = RandomFile(using: &random)
        let file = try ParquetFile(BufferSource(example.bytes))
        for (found, expected) in zip(file.schema.columns, example.schema.columns) {
            #expect(found.name == expected.name)
            #expect(found.type == expected.type)
            #expect(found.logicalType == expected.logicalType)
            #expect(found.isOptional == expected.isOptional)
        }
        #expect(file.schema.columns.count == example.schema.columns.count)
    }
}
