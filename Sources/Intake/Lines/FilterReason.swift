/// Why a line is passed over although nothing is wrong with it.
public enum FilterReason: Int, CaseIterable, Sendable {
    /// The line is empty or has nothing but white space.
    case blank
    /// The line begins with `#`, as headers and comments of W3C logs do.
    case directive

    /// One word for summaries and machines.
    public var name: String { String(describing: self) }
}
