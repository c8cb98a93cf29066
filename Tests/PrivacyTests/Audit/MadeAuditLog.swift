@testable import Privacy

/// An audit log in memory, whose first key is that of the bytes 0, 1, … 31.
struct MadeAuditLog {
    var lines: [String] = []
    private(set) var count = 0
    private var hash = AuditDigest.beginning
    private let first: UInt8

    init(_ events: [AuditEvent] = [], firstKey first: UInt8 = 0) {
        self.first = first
        for event in events { append(event) }
    }

    mutating func append(_ event: AuditEvent, _ fields: [AuditField] = [], under number: Int? = nil) {
        count += 1
        let record = AuditRecord(
            number: count, time: 1_772_337_600 + Int64(count), event: event,
            by: AuditAuthor(host: "host", user: 1000), fields)
        let hash = hash.following(record.text)
        let mac = key(number ?? count).mac(of: hash)
        lines.append("\(record.text.dropLast()),\"hash\":\"\(hash.text)\",\"mac\":\"\(mac.text)\"}")
        self.hash = hash
    }

    /// Number and hash of the last record.
    var head: AuditHead { AuditHead(number: count, hash: hash) }

    var bytes: [UInt8] { Array(lines.map { $0 + "\n" }.joined().utf8) }

    /// The key of a record.
    func key(_ number: Int) -> AuditKey {
        var key = AuditKey(number: 1, secret: TestKeys.secret(startingWith: first))
        while key.number < number { key = key.next() }
        return key
    }

    /// What an officer opens to check it.
    func keys(from number: Int = 1, stepLimit: Int = 1000) throws -> AuditKeyChain {
        let half = PrivateHalf.random()
        let officer = Officer(name: "anna", publicHalf: half.publicHalf, made: TestKeys.day)
        return try AuditKeyChain.open([AuditOrigin.seal(key(number), to: [officer])], by: half, stepLimit: stepLimit)
    }

    /// What comes out when `text` is checked with the keys of this log.
    func check(_ text: [UInt8], showing isShown: Bool, head: AuditHead? = nil) throws -> AuditFindings {
        var verifier = AuditVerifier(keys: isShown ? try keys() : nil, head: head)
        for line in text.split(separator: 10, omittingEmptySubsequences: false).dropLast() { verifier.take(line) }
        verifier.compare(with: key(count + 1))
        return verifier.finish()
    }

    func check(_ lines: [String], showing isShown: Bool, head: AuditHead? = nil) throws -> AuditFindings {
        try check(Array(lines.map { $0 + "\n" }.joined().utf8), showing: isShown, head: head)
    }
}
