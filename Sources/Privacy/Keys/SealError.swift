/// Why something cannot be sealed or opened; tells nothing of what is in it.
public enum SealError: Error, Equatable, Sendable {
    /// Sealed to another key, for another purpose, or changed since; these cannot be told apart.
    case cannotOpen
    /// The public half is no key that anything can be sealed to.
    case unusableKey
}

extension SealError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .cannotOpen: "this key does not open it: it was sealed to another key, or has been changed"
        case .unusableKey: "nothing can be sealed to this public half; make a new pair with `footfall officer new`"
        }
    }
}
