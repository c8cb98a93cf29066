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
    /// The first of the row's strong identifiers, in the order in which visitors are told apart, is listed.
    public static let leading = SubjectMatch(rawValue: 8)

    /// Whether the row has anything to do with a listed subject: it names one, be it beside somebody else, or it has the address
    /// and names nobody.
    ///
    /// What is to be left out of the events goes by this.
    public var isObjector: Bool {
        contains(.own) || isAddressAlone
    }

    /// Whether the row is a listed subject's: the identifier that makes the visitor is, or it has the address and names nobody.
    ///
    /// Who uses somebody else's browser under an account of their own is not that other person; what is handed out or taken out
    /// for good goes by this.
    public var isSubject: Bool {
        contains(.leading) || isAddressAlone
    }

    /// Whether the row names a listed subject behind somebody else.
    public var isContested: Bool {
        contains(.own) && !contains(.leading)
    }

    private var isAddressAlone: Bool {
        intersection([.address, .foreign]) == .address
    }
}
