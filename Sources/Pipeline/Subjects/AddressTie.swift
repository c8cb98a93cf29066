/// Whether the lines of an address on one day that name nobody are a subject's.
public enum AddressTie: String, CaseIterable, Sendable {
    /// No line has the address.
    case unseen
    /// They are: the subject was there, nobody else was, and all of them have a user agent that the subject had there.
    case tied
    /// They may be somebody else's.
    case shared
}
