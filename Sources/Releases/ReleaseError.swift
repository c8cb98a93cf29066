/// Why stored statistics were refused.
///
/// No case carries any of their content.
public enum ReleaseError: Error, Hashable, Sendable {
    /// The bytes are not those whose digest was stored: they were changed or damaged. Restore the catalog from a
    /// backup.
    case digestMismatch
    /// The digest fits, but the bytes break the format at this offset: they were written by another version.
    case malformed(offset: Int)
    /// The bytes begin with the mark of a newer format. Use the version of Footfall that wrote them, or a newer one.
    case unknownFormat
}

extension ReleaseError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .digestMismatch:
            "stored statistics do not match their digest, so they were changed or damaged: restore the catalog"
        case .malformed(let offset):
            "stored statistics break their format at byte \(offset); were they written by another version of footfall?"
        case .unknownFormat:
            "stored statistics have a format that this version does not know: use the version that wrote them"
        }
    }
}
