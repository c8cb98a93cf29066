import Events
import Privacy
import Store

/// Checks what is on record besides files: certificates, statistics, versions of the policy, the audit log.
struct RecordCheck {
    let environment: JobEnvironment
    let store: Store
    let keys: KeyDirectory?
    private(set) var findings: [StoreFinding] = []
    private(set) var certificates = 0
    private(set) var releases = 0
    /// The digests of the policies on record.
    private(set) var policies: Set<String> = []

    init(environment: JobEnvironment, store: Store, keys: KeyDirectory?) {
        self.environment = environment
        self.store = store
        self.keys = keys
    }

    mutating func run() throws {
        try checkCertificates()
        try checkReleases()
        try checkHours()
        try checkPolicies()
        try checkAudit()
    }

    private mutating func checkCertificates() throws {
        let list = Certificates(environment: environment)
        let publicKey = try keys?.signingKey(create: false)?.publicKey
        var entries = try list.entries(in: store, signedBy: publicKey)
        if entries.contains(where: { $0.fault != nil }) {
            // One that has just been written is not on record yet; whoever writes it has the right to aggregate.
            entries =
                try store.withoutAggregation { try list.entries(in: store, signedBy: publicKey) }
                ?? entries.filter(\.isOnRecord)
        }
        certificates = entries.count
        for entry in entries {
            guard let fault = entry.fault else { continue }
            findings.append(StoreFinding(.certificate, "certificates/\(entry.name)", fault))
        }
        for file in try StoreFile.all(inStore: environment.storePath, below: "certificates")
        where StoredName(file.name) != .certificate {
            findings.append(StoreFinding(.orphan, file.name, "No certificate is called so."))
        }
    }

    private mutating func checkReleases() throws {
        let closed = try store.catalog.epochs([.closed])
        // An epoch that was empty when it was closed released nothing, and has no rows.
        var unreleased = Set(try closed.filter { try store.catalog.rowCount(of: $0) > 0 })
        for day in Set(closed.map(\.day)).sorted() {
            for release in try store.catalog.releases(day...day) {
                releases += 1
                unreleased.remove(release.epoch)
                guard SHA256Digest.digest(release.body) != release.digest else { continue }
                findings.append(
                    StoreFinding(
                        .release, "catalog.sqlite", "The statistics of \(release.epoch) are not what was released."))
            }
        }
        for epoch in unreleased.sorted() {
            findings.append(
                StoreFinding(.release, "catalog.sqlite", "The statistics of \(epoch), which is closed, are missing."))
        }
    }

    /// Hours that were released before their day was closed.
    private mutating func checkHours() throws {
        for epoch in try store.catalog.epochs([.open, .closing, .closed]) {
            for hour in try store.catalog.releasedHours(of: epoch)
            where SHA256Digest.digest(hour.body) != hour.digest {
                findings.append(
                    StoreFinding(
                        .release, "catalog.sqlite",
                        "The statistics of hour \(hour.hour) of \(epoch) are not what was released."))
            }
        }
    }

    private mutating func checkPolicies() throws {
        for version in try store.catalog.policyVersions() {
            policies.insert(version.digest)
            let policy = try? PolicyFile.policy(of: version, places: nil)
            guard policy?.digest != version.digest else { continue }
            findings.append(
                StoreFinding(
                    .policy, "catalog.sqlite",
                    "Version \(version.number) of the policy, of \(version.effective), is not what was recorded."))
        }
    }

    private mutating func checkAudit() throws {
        let file = "audit.log"
        do {
            let log = try AuditCheck(environment: environment).run(officerKey: nil, head: nil).findings
            guard let fault = log.faults.first else { return }
            let more = log.faultCount > 1 ? " (first of \(log.faultCount))" : ""
            findings.append(StoreFinding(.audit, file, "\(fault)\(more)."))
        } catch let error as JobError where error.kind == .missing {
            findings.append(StoreFinding(.audit, file, "There is no audit log."))
        }
    }
}
