public import Privacy

/// What was handed over, and what could not be.
public struct AuthorityPackageSummary: Sendable {
    public let path: String
    public let bytes: Int64
    /// SHA-256 of the package, as it is on record.
    public let digest: AuditDigest
    public let manifest: PackageManifest
    public let faults: [LineFault]
    /// Lines that the filter could not be held against.
    public let unparsable: Int
}
