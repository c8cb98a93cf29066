import Events
import Parquet

extension EventBatch {
    /// A column of the batch, by its name in ``PartitionSchema``, as a partition's row group holds it.
    func parquetColumn(_ name: String) -> ColumnValues {
        switch name {
        case PartitionSchema.time: return .int64(time.map { $0 &* 1_000_000 })
        case PartitionSchema.tie: return .int32(tie)
        case PartitionSchema.visit: return .int64(visit)
        case PartitionSchema.sequence: return .int32(sequence)
        default: break
        }
        if let field = EventField.Text.allCases.first(where: { $0.name == name }) { return parquetColumn(field) }
        if let field = EventField.Identity.allCases.first(where: { $0.name == name }) { return parquetColumn(field) }
        if let field = EventField.Number.allCases.first(where: { $0.name == name }) { return parquetColumn(field) }
        if let field = EventField.Flag.allCases.first(where: { $0.name == name }) {
            return .boolean(self[field].isEmpty ? [Bool](repeating: false, count: rowCount) : self[field])
        }
        preconditionFailure("every column of the schema is a field of the event")
    }

    private func parquetColumn(_ field: EventField.Text) -> ColumnValues {
        let values = self[field].dictionary
        var dictionary = EncodedDictionary()
        dictionary.reserveCapacity(values: values.count, bytes: values.byteCount)
        for index in 0..<values.count {
            values.withValue(index) { dictionary.append($0) }
        }
        return .dictionary(dictionary, indices: self[field].indices)
    }

    private func parquetColumn(_ field: EventField.Identity) -> ColumnValues {
        let values = self[field].dictionary
        var dictionary = EncodedDictionary(width: 16)
        dictionary.reserveCapacity(values: values.count, bytes: values.count * 16)
        for pseudonym in values {
            dictionary.append(high: pseudonym.high, low: pseudonym.low)
        }
        return .dictionary(dictionary, indices: self[field].indices)
    }

    private func parquetColumn(_ field: EventField.Number) -> ColumnValues {
        field.isNarrow
            ? .int32(
                self[field].values.map { $0 == NumberColumn.absent ? .min : Int32(clamping: $0) },
                nulls: .marked(by: .min))
            : .int64(self[field].values, nulls: .marked(by: NumberColumn.absent))
    }
}

extension EventField.Number {
    /// Whether the column is an INT32.
    fileprivate var isNarrow: Bool { self == .status || self == .browserMajor }
}
