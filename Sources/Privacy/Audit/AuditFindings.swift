/// What came out when an audit log was checked.
public struct AuditFindings: Sendable {
    /// The first of the faults, in the order of the log.
    public internal(set) var faults: [AuditFault] = []
    public internal(set) var faultCount = 0
    public internal(set) var lines = 0
    /// Records whose MAC was checked.
    public internal(set) var checkedMACs = 0
    /// The first record that is there.
    public internal(set) var first: AuditRecord?
    public internal(set) var last: AuditRecord?
    /// Number and hash of the last record.
    public internal(set) var head: AuditHead?
    /// Whether it was the key directory's key that told how many records there must be.
    public internal(set) var isCounted = false
    /// Whether the last record's key waits to be advanced, which the next job does.
    public internal(set) var isUnadvanced = false

    public var isGood: Bool { faultCount == 0 }

    static let faultLimit = 100

    mutating func add(_ fault: AuditFault) {
        faultCount += 1
        if faults.count < AuditFindings.faultLimit { faults.append(fault) }
    }
}
