/// Which rows of an array of values are null.
///
/// What such a row holds in the array does not matter.
public enum NullRows<Value: Hashable & Sendable>: Hashable, Sendable {
    case none
    /// The rows that hold this value.
    case marked(by: Value)
    /// The rows whose flag is true; as many flags as rows.
    case flagged([Bool])
}
