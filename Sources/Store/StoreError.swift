/// What went wrong with a store: the kind decides the exit code, the message says what to do.
public struct StoreError: Error, CustomStringConvertible, Sendable {
    public enum Kind: Sendable {
        /// There is no store where one was expected.
        case missing
        /// A file or folder could not be made.
        case cannotCreate
        /// Reading, writing or syncing failed; the disk may be full.
        case io
        /// Another process holds what is needed; try again.
        case busy
        /// The store was written by a newer version, or its settings are wrong.
        case configuration
        /// A file is not what the catalog says.
        case damaged
    }

    public let kind: Kind
    public let message: String

    public init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }

    public var description: String { message }
}
