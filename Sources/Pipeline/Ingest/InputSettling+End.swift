import Intake

extension InputSettling {
    /// How the bytes of an input stop.
    struct End {
        /// Whether the input has ended; if not, it only is not read on, and its last line stays.
        var isComplete: Bool
        /// Whether parts of a line over the limit have been taken whose end has not come.
        var isWithinOverlongLine: Bool
    }

    /// Decides what the end of the reading leaves open.
    ///
    /// - Parameter rest: the bytes of a last line without a line end.
    /// - Returns: whether `rest` was used; if not, it is pending.
    func end(_ rest: Span<UInt8>, _ end: End) throws -> Bool {
        if identity.isInDoubt, let isUsed = try endInDoubt(rest) {
            endsAsKnown = true
            return isUsed
        }
        overlap?.compare(rest)
        overlap?.close()
        let isRestRepeated = overlap.map { $0.knownLines > held.lineFeeds } ?? false
        if overlap != nil { try settleOverlap() }
        try releaseHeld()
        try reader.decide(tally: &summary.tally)
        if end.isWithinOverlongLine, !isWithinLine {
            rejectOverlong()
            isWithinLine = true
        }
        guard rest.count > 0, end.isComplete, try reader.parses(rest) else { return false }
        _ = try identity.absorb(rest)
        tail.keep(rest)
        if isRestRepeated {
            count(duplicateLines: 0, endsWithinLine: true)
            return true
        }
        try admit(rest, .lines)
        isWithinLine = true
        try reader.decide(tally: &summary.tally)
        return true
    }

    /// Settles an input that stops while it agrees with known content, if it is known as a whole.
    ///
    /// - Returns: whether `rest` belongs to what is known; nil if the input is not known as a whole.
    private func endInDoubt(_ rest: Span<UInt8>) throws -> Bool? {
        var trial = identity
        if case .duplicate(let offset, let isWithinLine) = try trial.absorb(rest).last, offset == trial.offset {
            identity = trial
            settleAsDuplicate(rest, isWithinLine: isWithinLine)
            return true
        }
        guard try identity.endIsKnown(), rest.count == 0 || trial.isInDoubt else { return nil }
        count(duplicateLines: held.lineFeeds, endsWithinLine: false)
        held.clear()
        return false
    }
}
