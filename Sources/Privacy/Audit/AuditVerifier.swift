/// Checks an audit log, line by line.
///
/// Each line is held against the one before as it stands there, so that one change makes one fault, and what comes
/// behind it is checked all the same.
public struct AuditVerifier: ~Copyable {
    private var keys: AuditKeyChain?
    private let keptHead: AuditHead?
    private var findings = AuditFindings()
    /// The last readable line.
    private var last: AuditLine?
    /// Which line it is.
    private var lastPlace = 0
    /// How many lines have come since that are no records.
    private var unreadable = 0
    /// The first line, if it is not record 1: then a later record must tell what stood before.
    private var beginning: AuditLine?
    private var beginningHash: AuditDigest?
    private var isHeadFound = false
    /// Whether it has been said that there are records whose MAC cannot be checked.
    private var isUncovered = false

    /// - Parameters:
    ///   - keys: by which MACs are checked; without them they are not.
    ///   - head: one that was kept earlier.
    public init(keys: consuming AuditKeyChain?, head: AuditHead? = nil) {
        self.keys = keys
        keptHead = head
    }

    /// Takes the next line, without its end.
    public mutating func take(_ bytes: some RandomAccessCollection<UInt8>) {
        findings.lines += 1
        guard let line = AuditLine(bytes) else {
            findings.add(AuditFault(line: findings.lines, .unreadable))
            unreadable += 1
            return
        }
        if line.record.number == keptHead?.number { isHeadFound = true }
        if let kind = fault(of: line) {
            findings.add(AuditFault(line: findings.lines, number: line.record.number, kind))
        } else {
            note(line)
        }
        if findings.first == nil { findings.first = line.record }
        last = line
        lastPlace = findings.lines
        unreadable = 0
    }

    /// Holds the log against the key of the next record, as the key directory has it; after the last line.
    public mutating func compare(with key: borrowing AuditKey) {
        findings.isCounted = true
        let number = last?.record.number ?? 0
        if number == key.number, let last {
            findings.isUnadvanced = true
            if !key.isMAC(last.mac, of: last.hash) {
                findings.add(AuditFault(line: lastPlace, number: number, .notGenuine))
            }
        } else if number > key.number {
            findings.add(AuditFault(.keyOlder(key.number)))
        } else if number < key.number - 1 {
            findings.add(AuditFault(.endMissing((number + 1)...(key.number - 1))))
        }
    }

    /// What came out.
    public consuming func finish() -> AuditFindings {
        if let beginning {
            let number = beginning.record.number
            if beginningHash == nil {
                findings.add(AuditFault(line: 1, number: number, .beginningMissing(1...(number - 1))))
            } else if beginningHash?.following(beginning.record.text) != beginning.hash {
                findings.add(AuditFault(line: 1, number: number, .changed))
            }
        }
        if let keptHead, !isHeadFound { findings.add(AuditFault(missing(keptHead))) }
        findings.faults.sort { ($0.line ?? .max) < ($1.line ?? .max) }
        findings.last = last?.record
        findings.head = last.map { AuditHead(number: $0.record.number, hash: $0.hash) }
        return findings
    }

    /// What is wrong with a line; nil if nothing is, as far as can be told.
    private mutating func fault(of line: AuditLine) -> AuditFault.Kind? {
        let number = line.record.number
        // Before anything is decided, so that each MAC is looked at.
        let isGenuine = keys?.isMAC(line)
        if isGenuine != nil { findings.checkedMACs += 1 }
        let isCut = findings.lines == 1 && number > 1
        if isCut { beginning = line }
        let before = last?.record.number ?? 0
        if number <= before { return .misplaced(after: before) }
        if !isCut, number > before + 1 + unreadable { return .missing((before + 1)...(number - 1)) }
        if isGenuine == false { return .notGenuine }
        if !isCut, !follows(line) { return unreadable > 0 ? .uncheckable : .changed }
        if keptHead?.number == number, keptHead?.hash != line.hash { return .headDiffers(number) }
        if keys != nil, isGenuine == nil, !isUncovered {
            isUncovered = true
            return .notCovered
        }
        return nil
    }

    private func follows(_ line: AuditLine) -> Bool {
        // What is written behind a line that is no record begins a chain of its own.
        let previous = unreadable > 0 ? .beginning : last?.hash ?? .beginning
        return previous.following(line.record.text) == line.hash
    }

    /// Notes what a good line tells of the log itself.
    private mutating func note(_ line: AuditLine) {
        let record = line.record
        switch AuditEvent(rawValue: record.event) {
        case .damaged:
            let fault = record.value(of: "fault")?.shown ?? ""
            findings.add(AuditFault(line: findings.lines, number: record.number, .reported(fault)))
        case .trimmed:
            guard case .number(let removed)? = record.value(of: AuditField.Count.removed.rawValue),
                let hash = record.value(of: AuditField.Digest.last.rawValue).flatMap({ AuditDigest(text: $0.shown) })
            else { return }
            if removed + 1 == beginning?.record.number { beginningHash = hash }
            if removed == keptHead?.number, hash == keptHead?.hash { isHeadFound = true }
        default: return
        }
    }

    private func missing(_ head: AuditHead) -> AuditFault.Kind {
        let first = beginning?.record.number ?? 1
        return head.number < first ? .headRemoved(head.number) : .headMissing(head.number)
    }
}
