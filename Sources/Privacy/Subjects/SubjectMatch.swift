/// What the identifiers of one row say of a list of subjects.
public struct SubjectMatch: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// The row has a strong identifier that is listed.
    public static let own = SubjectMatch(rawValue: 1)
    /// The row has a strong identifier that is not listed.
    public static let foreign = SubjectMatch(rawValue: 2)
    /// The row's client is a listed address.
    public static let address = SubjectMatch(rawValue: 4)

    /// Whether the row is a listed subject's: by a strong identifier, or by the address if nothing on the row names
    /// anybody else.
    public var isObjector: Bool {
        contains(.own) || intersection([.address, .foreign]) == .address
    }
}
