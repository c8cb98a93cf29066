public import Events

/// What the gate needs to admit the rows of one day: where the day lies, its epoch, and the field keys derived from the
/// epoch's key.
///
/// Derived once per epoch and handed to every gate that works on it.
public struct EpochKeys: Sendable {
    public let epoch: Epoch
    /// The day's instants in UTC seconds, half open.
    public let range: Range<Int64>
    let pseudonymizer: Pseudonymizer

    public init(_ key: borrowing EpochKey, day: LocalDay, policy: Policy) {
        precondition(key.epoch.day == day.day, "the epoch is of this day")
        epoch = key.epoch
        range = day.range
        pseudonymizer = Pseudonymizer(key, policy: policy)
    }
}
