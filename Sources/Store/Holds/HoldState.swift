/// How far a hold has come.
public enum HoldState: String, CaseIterable, Sendable {
    /// It waits for the approval of another officer.
    case proposed
    /// It was approved, and records are being copied, or were when its process died.
    case copying
    /// All records have been copied.
    case active
    /// Somebody has given it up; its records are being destroyed, or are gone.
    case released
    /// Nothing of it is kept any more: every day's term is over, or nothing matched.
    case ended
}
