public import Events
import Privacy
import Store

/// Announces what `policy.yaml` says, from the day on that the ruling version's notice allows.
public struct PolicyPublishing {
    private let environment: JobEnvironment

    public init(environment: JobEnvironment) {
        self.environment = environment
    }

    /// Puts the version on record; once is enough, a second time changes nothing.
    ///
    /// A version that is announced and whose day has not come is withdrawn by another one.
    ///
    /// - Parameter effective: the day from which on the policy is to count; nil for the first possible one.
    /// - Throws: ``JobError`` (usage) if that is too early for the notice that was promised, ``StoreError`` (missing) if
    ///   there is no store.
    public func run(effective: Day?) throws -> PolicyPublication {
        let (store, keys) = try environment.openBoth(create: false)
        let log = environment.audit(keys)
        while true {
            let register = try environment.register(of: store)
            guard let publication = try publish(effective, register, store.catalog) else { continue }
            try log.append(.policy, AuditLog.fields(ofPolicy: publication.digest, from: publication.effective))
            return publication
        }
    }

    /// - Returns: nil if another process has recorded a version meanwhile.
    private func publish(_ wanted: Day?, _ register: PolicyRegister, _ catalog: Catalog) throws -> PolicyPublication? {
        let (file, today) = (environment.policy, register.today)
        let digest = file.digest
        guard let ruling = register.ruling else {
            guard wanted ?? today == today else {
                throw JobError(
                    .usage,
                    "This is the store's first policy: none could rule before it. Publish it without --effective.")
            }
            return try record(file, today, register, catalog, change: nil, notice: 0)
        }
        let old = try PolicyFile.policy(of: ruling, places: file.options.placesPath)
        let change = PolicyChange(from: old, to: file)
        let notice = old.options.notice?.days(before: change.kind) ?? 0
        func done(_ effective: Day) -> PolicyPublication {
            PolicyPublication(
                change: change, digest: digest, effective: effective, ruling: ruling.digest, notice: notice,
                isNew: false, rules: effective <= today)
        }
        if ruling.digest == digest {
            if register.announced != nil { try catalog.withdrawPolicies(announcedOn: today) }
            return done(ruling.effective)
        }
        if let announced = register.announced, announced.digest == digest,
            wanted ?? announced.effective == announced.effective
        {
            return done(announced.effective)
        }
        let earliest = today.advanced(by: notice)
        guard wanted ?? earliest >= earliest else {
            throw JobError(
                .usage,
                "The policy in force promises \(notice) days of notice before such a change: --effective can be \(earliest) or later."
            )
        }
        return try record(file, wanted ?? earliest, register, catalog, change: change, notice: notice)
    }

    private func record(
        _ file: Policy, _ effective: Day, _ register: PolicyRegister, _ catalog: Catalog, change: PolicyChange?,
        notice: Int
    ) throws -> PolicyPublication? {
        let version = register.version(file, effective: effective)
        guard try catalog.record(version) else { return nil }
        let rules = effective <= register.today
        return PolicyPublication(
            change: change, digest: version.digest, effective: effective,
            ruling: rules ? version.digest : register.ruling?.digest ?? version.digest, notice: notice, isNew: true,
            rules: rules)
    }
}
