public import Events

/// One row of a batch with its values spelled out, so that batches can be compared whatever their dictionaries are.
public struct EventRow: Hashable, Sendable {
    public let time: Int64
    /// Nil if the batch has none.
    public var tie: Int32?
    public var visit: Int64?
    public var sequence: Int32?
    /// One value a field, in the order of the fields.
    public var texts: [String?]
    public let identities: [Pseudonym?]
    public let numbers: [Int64?]
    public let flags: [Bool]

    /// The row without what closing changes.
    public var withoutOrder: EventRow {
        var row = self
        row.tie = nil
        row.visit = nil
        row.sequence = nil
        return row
    }

    public subscript(field: EventField.Text) -> String? { texts[field.rawValue] }
    public subscript(field: EventField.Identity) -> Pseudonym? { identities[field.rawValue] }
    public subscript(field: EventField.Number) -> Int64? { numbers[field.rawValue] }
    public subscript(field: EventField.Flag) -> Bool { flags[field.rawValue] }
}

extension EventBatch {
    /// All rows, in their order.
    public var spelledOut: [EventRow] {
        (0..<rowCount).map { row in
            EventRow(
                time: time[row],
                tie: tie.isEmpty ? nil : tie[row], visit: visit.isEmpty ? nil : visit[row],
                sequence: sequence.isEmpty ? nil : sequence[row],
                texts: EventField.Text.allCases.map { field in
                    let index = self[field].index(row)
                    return index == absentIndex ? nil : self[field].dictionary.text(Int(index))
                },
                identities: EventField.Identity.allCases.map { field in
                    let index = self[field].index(row)
                    return index == absentIndex ? nil : self[field].dictionary[Int(index)]
                },
                numbers: EventField.Number.allCases.map { field in
                    let value = self[field].value(row)
                    return value == NumberColumn.absent ? nil : value
                },
                flags: EventField.Flag.allCases.map { self[$0].isEmpty ? false : self[$0][row] })
        }
    }
}
