/// Whose the lines of an address are on one day that do not name the subject.
public enum AddressTie: String, CaseIterable, Sendable {
    /// No line has the address and nothing else.
    case unseen
    /// Those that name nobody are the subject's: it is proved that nobody else uses the address, or the subject was there, nobody
    /// else was, and all of them have a user agent that the subject had there.
    case tied
    /// All of them are the subject's: it is proved that nobody else uses the address, and nobody else was seen there. What
    /// identifiers the lines bear are those of one visitor.
    case sole
    /// Those that name nobody may be somebody else's.
    case shared
}
