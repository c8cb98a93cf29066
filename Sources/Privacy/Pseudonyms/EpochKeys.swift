public import Events
internal import Intake

/// What the gate needs to admit the rows of one day: where the day lies, its epoch, and the field keys derived from the
/// epoch's key.
///
/// Derived once per epoch and handed to every gate that works on it.
public struct EpochKeys: Sendable {
    public let epoch: Epoch
    /// The instants in UTC seconds, half open: those of the day, or of the part of it that the epoch takes lines of.
    public let range: Range<Int64>
    let pseudonymizer: Pseudonymizer
    /// Only if the policy stores addresses in this way.
    private let prefixPreserving: PrefixPreserving?

    /// - Parameter range: the part of the day that the keys are for; nil for all of it.
    public init(_ key: borrowing EpochKey, day: LocalDay, range: Range<Int64>? = nil, policy: Policy) {
        precondition(key.epoch.day == day.day, "the epoch is of this day")
        precondition(range.map { day.range.contains($0.lowerBound) } ?? true, "the part is one of the day")
        epoch = key.epoch
        self.range = range ?? day.range
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
