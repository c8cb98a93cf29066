/// Why a line is passed over although nothing is wrong with it.
public enum FilterReason: Int, CaseIterable, Sendable {
    /// The line is empty or has nothing but white space.
    case blank
    /// The line begins with `#`, as headers and comments of W3C logs do.
    case directive
    /// The line is a message of the server or device and tells of no request or event.
    case message
    /// The line is a person's who objects; parsers do not know.
    case objection

    /// One word for summaries and machines.
    public var name: String { String(describing: self) }
}
