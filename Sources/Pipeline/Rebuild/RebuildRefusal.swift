/// Why the events of an epoch cannot be made anew; it stays as it is.
public enum RebuildRefusal: String, Error, Hashable, CaseIterable, Sendable {
    /// The raw lines of the day are destroyed, or about to be.
    case linesDestroyed = "lines-destroyed"
    /// The events were removed when their term was over.
    case eventsRemoved = "events-removed"
    /// A sealed file of the epoch is missing, damaged, or opens under no key here.
    case fileUnreadable = "file-unreadable"
    /// A sealed line cannot be parsed any more, or falls on another day.
    case lineUnparsable = "line-unparsable"
    /// The text of a policy that ruled then is not on record.
    case policyUnknown = "policy-unknown"
    /// The lines do not make as many rows as the epoch had: some were never sealed.
    case rowsMissing = "rows-missing"
}
