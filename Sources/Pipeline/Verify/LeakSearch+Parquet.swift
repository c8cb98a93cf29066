import Parquet
import Store

extension LeakSearch {
    /// Searches the pages of a Parquet file, and what its columns of numbers hold.
    ///
    /// - Returns: how the rest of the file is to be searched.
    /// - Throws: ``ParquetError`` if the file is damaged or uses what cannot be read.
    mutating func searchPages(_ source: FileSource, _ findings: inout FileFindings) throws -> StoredSearch {
        let file = try ParquetFile(source)
        var plan = StoredSearch(readableFrom: file.footerOffset, inflates: false)
        for rowGroup in file.rowGroups.indices {
            for (position, column) in file.schema.columns.enumerated() {
                let name = needles.shown(column.name)
                try file.forEachPage(rowGroup: rowGroup, column: position) { page in
                    report.pages += 1
                    report.inflatedBytes += Int64(page.bytes.count)
                    search(
                        page.bytes, in: .page(page.number, column: name, rowGroup: rowGroup, at: page.offset),
                        readsShort: column.type == .byteArray && page.hasValues, &findings)
                    if let range = page.storedRange, !range.isEmpty { plan.searched.append(range) }
                }
                let isDelta = file.rowGroups[rowGroup].columns[position].encodings.contains(.deltaByteArray)
                let isNumber = column.type == .int32 || column.type == .int64
                let hasNumbers = isNumber && !needles.numbers.isEmpty
                guard isDelta || hasNumbers, !PartitionReader.randomColumns.contains(column.name) else { continue }
                let values = try file.read(rowGroup: rowGroup, columns: [column.name])
                search(values, in: .values(column: name, rowGroup: rowGroup), isNumber: isNumber, &findings)
            }
        }
        plan.searched.sort { $0.lowerBound < $1.lowerBound }
        return plan
    }

    /// Searches decoded values: numbers as wholes, texts whose beginnings are left out in the pages (DELTA_BYTE_ARRAY)
    /// as bytes.
    private mutating func search(
        _ values: [ColumnValues], in place: LeakFinding.Place, isNumber: Bool, _ findings: inout FileFindings
    ) {
        for column in values {
            switch column {
            case .int32(let numbers, _): search(numbers.lazy.map(Int64.init), in: place, &findings)
            case .int64(let numbers, _): search(numbers, in: place, &findings)
            case .dictionary(let dictionary, let indices) where isNumber,
                .plain(let dictionary, let indices) where isNumber:
                let numbers = (0..<dictionary.count).map { dictionary.integer($0) }
                search(
                    indices.lazy.map { $0 == ColumnValues.nullIndex ? .min : numbers[Int($0)] }, in: place, &findings)
            case .dictionary(let texts, _), .plain(let texts, _):
                search(texts.bytes[...], in: place, readsShort: texts.width == nil, &findings)
            case .float, .double, .boolean: break
            }
        }
    }

    private func search(
        _ numbers: some Sequence<Int64>, in place: LeakFinding.Place, _ findings: inout FileFindings
    ) {
        for (row, number) in numbers.enumerated() {
            guard let needles = needles.numbers[number] else { continue }
            for needle in needles { findings.add(needle, in: place, at: Int64(row)) }
        }
    }
}
