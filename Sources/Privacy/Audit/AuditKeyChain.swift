/// The keys of all records of a log, as an officer's private half opens them.
public struct AuditKeyChain: ~Copyable {
    /// A key with which the log began, for an array cannot hold what cannot be copied.
    private final class Beginning {
        let key: AuditKey

        init(_ key: consuming AuditKey) {
            self.key = key
        }
    }

    private let beginnings: [Beginning]
    private var current: AuditKey
    /// How many keys may still be computed: a log that claims to be longer than it can be must not take for ever.
    private var stepsLeft: Int

    private init(_ beginnings: [Beginning], _ current: consuming AuditKey, stepLimit: Int) {
        self.beginnings = beginnings
        self.current = current
        stepsLeft = stepLimit
    }

    /// - Throws: ``SealError/cannotOpen`` if not one of the origins was sealed to the officer.
    static func open(
        _ origins: [AuditOrigin], by officer: borrowing PrivateHalf, stepLimit: Int = 1 << 24
    ) throws(SealError) -> AuditKeyChain {
        var beginnings: [Beginning] = []
        for origin in origins {
            guard let key = try? origin.open(by: officer) else { continue }
            beginnings.append(Beginning(key))
        }
        guard let first = beginnings.first else { throw .cannotOpen }
        return AuditKeyChain(beginnings, first.key.next(), stepLimit: stepLimit)
    }

    /// Whether a MAC is that of a record's hash; nil if that cannot be told, since the log's key began later.
    mutating func isMAC(_ line: AuditLine) -> Bool? {
        let number = line.record.number
        guard let beginning = beginnings.last(where: { $0.key.number <= number }) else { return nil }
        if number == beginning.key.number { return beginning.key.isMAC(line.mac, of: line.hash) }
        if current.number > number || current.number <= beginning.key.number { current = beginning.key.next() }
        while current.number < number {
            guard stepsLeft > 0 else { return nil }
            stepsLeft -= 1
            current = current.next()
        }
        return current.isMAC(line.mac, of: line.hash)
    }
}

extension KeyDirectory {
    /// The keys of all records of the audit log.
    ///
    /// - Returns: nil if there is nothing by which a log could be checked.
    /// - Throws: ``SealError/cannotOpen`` if the officer was none when the log began.
    public func auditKeys(showing file: OfficerKeyFile) throws -> AuditKeyChain? {
        let origins = try auditOrigins()
        return origins.isEmpty ? nil : try AuditKeyChain.open(origins, by: file.read())
    }
}
