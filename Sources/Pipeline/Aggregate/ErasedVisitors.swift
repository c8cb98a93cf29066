import Events
import Store

/// Whose rows are left out when an epoch is closed.
struct ErasedVisitors {
    private let visitors: Set<Pseudonym>
    private let devices: Set<Pseudonym>

    /// - Parameter pseudonyms: those on record for the epoch.
    init(_ pseudonyms: [ErasedPseudonym] = []) {
        visitors = Set(pseudonyms.filter { $0.field == .visitor }.map(\.pseudonym))
        devices = Set(pseudonyms.filter { $0.field == .device }.map(\.pseudonym))
    }

    var isEmpty: Bool { visitors.isEmpty && devices.isEmpty }

    /// For each row, whether it is one of theirs.
    func match(_ batch: EventBatch) -> [Bool] {
        let isVisitor = batch[.visitor].dictionary.map(visitors.contains)
        let isDevice = batch[.device].dictionary.map(devices.contains)
        return (0..<batch.rowCount).map { row in
            let visitor = batch[.visitor].index(row)
            let device = batch[.device].index(row)
            return (visitor != absentIndex && isVisitor[Int(visitor)])
                || (device != absentIndex && isDevice[Int(device)])
        }
    }

    /// The other rows, in their order.
    func removed(from batch: EventBatch) -> EventBatch {
        guard !isEmpty else { return batch }
        let isErased = match(batch)
        return batch.gathered((0..<UInt32(batch.rowCount)).filter { !isErased[Int($0)] })
    }
}
