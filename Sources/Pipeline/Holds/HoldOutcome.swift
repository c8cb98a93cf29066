public import Events
public import Privacy
public import Store

/// How a hold stands after a command.
public struct HoldOutcome: Sendable {
    /// One day of it.
    public struct Part: Sendable {
        public let day: Day
        public let state: HoldDay.State
        public let lines: Int
        /// The last day on which its records are kept; nil for no end, or if it has none.
        public let until: Day?
    }

    public let hold: Hold
    public let parts: [Part]
    /// What could not be opened of which file of raw lines, and is not in the hold.
    public let faults: [(file: String, fault: SealedFault)]
    /// Lines that match and were left out by the command, for a restriction or an erasure has locked them.
    public let restricted: Int
    /// Whether the hold was active before, and has all that was asked for.
    public let isKnown: Bool

    init(
        _ hold: Hold, _ terms: HoldTerms, faults: [(file: String, fault: SealedFault)] = [], restricted: Int = 0,
        isKnown: Bool = false
    ) {
        self.hold = hold
        self.faults = faults
        self.restricted = restricted
        self.isKnown = isKnown
        parts = hold.days.map { day in
            Part(
                day: day.day, state: day.state, lines: day.lines,
                until: day.state == .kept ? terms.lastDay(hold.kind, of: day.day, until: hold.until) : nil)
        }
    }
}
