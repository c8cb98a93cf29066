/// Gathers batches of one epoch into a larger one: each incoming dictionary is interned once, then its indices are
/// translated.
public struct EventAccumulator: Sendable {
    private var rows: EventBatch
    private var texts: [ByteInterner]
    private var identities: [PseudonymInterner]
    private let seed: UInt64

    /// - Parameter seed: random, secret to the process; see ``ByteInterner``.
    public init(epoch: Epoch, seed: UInt64) {
        self.seed = seed
        rows = EventBatch(epoch: epoch)
        // Small at first: there may be a thousand accumulators of a few rows.
        texts = EventField.Text.allCases.map { _ in ByteInterner(seed: seed, expecting: 0) }
        identities = EventField.Identity.allCases.map { _ in PseudonymInterner(expecting: 0) }
    }

    public var rowCount: Int { rows.rowCount }

    /// About the memory that the rows take.
    public var byteCount: Int {
        var bytes = rowCount * 8
        for field in EventField.Text.allCases {
            bytes += rows[field].indices.count * 4 + texts[field.rawValue].byteCount
        }
        for field in EventField.Identity.allCases {
            bytes += rows[field].indices.count * 4 + identities[field.rawValue].byteCount
        }
        for field in EventField.Number.allCases { bytes += rows[field].values.count * 8 }
        for field in EventField.Flag.allCases { bytes += rows[field].count }
        return bytes
    }

    /// Appends all rows of a batch of the same epoch.
    public mutating func append(_ batch: EventBatch) {
        precondition(batch.epoch == rows.epoch, "an accumulator gathers one epoch")
        let before = rowCount
        let added = batch.rowCount
        for field in EventField.Text.allCases {
            let column = batch[field]
            let translation = translate(column.dictionary, into: &texts[field.rawValue])
            EventAccumulator.append(
                column.indices, through: translation, to: &rows[field].indices, before: before, added: added)
        }
        for field in EventField.Identity.allCases {
            let column = batch[field]
            let translation = column.dictionary.map { identities[field.rawValue].intern($0) }
            EventAccumulator.append(
                column.indices, through: translation, to: &rows[field].indices, before: before, added: added)
        }
        for field in EventField.Number.allCases {
            EventAccumulator.append(
                batch[field].values, to: &rows[field].values, before: before, added: added, absent: NumberColumn.absent)
        }
        for field in EventField.Flag.allCases {
            EventAccumulator.append(batch[field], to: &rows[field], before: before, added: added, absent: false)
        }
        EventAccumulator.append(batch.tie, to: &rows.tie, before: before, added: added, absent: 0)
        EventAccumulator.append(batch.visit, to: &rows.visit, before: before, added: added, absent: 0)
        EventAccumulator.append(batch.sequence, to: &rows.sequence, before: before, added: added, absent: 0)
        rows.time.append(contentsOf: batch.time)
    }

    /// Hands the rows over and starts again with none, and with no memory of how many there were.
    public mutating func take() -> EventBatch {
        var taken = rows
        for field in EventField.Text.allCases {
            taken[field].dictionary = texts[field.rawValue].dictionary
        }
        for field in EventField.Identity.allCases {
            taken[field].dictionary = identities[field.rawValue].dictionary
        }
        self = EventAccumulator(epoch: rows.epoch, seed: seed)
        return taken
    }

    private func translate(_ dictionary: ByteDictionary, into interner: inout ByteInterner) -> [UInt32] {
        var translation: [UInt32] = []
        translation.reserveCapacity(dictionary.count)
        for index in 0..<dictionary.count {
            translation.append(dictionary.withValue(index) { interner.intern($0) })
        }
        return translation
    }

    private static func append(
        _ indices: [UInt32], through translation: [UInt32], to target: inout [UInt32], before: Int, added: Int
    ) {
        if indices.isEmpty && target.isEmpty { return }
        if target.isEmpty { target = [UInt32](repeating: absentIndex, count: before) }
        if indices.isEmpty {
            target.append(contentsOf: repeatElement(absentIndex, count: added))
            return
        }
        for index in indices {
            target.append(index == absentIndex ? absentIndex : translation[Int(index)])
        }
    }

    private static func append<Value>(
        _ values: [Value], to target: inout [Value], before: Int, added: Int, absent: Value
    ) {
        if values.isEmpty && target.isEmpty { return }
        if target.isEmpty { target = [Value](repeating: absent, count: before) }
        if values.isEmpty {
            target.append(contentsOf: repeatElement(absent, count: added))
        } else {
            target.append(contentsOf: values)
        }
    }
}
