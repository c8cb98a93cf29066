/// Why a job could not be done; the kind decides the exit code.
public struct JobError: Error, CustomStringConvertible, Sendable {
    public enum Kind: Sendable {
        /// The command was called in a way that makes no sense (64).
        case usage
        /// Too many bad lines, the sums do not balance, or no format fits (65).
        case data
        /// An input or the store is missing (66).
        case missing
        /// Something cannot be made (73).
        case cannotCreate
        /// Reading or writing failed (74).
        case io
        /// Somebody else is at it; try again (75).
        case busy
        /// A key could be read by others (77).
        case permissions
        /// The configuration is wrong, or the store newer than this program (78).
        case configuration
    }

    public let kind: Kind
    public let message: String

    public init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }

    public var description: String { message }
}
