/// Why an officer's key, or what is to be done with it, is refused; names paths and officers, never key bytes.
public enum OfficerError: Error, Equatable, Sendable {
    /// The name cannot be that of a file.
    case badName(String)
    /// A file of that name is there already.
    case present(path: String)
    /// There is no such file.
    case noKeyFile(path: String)
    /// What was read is no private half of an officer.
    case noOfficerKey(path: String)
    /// Others than its owner may read the officer's key.
    case keyTooOpen(path: String, mode: UInt32)
    /// The key belongs to none of the officers.
    case unknownKey
    /// There is no officer at all.
    case noOfficers(path: String)
    /// No private half waits to be taken away.
    case nothingToTake(path: String)
    /// The key that was shown is the file that would be destroyed: nobody has carried anything away yet.
    case notCarriedAway(path: String)
    /// The key that was shown is another one than the one that waits.
    case anotherKey(fingerprint: String)
}

extension OfficerError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .badName(let name):
            "\(name): an officer's name has up to 64 small letters, digits, - _ and ., such as anna"
        case .present(let path):
            "\(path) is there already, and nothing was changed; take another name"
        case .noKeyFile(let path):
            "\(path): no such file"
        case .noOfficerKey(let path):
            "\(path): no officer's private half, or a damaged one"
        case .keyTooOpen(let path, let mode):
            """
            \(path): mode \(String(mode, radix: 8)) lets others read it; an officer's key needs 600. From a medium that knows \
            no modes, give it as the standard input, with - for the file
            """
        case .unknownKey:
            "This key belongs to no officer of the key directory; `footfall officer list` shows whose are known"
        case .noOfficers(let path):
            "\(path): no officer yet; `footfall officer new NAME --add` makes one"
        case .nothingToTake(let path):
            "\(path) is not there: no private half waits to be taken away"
        case .notCarriedAway(let path):
            "This is \(path) itself. Copy it to where only the officer can read it, and name the copy"
        case .anotherKey(let fingerprint):
            "This key is not the one that waits in the key directory, whose fingerprint is \(fingerprint); nothing was removed"
        }
    }
}
