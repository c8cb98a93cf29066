/// Who may see an output; every output names its class.
public enum OutputClass: String, CaseIterable, Sendable {
    /// Stays within the organisation: numbers that stand on at least k visitors.
    case `internal`
    /// May leave it: months only, rounded, one dimension, no free text.
    case published
}
