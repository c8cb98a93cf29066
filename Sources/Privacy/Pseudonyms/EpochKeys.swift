public import Events
internal import Intake

/// What the gate needs to admit the rows of one day: where the day lies, its epoch, and the field keys derived from the
/// epoch's key.
///
/// Derived once per epoch and handed to every gate that works on it.
public struct EpochKeys: Sendable {
    public let epoch: Epoch
    /// The day's instants in UTC seconds, half open.
    public let range: Range<Int64>
    let pseudonymizer: Pseudonymizer
    /// Only if the policy stores addresses in this way.
    private let prefixPreserving: PrefixPreserving?

    public init(_ key: borrowing EpochKey, day: LocalDay, policy: Policy) {
        precondition(key.epoch.day == day.day, "the epoch is of this day")
        epoch = key.epoch
        range = day.range
        pseudonymizer = Pseudonymizer(key, policy: policy)
        prefixPreserving = PrefixPreserving.make(key, policy: policy)
    }

    /// The addresses' substitutes for the day; what is no address has none.
    func substitutes(_ addresses: [IPAddress?], indices: [UInt32], seed: UInt64) -> TextColumn {
        guard let prefixPreserving else { return TextColumn() }
        let known = addresses.indices.filter { addresses[$0] != nil }
        let substitutes = prefixPreserving.substitutes(of: known.compactMap { addresses[$0] })
        var interner = ByteInterner(seed: seed)
        var map = IndexMap(count: addresses.count)
        var text: [UInt8] = []
        for (place, substitute) in zip(known, substitutes) {
            text.removeAll(keepingCapacity: true)
            substitute.append(to: &text)
            map[UInt32(place)] = interner.intern(text.span)
        }
        guard !known.isEmpty else { return TextColumn() }
        return TextColumn(dictionary: interner.dictionary, indices: map(indices))
    }
}
