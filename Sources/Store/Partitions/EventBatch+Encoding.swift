import Events
import Parquet

extension EventBatch {
    /// The columns of the batch as a partition's row group, in the order of ``PartitionSchema``.
    var parquetColumns: [ColumnValues] {
        var columns: [String: ColumnValues] = [
            PartitionSchema.time: .int64(time.map { $0 &* 1_000_000 }),
            PartitionSchema.tie: .int32(tie),
            PartitionSchema.visit: .int64(visit),
            PartitionSchema.sequence: .int32(sequence),
        ]
        for field in EventField.Text.allCases {
            var dictionary = EncodedDictionary()
            dictionary.reserveCapacity(values: self[field].dictionary.count, bytes: self[field].dictionary.byteCount)
            for index in 0..<self[field].dictionary.count {
                self[field].dictionary.withValue(index) { dictionary.append($0) }
            }
            columns[field.name] = .dictionary(dictionary, indices: self[field].indices)
        }
        for field in EventField.Identity.allCases {
            var dictionary = EncodedDictionary(width: 16)
            dictionary.reserveCapacity(values: self[field].dictionary.count, bytes: self[field].dictionary.count * 16)
            for pseudonym in self[field].dictionary {
                dictionary.append(high: pseudonym.high, low: pseudonym.low)
            }
            columns[field.name] = .dictionary(dictionary, indices: self[field].indices)
        }
        for field in EventField.Number.allCases {
            columns[field.name] =
                field.isNarrow
                ? .int32(
                    self[field].values.map { $0 == NumberColumn.absent ? .min : Int32(clamping: $0) },
                    nulls: .marked(by: .min))
                : .int64(self[field].values, nulls: .marked(by: NumberColumn.absent))
        }
        for field in EventField.Flag.allCases {
            columns[field.name] = .boolean(
                self[field].isEmpty ? [Bool](repeating: false, count: rowCount) : self[field])
        }
        return PartitionSchema.parquet.columns.map { columns[$0.name] ?? .int32([]) }
    }
}

extension EventField.Number {
    /// Whether the column is an INT32.
    fileprivate var isNarrow: Bool { self == .status || self == .browserMajor }
}
