internal import Events

/// What a rule made of raw values, kept from batch to batch: it runs once for a value and not once in each batch.
///
/// An outcome says by their numbers which texts it has, so that the texts are kept once, and that nobody has to compare
/// them again.
///
/// It holds raw values and is careful with them: there is one copy, which is not moved, and which is overwritten when it
/// grows beyond a limit or is forgotten.
struct RuleMemory<Outcome: Sendable>: ~Copyable, Sendable {
    private var values: ByteInterner
    /// By value.
    private var outcomes: [Outcome] = []
    private var texts: ByteInterner
    private let limit: (count: Int, bytes: Int)
    /// How many bytes of values there is room for.
    private var room: Int

    /// - Parameters:
    ///   - count: how many values are kept from one batch to the next at most.
    ///   - bytes: how many bytes these have together at most.
    init(seed: UInt64, count: Int, bytes: Int) {
        values = ByteInterner(seed: seed)
        texts = ByteInterner(seed: seed)
        limit = (count, bytes)
        room = bytes * 2
        values.reserveBytes(room)
    }

    /// What `rule` makes of the distinct parts of a batch's values, remembered or worked out.
    ///
    /// - Parameter rule: adds the texts of its outcome to its second argument.
    mutating func outcomes(
        of parts: ValueParts.Builder, _ rule: (Span<UInt8>, inout ByteInterner) -> Outcome
    ) -> RuleOutcomes<Outcome> {
        makeRoom(parts.byteCount)
        let numbers = parts.intern(&values)
        for number in outcomes.count..<values.dictionary.count {
            outcomes.append(values.dictionary.withValue(number) { rule($0, &texts) })
        }
        let found = present(numbers)
        if outcomes.count > limit.count || values.dictionary.byteCount > limit.bytes { forget() }
        return found
    }

    /// The outcomes that a batch has, numbered anew in order of appearance.
    private func present(_ numbers: [UInt32]) -> RuleOutcomes<Outcome> {
        var present: [Outcome] = []
        var renumbered = IndexMap(count: outcomes.count)
        for number in numbers where number != absentIndex && renumbered[number] == absentIndex {
            renumbered[number] = UInt32(present.count)
            present.append(outcomes[Int(number)])
        }
        return RuleOutcomes(outcomes: present, map: IndexMap(renumbered(numbers)), texts: texts.dictionary)
    }

    /// Sees to it that values with so many bytes join the others without moving them.
    private mutating func makeRoom(_ byteCount: Int) {
        guard values.dictionary.byteCount + byteCount > room else { return }
        forget()
        room = max(room, byteCount)
        values.reserveBytes(room)
    }

    /// Overwrites the values; whoever holds the memory does so before letting it go.
    mutating func forget() {
        values.erase()
        outcomes.removeAll()
        texts.removeAll()
    }
}
