import Events
import Parquet

extension EventBatch {
    /// Takes a column of a partition over, by its name.
    /// - Throws: ``StoreError`` (damaged) if the column does not have the type that the schema gives it.
    mutating func set(_ values: ColumnValues, column name: String) throws {
        switch name {
        case PartitionSchema.time:
            time = try NumberColumn(values, name).values.map { $0 / 1_000_000 }
        case PartitionSchema.visit:
            visit = try NumberColumn(values, name).valuesIfAny
        case PartitionSchema.tie:
            tie = try NumberColumn(values, name).valuesIfAny.map { Int32(truncatingIfNeeded: $0) }
        case PartitionSchema.sequence:
            sequence = try NumberColumn(values, name).valuesIfAny.map { Int32(truncatingIfNeeded: $0) }
        default:
            try setField(values, column: name)
        }
    }

    private mutating func setField(_ values: ColumnValues, column name: String) throws {
        if let field = EventField.Text.allCases.first(where: { $0.name == name }) {
            self[field] = try TextColumn(values, name)
        } else if let field = EventField.Identity.allCases.first(where: { $0.name == name }) {
            self[field] = try PseudonymColumn(values, name)
        } else if let field = EventField.Number.allCases.first(where: { $0.name == name }) {
            self[field] = try NumberColumn(values, name)
        } else if let field = EventField.Flag.allCases.first(where: { $0.name == name }),
            case .boolean(let flags, _) = values
        {
            self[field] = flags
        } else {
            throw StoreError.unexpectedColumn(name)
        }
    }
}

extension TextColumn {
    fileprivate init(_ values: ColumnValues, _ name: String) throws {
        switch values {
        case .dictionary(let list, let indices):
            var dictionary = ByteDictionary()
            for index in 0..<list.count {
                list.withValue(index) { _ = dictionary.append($0) }
            }
            self.init(dictionary: dictionary, indices: indices)
        case .plain(let list, let indices):
            var interner = ByteInterner(seed: 0x5EED, expecting: list.count)
            let translation = (0..<list.count).map { index in list.withValue(index) { interner.intern($0) } }
            self.init(
                dictionary: interner.dictionary,
                indices: indices.map { $0 == ColumnValues.nullIndex ? absentIndex : translation[Int($0)] })
        default:
            throw StoreError.unexpectedColumn(name)
        }
    }
}

extension PseudonymColumn {
    fileprivate init(_ values: ColumnValues, _ name: String) throws {
        switch values {
        case .dictionary(let list, let indices):
            self.init(
                dictionary: (0..<list.count).map { index in
                    let (high, low) = list.words(index)
                    return Pseudonym(high: high, low: low)
                }, indices: indices)
        case .plain(let list, let indices):
            var interner = PseudonymInterner(expecting: list.count)
            let translation = (0..<list.count).map { index in
                let (high, low) = list.words(index)
                return interner.intern(Pseudonym(high: high, low: low))
            }
            self.init(
                dictionary: interner.dictionary,
                indices: indices.map { $0 == ColumnValues.nullIndex ? absentIndex : translation[Int($0)] })
        default:
            throw StoreError.unexpectedColumn(name)
        }
    }
}

extension NumberColumn {
    fileprivate init(_ values: ColumnValues, _ name: String) throws {
        switch values {
        case .int64(let values, let nulls):
            self.init(values: NumberColumn.widened(values, nulls))
        case .int32(let values, let nulls):
            self.init(values: NumberColumn.widened(values, nulls))
        case .dictionary(let list, let indices), .plain(let list, let indices):
            self.init(
                values: indices.map { $0 == ColumnValues.nullIndex ? NumberColumn.absent : list.integer(Int($0)) })
        default:
            throw StoreError.unexpectedColumn(name)
        }
    }

    /// The values; none if all are null, which they are either all or not at all in the columns that order rows.
    fileprivate var valuesIfAny: [Int64] {
        values.first == NumberColumn.absent ? [] : values
    }

    private static func widened<Value: BinaryInteger>(_ values: [Value], _ nulls: NullRows<Value>) -> [Int64] {
        switch nulls {
        case .none: values.map { Int64($0) }
        case .marked(let null): values.map { $0 == null ? NumberColumn.absent : Int64($0) }
        case .flagged(let flags): zip(values, flags).map { $1 ? NumberColumn.absent : Int64($0) }
        }
    }
}

extension StoreError {
    fileprivate static func unexpectedColumn(_ name: String) -> StoreError {
        StoreError(
            .damaged,
            "A partition's column \(name) does not have the type that its schema gives it. Run `footfall verify`.")
    }
}
