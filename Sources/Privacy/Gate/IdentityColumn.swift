internal import Events

/// The identifiers of one identity column in canonical form, not yet pseudonymised: for each row which one it has.
struct IdentityColumn {
    /// One per row, ``absentIndex`` where the row has no such identifier.
    let indices: [UInt32]
    /// The distinct identifiers: the number of the first part in the high half, of the second, if any, in the low one.
    let identifiers: [UInt64]
    /// The parts (``IdentifierPart``).
    let parts: ByteDictionary

    /// The day's pseudonyms.
    func pseudonyms(_ field: EventField.Identity, day: DayColumn, _ pseudonymizer: Pseudonymizer) -> PseudonymColumn {
        var message: [UInt8] = []
        func pseudonym(_ identifier: UInt64) -> Pseudonym {
            message.removeAll(keepingCapacity: true)
            message.append(Pseudonymizer.version)
            append(UInt32(truncatingIfNeeded: identifier >> 32), to: &message)
            append(UInt32(truncatingIfNeeded: identifier), to: &message)
            return pseudonymizer.pseudonym(field, of: message.span)
        }
        guard let values = day.values else {
            return PseudonymColumn(dictionary: identifiers.map(pseudonym), indices: indices)
        }
        guard !values.isEmpty else { return PseudonymColumn() }
        return PseudonymColumn(
            dictionary: values.map { pseudonym(identifiers[Int($0)]) }, indices: day.indices)
    }

    private func append(_ part: UInt32, to message: inout [UInt8]) {
        guard part != absentIndex else { return }
        parts.withValue(Int(part)) { message.append($0) }
    }
}
