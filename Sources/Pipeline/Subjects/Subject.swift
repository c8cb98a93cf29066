public import Privacy

/// A person who is searched for.
///
/// It holds identifiers in clear, so it lives in memory only.
public struct Subject: Sendable {
    /// As they were written down, in the order in which findings count the addresses among them.
    public let identifiers: [SubjectIdentifier]
    /// Whether it is on record that nobody else uses the addresses.
    public let usesAddressesAlone: Bool

    public init(_ identifiers: [SubjectIdentifier], usesAddressesAlone: Bool = false) {
        self.identifiers = identifiers
        self.usesAddressesAlone = usesAddressesAlone
    }

    public var addresses: [SubjectIdentifier] { identifiers.filter { !$0.isStrong } }

    /// Those of which each tells a person alone.
    public var strong: [SubjectIdentifier] { identifiers.filter(\.isStrong) }

    /// Whether no line can be told to be the subject's before it is proved that nobody else uses the addresses.
    public var needsProof: Bool { strong.isEmpty && !usesAddressesAlone }

    /// Whether the lines of a day have to be looked at before it is known whose those of the addresses are.
    var needsJudgement: Bool { !addresses.isEmpty }
}
