import Store

extension ExpirySummary {
    /// A line for people about the clock, if nothing was destroyed because of it.
    public var clockRemark: String? {
        switch decision {
        case .go: nil
        case .behind(let gap):
            "the clock is \(ExpiryJob.span(gap)) behind the time that the last run recorded: nothing is destroyed until it has caught up. If it"
                + " is right, run the command again with --now, the time and --yes"
        case .ahead(let gap):
            "the clock is \(ExpiryJob.span(gap)) ahead of the time that the last run recorded: nothing was destroyed. If it is right,"
                + " run the command again with --now, the time and --yes"
        }
    }

    /// - Throws: ``JobError`` (busy) if the clock is so far ahead that somebody has to confirm it.
    public func check() throws {
        guard case .ahead = decision, let clockRemark else { return }
        throw JobError(.busy, clockRemark.prefix(1).uppercased() + clockRemark.dropFirst() + ".")
    }
}
