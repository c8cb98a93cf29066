extension PublishedTable.Rows {
    /// The rows of a table that was not read from anywhere.
    init(_ rows: [PublishedTable.Row], columnCount: Int) {
        var writer = CanonicalWriter()
        PublishedTable.Rows.write(rows, columnCount: columnCount, to: &writer)
        var reader = CanonicalReader(writer.bytes)
        do {
            try self.init(from: &reader, columnCount: columnCount)
        } catch {
            preconditionFailure("rows can be read as they are written")
        }
    }

    /// Writes the bytes that the rows were read from.
    func write(to writer: inout CanonicalWriter) {
        writer.write(appending: bytes[range])
    }

    private static func write(_ rows: [PublishedTable.Row], columnCount: Int, to writer: inout CanonicalWriter) {
        let longest = rows.lazy.flatMap(\.labels).map { Int64($0.utf8.count) }.max() ?? 0
        // At least one byte, so that every row takes some.
        let lengthWidth = NarrowNumber.width(of: [1, longest])
        writer.write(rows.count)
        writer.write(tag: UInt8(lengthWidth))
        for row in rows {
            writer.write(tag: row.kind.rawValue | (row.labels.count == 2 ? twoLabels : 0))
            for label in row.labels {
                writer.write(Int64(label.utf8.count), width: lengthWidth)
                writer.write(appending: label.utf8)
            }
        }
        for column in 0..<columnCount { write(rows.map { $0.values[column] }, to: &writer) }
    }

    /// A column: its distinct values in order of their first rows, then the rows' places among them.
    private static func write(_ column: [PublishedTable.Value], to writer: inout CanonicalWriter) {
        var known: [PublishedTable.Value: Int] = [:]
        var values: [PublishedTable.Value] = []
        let places = column.map { value -> Int64 in
            if let place = known[value] { return Int64(place) }
            known[value] = values.count
            values.append(value)
            return Int64(values.count - 1)
        }
        let numbers = values.map(\.numbers)
        let widths = (
            first: NarrowNumber.width(of: numbers.map(\.first)), second: NarrowNumber.width(of: numbers.map(\.second))
        )
        let placeWidth = NarrowNumber.width(of: [Int64(values.indices.last ?? 0)])
        writer.write(values.count)
        writer.write(tag: UInt8(widths.first))
        writer.write(tag: UInt8(widths.second))
        writer.write(tag: UInt8(placeWidth))
        for value in values { writer.write(tag: value.form.rawValue) }
        for number in numbers { writer.write(number.first, width: widths.first) }
        for number in numbers { writer.write(number.second, width: widths.second) }
        for place in places { writer.write(place, width: placeWidth) }
    }

    /// Reads where the rows stand and checks that all of them can be read.
    init(from reader: inout CanonicalReader, columnCount: Int) throws(ReleaseError) {
        let start = reader.offset
        let count = try reader.count()
        let lengthWidth = try reader.width()
        guard lengthWidth > 0 else { throw .malformed(offset: reader.offset) }
        let starts = try reader.rowStarts(count: count, lengthWidth: lengthWidth)
        var columns: [PublishedTable.ColumnBytes] = []
        for _ in 0..<columnCount { columns.append(try PublishedTable.ColumnBytes(from: &reader, rowCount: count)) }
        self.init(
            bytes: reader.bytes, range: start..<reader.offset, lengthWidth: lengthWidth, starts: starts,
            columns: columns)
    }
}

extension PublishedTable.ColumnBytes {
    init(from reader: inout CanonicalReader, rowCount: Int) throws(ReleaseError) {
        let start = reader.offset
        let count = try reader.count()
        guard (count == 0) == (rowCount == 0) else { throw .malformed(offset: start) }
        let widths = (first: try reader.width(), second: try reader.width())
        let placeWidth = try reader.width()
        let forms = reader.offset
        try reader.skip(count, each: 1 + widths.first + widths.second)
        let places = reader.offset
        try reader.skip(rowCount, each: placeWidth)
        self.init(valueCount: count, widths: widths, placeWidth: placeWidth, forms: forms, places: places)
        try check(reader.bytes, rowCount: rowCount)
    }

    /// Checks that every value has a known form, ratios a denominator, and every row a value.
    private func check(_ bytes: [UInt8], rowCount: Int) throws(ReleaseError) {
        let seconds = forms + valueCount * (1 + widths.first)
        for place in 0..<valueCount {
            guard let form = Form(rawValue: bytes[forms + place]) else { throw .malformed(offset: forms + place) }
            guard form == .ratio else { continue }
            let offset = seconds + place * widths.second
            guard NarrowNumber.signed(bytes, at: offset, width: widths.second) > 0 else {
                throw .malformed(offset: offset)
            }
        }
        guard placeWidth > 0 || valueCount <= 1 else { throw .malformed(offset: forms) }
        let largest = NarrowNumber.largest(bytes, at: places, count: rowCount, width: placeWidth)
        guard rowCount == 0 || largest < valueCount else { throw .malformed(offset: places) }
    }
}

extension CanonicalReader {
    /// How many bytes numbers take.
    fileprivate mutating func width() throws(ReleaseError) -> Int {
        let width = Int(try tag())
        guard width <= 8 else { throw .malformed(offset: offset - 1) }
        return width
    }

    /// Where each of `count` rows begins, once its head and its labels were checked.
    fileprivate mutating func rowStarts(count: Int, lengthWidth: Int) throws(ReleaseError) -> [UInt32] {
        guard bytes.count <= UInt32.max else { throw .malformed(offset: 0) }
        var starts: [UInt32] = []
        starts.reserveCapacity(count)
        for _ in 0..<count {
            starts.append(UInt32(offset))
            let head = try tag()
            guard head <= PublishedTable.Rows.kindMask | PublishedTable.Rows.twoLabels else {
                throw .malformed(offset: offset - 1)
            }
            for _ in 0..<PublishedTable.Rows.labelCount(head) {
                try skip(1, each: lengthWidth)
                let length = NarrowNumber.unsigned(bytes, at: offset - lengthWidth, width: lengthWidth)
                guard length <= bytes.count - offset else { throw .malformed(offset: offset - lengthWidth) }
                try skipText(length: Int(length))
            }
        }
        return starts
    }
}
