import Events
import Store

/// The events of a closed epoch, made anew and not yet on record.
struct RebuiltEpoch {
    let epoch: Epoch
    /// Nil if no row is left.
    let file: PartitionFile?
    /// The rows that the epoch has on record.
    let rowsBefore: Int
    /// Rows that the sealed lines would make and that have been taken out, now or earlier.
    let takenOut: Int

    var rows: Int { file?.rows ?? 0 }
}
