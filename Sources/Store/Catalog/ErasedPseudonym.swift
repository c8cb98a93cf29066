public import Events

/// A pseudonym of an epoch that is not closed, whose rows closing leaves out.
public struct ErasedPseudonym: Hashable, Sendable {
    /// In which column it stands: that of visitors or that of devices.
    public let field: EventField.Identity
    public let pseudonym: Pseudonym

    public init(_ field: EventField.Identity, _ pseudonym: Pseudonym) {
        self.field = field
        self.pseudonym = pseudonym
    }
}
