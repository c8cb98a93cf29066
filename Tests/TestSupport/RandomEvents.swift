public import Events

/// Makes batches of random rows for property tests.
public struct RandomEvents {
    /// Seconds over which the rows are spread, from the day's beginning in UTC.
    public var seconds = 86_400
    /// Distinct visitors, at most.
    public var visitors = 50
    /// Distinct values of a text column, at most.
    public var texts = 20
    /// The share of values that are null, and of columns that are null throughout.
    public var absence = 0.2
    public var random: SplitMix64

    public init(seed: UInt64) {
        random = SplitMix64(seed: seed)
    }

    /// Rows in random order, without tie, visit and sequence.
    public mutating func batch(_ epoch: Epoch, rows: Int) -> EventBatch {
        var batch = EventBatch(epoch: epoch)
        let midnight = Int64(epoch.day.number) * 86_400
        for _ in 0..<rows { batch.time.append(midnight + Int64.random(in: 0..<Int64(seconds), using: &random)) }
        for field in EventField.Text.allCases {
            let isRequired = field == .kind || field == .resolution
            if !isRequired, happens(absence) { continue }
            let values = (0..<Int.random(in: 1...texts, using: &random)).map { "\(field.name) \($0) ü" }
            batch[field] = TextColumn(
                dictionary: ByteDictionary(values),
                indices: indices(rows, values.count, absence: isRequired ? 0 : absence))
        }
        for field in EventField.Identity.allCases {
            // A pseudonym is a function of the visitor's number, so that several batches share visitors.
            batch[field] = PseudonymColumn(
                dictionary: (0..<visitors).map { RandomEvents.pseudonym(field, $0) },
                indices: indices(rows, visitors, absence: field == .device ? absence : absence / 10))
        }
        for field in EventField.Number.allCases where !happens(absence) {
            batch[field].values = (0..<rows).map { _ in
                happens(absence) ? NumberColumn.absent : Int64.random(in: 0...100_000, using: &random)
            }
        }
        for field in EventField.Flag.allCases where !happens(absence) {
            batch[field] = (0..<rows).map { _ in Bool.random(using: &random) }
        }
        return batch
    }

    /// The pseudonym of a visitor's, network's or device's number.
    public static func pseudonym(_ field: EventField.Identity, _ number: Int) -> Pseudonym {
        var words = SplitMix64(seed: UInt64(field.rawValue) << 32 | UInt64(number))
        return Pseudonym(high: words.next(), low: words.next())
    }

    public mutating func happens(_ probability: Double) -> Bool {
        Double.random(in: 0..<1, using: &random) < probability
    }

    private mutating func indices(_ rows: Int, _ count: Int, absence: Double) -> [UInt32] {
        (0..<rows).map { _ in happens(absence) ? absentIndex : UInt32.random(in: 0..<UInt32(count), using: &random) }
    }
}
