public import Privacy
import Store

/// Checks the audit log of a store.
public struct AuditCheck {
    /// What was checked against what, and what came out.
    public struct Outcome: Sendable {
        public let path: String
        public let findings: AuditFindings
        /// Whether a key directory said how many records there must be.
        public let hasKeys: Bool
        /// Whether the MACs were checked.
        public let checkedMACs: Bool
        /// The head that was kept, against which the log was held.
        public let keptHead: AuditHead?
        /// Bytes of a record that a crash has left unfinished; the next job removes them.
        public let unfinishedBytes: Int
    }

    private let environment: JobEnvironment

    public init(environment: JobEnvironment) {
        self.environment = environment
    }

    /// Reads the whole log once.
    ///
    /// - Parameters:
    ///   - officerKey: by which the MACs are checked; nil to leave them.
    ///   - head: a file with a head that was kept, or `-` for the standard input; nil if there is none.
    /// - Throws: ``JobError`` (missing) if there is no log, (data) if the officer's key opens nothing or the head is none;
    ///   what is wrong with the log is in the outcome.
    public func run(officerKey: OfficerKeyFile?, head: String?) throws -> Outcome {
        let keptHead = try head.map(AuditHeadFile.read)
        let keys = try openKeys()
        let macs = try officerKey.map { try open($0, keys) }
        // A copy on a medium that cannot be written has no writers either.
        let lock = try? Store.lockAudit(inStore: environment.storePath, .shared)
        defer { withExtendedLifetime(lock) {} }
        return try check(macs, keys, keptHead)
    }

    private func check(
        _ macs: consuming AuditKeyChain?, _ keys: KeyDirectory?, _ head: AuditHead?
    ) throws -> Outcome {
        let path = StoreLayout(root: environment.storePath).auditLog
        let hasMACs = macs != nil
        var verifier = AuditVerifier(keys: macs, head: head)
        var rest = 0
        let hasKey = try keys?.auditKey() != nil
        if let file = try AuditFile.openForReading(path) {
            var lines = AuditLines(file)
            while let line = try lines.next() { verifier.take(line.bytes) }
            rest = lines.rest.count
        } else if !hasKey {
            throw JobError(.missing, "There is no audit log at \(path). `footfall ingest` begins one.")
        }
        if let key = try keys?.auditKey() { verifier.compare(with: key) }
        return Outcome(
            path: path, findings: verifier.finish(), hasKeys: hasKey, checkedMACs: hasMACs, keptHead: head,
            unfinishedBytes: rest)
    }

    /// - Returns: nil if there is no key directory: an auditor may have a copy of the log alone.
    private func openKeys() throws -> KeyDirectory? {
        do {
            return try environment.openKeys(create: false)
        } catch KeyDirectoryError.missing {
            return nil
        }
    }

    private func open(_ file: OfficerKeyFile, _ keys: KeyDirectory?) throws -> AuditKeyChain {
        do {
            if let chain = try keys?.auditKeys(showing: file) { return chain }
        } catch is SealError {
            throw JobError(
                .data,
                "This key does not open audit.origin, which was sealed to the officers there were when the log began. Show the key of one of them."
            )
        }
        throw JobError(
            .missing,
            "There is no audit.origin in \(environment.keysPath), by which an officer's key checks the log. Restore it, or leave --officer-key out."
        )
    }
}
