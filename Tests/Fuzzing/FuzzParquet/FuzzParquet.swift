import FuzzSupport

@testable import Parquet

/// A Parquet file of any bytes: it is refused with an error of the reader, or its columns are whole, and the same when
/// they are written and read again.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    var input = unsafe FuzzInput(start, count)
    do {
        let file = try ParquetFile(BufferSource(input.rest()), limits: .small)
        let groups = try file.rowGroups.indices.map { try columns(of: file, rowGroup: $0) }
        try writeAndRead(file, groups)
    } catch is ParquetError {
    } catch {
        check(false, "only the reader's own errors are thrown")
    }
    return 0
}

extension ReaderLimits {
    /// So small that a claim which passes all checks stays cheap.
    fileprivate static var small: ReaderLimits {
        var limits = ReaderLimits()
        limits.rowsPerRowGroup = 1 << 14
        limits.pageBytes = 1 << 18
        limits.chunkBytes = 1 << 20
        return limits
    }
}

/// Every column of a row group; nil where one cannot be read.
private func columns(of file: ParquetFile<BufferSource>, rowGroup: Int) throws -> [ColumnValues?] {
    let rowCount = file.rowGroups[rowGroup].rowCount
    return try file.schema.columns.map { column in
        _ = try file.rowGroups(where: column.name, isWithin: 0...9)
        do {
            let values = try file.read(rowGroup: rowGroup, columns: [column.name])[0]
            check(values.isEmptyArray || values.fits(rowCount: rowCount), "a column has a value for each row")
            if case .dictionary(let list, let indices) = values { checkIndices(indices, list) }
            if case .plain(let list, let indices) = values { checkIndices(indices, list) }
            return values
        } catch is ParquetError {
            return nil
        }
    }
}

private func checkIndices(_ indices: [UInt32], _ list: EncodedDictionary) {
    for index in indices where index != ColumnValues.nullIndex {
        check(index < list.count, "every index lies within the dictionary")
        check(list.range(of: Int(index)).upperBound <= list.bytes.count, "every value lies within the list")
    }
}

/// Writes what could be read, and reads it again.
private func writeAndRead(_ file: ParquetFile<BufferSource>, _ groups: [[ColumnValues?]]) throws {
    let schema = file.schema
    let kept = schema.columns.indices.filter { index in
        let column = schema.columns[index]
        let isNamedOnce = schema.columns.count { $0.name == column.name } == 1
        return isNamedOnce && column.type != .int96 && groups.allSatisfy { $0[index] != nil }
    }
    guard !kept.isEmpty else { return }
    var options = WriterOptions()
    options.rowsPerPage = 100
    let copy = ParquetSchema(kept.map { schema.columns[$0] })
    var writer = try ParquetWriter(schema: copy, sink: BufferSink(), options: options)
    for (group, columns) in zip(file.rowGroups, groups) {
        try writer.appendRowGroup(rowCount: group.rowCount, columns: kept.compactMap { columns[$0] })
    }
    let bytes = try writer.finish(metadata: file.metadata.keyValues).bytes
    let again = try? ParquetFile(BufferSource(bytes))
    guard let again else { fatalError("what was written can be read") }
    check(again.rowGroups.map(\.rowCount) == file.rowGroups.map(\.rowCount), "there are the same rows")
    for (rowGroup, columns) in groups.enumerated() {
        for (place, index) in kept.enumerated() {
            let values = try? again.read(rowGroup: rowGroup, columns: [copy.columns[place].name])[0]
            let rowCount = file.rowGroups[rowGroup].rowCount
            check(values != nil, "what was written can be read")
            check(
                values?.cells(rowCount) == columns[index]?.cells(rowCount),
                "what was read is the same when written and read")
        }
    }
}
