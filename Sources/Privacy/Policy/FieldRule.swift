/// What the gate does to the values of one column.
public enum FieldRule: String, Hashable, Sendable, CaseIterable {
    /// Stores nothing.
    case drop
    /// Stores the value as it is, if it belongs to the closed vocabulary of its column or is a plain number.
    case keep
    /// Stores 16 bytes that stand for the identifier within one epoch.
    case pseudonymize
    /// Stores the network of an address, such as `203.0.113.0/24`.
    case truncate
    /// Stores another address for each address within one day, so that two that share their first bits still do.
    case prefixPreserving = "prefix-preserving"
    /// Stores what is left of the value once everything that could point to a person is cut away.
    case generalize

    /// What the rule does, for people.
    public var meaning: String {
        switch self {
        case .drop: "is not stored"
        case .keep: "the value, if it is a number or in a list of known values"
        case .pseudonymize: "a keyed pseudonym; its key is destroyed when the day is closed"
        case .truncate: "the network that the address lies in"
        case .prefixPreserving: "another address, the same for one day"
        case .generalize: "what is left without anything that points to a person"
        }
    }
}
