/// What the gate does to the values of one column.
public enum FieldRule: String, Hashable, Sendable, CaseIterable {
    /// Stores nothing.
    case drop
    /// Stores the value as it is, if it belongs to the closed vocabulary of its column or is a plain number.
    case keep
    /// Stores 16 bytes that stand for the identifier within one epoch.
    case pseudonymize
    /// Stores what is left of the value once everything that could point to a person is cut away.
    case generalize
}
