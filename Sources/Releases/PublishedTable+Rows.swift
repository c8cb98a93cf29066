extension PublishedTable {
    /// The rows of a table, kept as the bytes that were released and read one by one, where they are wanted.
    ///
    /// A report adds up hundreds of thousands of rows and prints a few dozen, so a row costs nothing until somebody
    /// looks at it. The bytes are checked when the table is decoded; reading a row cannot fail afterwards.
    ///
    /// The form, numbers being big-endian: the count of rows (8 bytes) and the width of lengths (1); for each row a
    /// byte with its kind in the lowest two bits and whether it has two labels in the third, then each label behind its
    /// length; then for each column the count of its distinct values (8), three widths (1 each: first numbers, second
    /// numbers, places), the forms of the values (1 each), their first and their second numbers, and for each row the
    /// place of its value. Values come in the order of the first rows that have them, so equal rows have equal bytes.
    public struct Rows: RandomAccessCollection, Hashable, Sendable {
        /// Those of a whole release, where the table is part of one.
        let bytes: [UInt8]
        /// Where the rows stand among them, columns included.
        let range: Range<Int>
        /// How many bytes the length of a label takes.
        let lengthWidth: Int
        /// Where each row begins: its head, then its labels, each behind its length.
        let starts: [UInt32]
        let columns: [ColumnBytes]

        public var startIndex: Int { 0 }
        public var endIndex: Int { starts.count }

        public subscript(position: Int) -> Row {
            Row(
                decoded: labels(of: position), kind: kind(of: position),
                values: columns.map { $0.value(position, in: bytes) })
        }

        public func kind(of row: Int) -> Row.Kind {
            Row.Kind(bytes[Int(starts[row])])
        }

        public func labels(of row: Int) -> [String] {
            labelRanges(of: row).map { String(decoding: bytes[$0], as: UTF8.self) }
        }

        /// One value of one row.
        public func value(of row: Int, in column: Int) -> Value {
            columns[column].value(row, in: bytes)
        }

        /// A column from its first row to its last.
        public func values(in column: Int) -> [Value] {
            columns[column].values(count: count, in: bytes)
        }

        /// Whether a quantile or a maximum stands in a column.
        public func holdsBins(in column: Int) -> Bool {
            columns[column].holdsBins(in: bytes)
        }

        /// One range, or two.
        func labelRanges(of row: Int) -> [Range<Int>] {
            var offset = Int(starts[row])
            let count = Rows.labelCount(bytes[offset])
            offset += 1
            return (0..<count).map { _ in
                let start = offset + lengthWidth
                let end = start + Int(NarrowNumber.unsigned(bytes, at: offset, width: lengthWidth))
                offset = end
                return start..<end
            }
        }

        static let kindMask: UInt8 = 3
        static let twoLabels: UInt8 = 4

        static func labelCount(_ head: UInt8) -> Int { head & twoLabels == 0 ? 1 : 2 }

        /// Equal rows have equal bytes.
        public static func == (left: Rows, right: Rows) -> Bool {
            left.bytes[left.range] == right.bytes[right.range]
        }

        public func hash(into hasher: inout Hasher) {
            hasher.combine(bytes[range])
        }
    }
}
