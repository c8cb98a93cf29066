public import Privacy
import Store

/// The audit log of a store: <doc:AuditLog>.
///
/// Several processes may write to it; each record has the log for itself while it is written.
public struct AuditLog: Sendable {
    let environment: JobEnvironment
    let keys: KeyDirectory
    /// Told what has just been done; what it throws ends the work there, as a crash would.
    var step: @Sendable (AuditStep) throws -> Void = { _ in }

    init(environment: JobEnvironment, keys: KeyDirectory) {
        self.environment = environment
        self.keys = keys
    }

    var path: String { StoreLayout(root: environment.storePath).auditLog }

    /// Puts something on record, for good when this returns.
    ///
    /// What a crash has left of an earlier record is finished first. If the log is damaged, that is put on record too and told to
    /// ``JobEnvironment/warn``; a job goes on then.
    ///
    /// - Throws: ``JobError`` (cannotCreate, io), ``StoreError`` (missing) if there is no store, ``KeyDirectoryError``.
    public func append(_ event: AuditEvent, _ fields: [AuditField] = []) throws {
        let lock = try Store.lockAudit(inStore: environment.storePath, .exclusive)
        defer { withExtendedLifetime(lock) {} }
        var writer = try AuditWriter.open(self)
        try writer.write(event, fields)
    }

    /// A record of now.
    func record(_ number: Int, _ event: AuditEvent, _ fields: [AuditField]) -> AuditRecord {
        let clock = environment.clock.map { [AuditField.time(.clock, $0() / 1000)] } ?? []
        return AuditRecord(
            number: number, time: environment.now() / 1000, event: event,
            by: AuditAuthor(host: environment.hostName, user: AuditFile.user), fields + clock)
    }

    /// Seals a key with which a log begins to the officers; the first officer is made if there is none.
    func seal(_ key: borrowing AuditKey) throws {
        _ = try environment.makeFirstOfficer(in: keys)
        try keys.sealAuditOrigin(key)
        try step(.keySealed)
    }
}
