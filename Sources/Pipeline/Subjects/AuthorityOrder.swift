public import Events
public import Privacy

/// What an authority has ordered to be handed over.
public struct AuthorityOrder: Sendable {
    public let days: ClosedRange<Day>
    /// Which lines of these days.
    public let filter: LineFilter
    /// Who can open the package.
    public let recipient: Officer
    /// By which the authority knows its order; the package holds its SHA-256.
    public let reference: String

    public init(days: ClosedRange<Day>, filter: LineFilter, recipient: Officer, reference: String) {
        self.days = days
        self.filter = filter
        self.recipient = recipient
        self.reference = reference
    }
}
