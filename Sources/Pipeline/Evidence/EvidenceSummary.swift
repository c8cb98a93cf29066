public import Events

/// What was put into a folder of evidence.
public struct EvidenceSummary: Sendable {
    public let folder: String
    public let from: Day
    public let to: Day
    /// The files, the manifest among them.
    public let files: Int
    public let certificates: Int
    /// Days of which sealed lines are still there.
    public let living: Int
    /// Days whose sealed lines are gone.
    public let destroyed: Int
    /// What is wrong with certificates or with the audit log; it stands in the folder too.
    public let faults: [String]
}
