import Events
import Intake
import Privacy

/// Records and the events that the gate makes of them, to be compared row by row.
struct EventEquality {
    private static let identifiers: [RawBatch.Text] = [.client, .user, .cookie, .device, .mac]

    private let batch: RawBatch
    private let events: EventBatch

    /// - Parameter keys: thrown away afterwards, of a day that holds all instants.
    /// - Returns: nil if there are no records.
    init?(_ batch: RawBatch, gate: Gate, keys: EpochKeys) {
        guard let events = gate.admit(batch, keys: { _ in keys }).first else { return nil }
        self.batch = batch
        self.events = events
    }

    /// Whether two rows are the same event, and of the same identifiers, be these stored or not.
    func isSame(_ first: Int, _ second: Int) -> Bool {
        func isSame(_ column: [UInt32]) -> Bool { column.isEmpty || column[first] == column[second] }
        return events.time[first] == events.time[second]
            && EventEquality.identifiers.allSatisfy { isSame(batch[$0].indices) }
            && EventField.Text.allCases.allSatisfy { isSame(events[$0].indices) }
            && EventField.Identity.allCases.allSatisfy { isSame(events[$0].indices) }
            && EventField.Number.allCases.allSatisfy { events[$0].value(first) == events[$0].value(second) }
            && EventField.Flag.allCases.allSatisfy { field in
                let values = events[field]
                return values.isEmpty || values[first] == values[second]
            }
    }
}
