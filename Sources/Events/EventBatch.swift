/// Events of one epoch, column by column: what the gate lets through, what partitions hold and what tallies count.
public struct EventBatch: Sendable {
    public let epoch: Epoch
    /// UTC seconds, one per row.
    public var time: [Int64] = []
    /// Order of one visitor's events within a second and writer; empty until a partition writer has given it.
    public var tie: [Int32] = []
    /// The visit's random number; empty until the day is closed.
    public var visit: [Int64] = []
    /// Order of the rows of one visit from 0; empty until the day is closed.
    public var sequence: [Int32] = []

    private var texts = [TextColumn](repeating: TextColumn(), count: EventField.Text.allCases.count)
    private var identities = [PseudonymColumn](repeating: PseudonymColumn(), count: EventField.Identity.allCases.count)
    private var numbers = [NumberColumn](repeating: NumberColumn(), count: EventField.Number.allCases.count)
    /// An empty array means that every row is false.
    private var flags = [[Bool]](repeating: [], count: EventField.Flag.allCases.count)

    public init(epoch: Epoch) {
        self.epoch = epoch
    }

    public var rowCount: Int { time.count }

    public subscript(field: EventField.Text) -> TextColumn {
        get { texts[field.rawValue] }
        _modify { yield &texts[field.rawValue] }
    }

    public subscript(field: EventField.Identity) -> PseudonymColumn {
        get { identities[field.rawValue] }
        _modify { yield &identities[field.rawValue] }
    }

    public subscript(field: EventField.Number) -> NumberColumn {
        get { numbers[field.rawValue] }
        _modify { yield &numbers[field.rawValue] }
    }

    /// One value per row; an empty array means that every row is false.
    public subscript(field: EventField.Flag) -> [Bool] {
        get { flags[field.rawValue] }
        _modify { yield &flags[field.rawValue] }
    }
}
