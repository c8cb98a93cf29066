/// What officers approve before it is done.
public enum Approval: String, CaseIterable, Sendable {
    /// Telling people what is stored of them.
    case disclose
    /// Putting something right that is stored of them.
    case correct
    /// No longer using what is stored of them.
    case restrict
    /// Taking out what is stored of them.
    case erase
    /// Handing lines to an authority.
    case authority
    /// Keeping records for longer.
    case hold
}
