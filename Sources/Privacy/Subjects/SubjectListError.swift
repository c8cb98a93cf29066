/// Why a list of a person's identifiers cannot be read; tells the line, counted from 1, and never what stands there.
public enum SubjectListError: Error, Equatable, Sendable {
    /// The line does not begin with the kind of an identifier and a colon.
    case unknownKind(line: Int)
    /// There is nothing behind the colon.
    case emptyValue(line: Int)
    /// The device id or hardware address stands for "none": all its digits are 0 or f.
    case nullDevice(line: Int)
    /// The identifier has more than ``SubjectList/longestIdentifier`` bytes.
    case tooLong(line: Int)
    /// The line holds one identifier more than ``SubjectList/mostIdentifiers``.
    case tooMany(line: Int)
    /// There is no identifier at all.
    case noIdentifiers
}

extension SubjectListError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unknownKind(let line):
            "Line \(line) does not say what it is. Write the kind, a colon and the identifier; kinds are \(SubjectListError.kinds)."
        case .emptyValue(let line): "Line \(line) has no identifier behind the colon."
        case .nullDevice(let line):
            "Line \(line) has a device id that stands for \"none\": all devices without one share it. Leave it out."
        case .tooLong(let line):
            "Line \(line) has an identifier of more than \(SubjectList.longestIdentifier) bytes. Check the line."
        case .tooMany(let line):
            "With line \(line) there are more than \(SubjectList.mostIdentifiers) identifiers of one person. Make several requests."
        case .noIdentifiers: "There are no identifiers. Give one a line, such as `cookie: …` or `account: …`."
        }
    }

    private static let kinds = SubjectList.names.keys.sorted().joined(separator: ", ")
}
