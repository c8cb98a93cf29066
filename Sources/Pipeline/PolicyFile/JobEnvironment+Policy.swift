import Events
import Privacy
import Store

extension JobEnvironment {
    /// The policy that rules in a store today: the one place where jobs learn it.
    ///
    /// When `policy.yaml` begins to rule, it goes on record as a version, and in the audit log.
    func ruling(in store: Store, keys: KeyDirectory) throws -> PolicyRuling {
        while true {
            let register = try register(of: store)
            let (ruling, entry) = try register.ruling(over: policy)
            switch entry {
            case .none: return ruling
            case .withdrawal:
                try store.catalog.withdrawPolicies(announcedOn: register.today)
                return ruling
            case .version:
                // Another job may have been faster; then its version counts.
                guard try store.catalog.record(register.version(policy, effective: register.today)) else { continue }
                try audit(keys).append(.policy, AuditLog.fields(ofPolicy: ruling.digest, from: register.today))
                return ruling
            }
        }
    }

    /// The versions on record, as they stand today.
    func register(of store: Store) throws -> PolicyRegister {
        PolicyRegister(versions: try store.catalog.policyVersions(), today: try today(in: store))
    }

    /// Today in the store's zone; a new store has none before it has read a log.
    func today(in store: Store) throws -> Day { try day(of: now(), in: store) }

    /// Today as far as the next expiry would trust the clock: the recorded time's day where it would not.
    func trustedToday(in store: Store) throws -> Day {
        // What stands there may be damaged, which keeps an expiry from destroying anything, and lines from nothing.
        let recorded = try? store.catalog.recordedTime()
        let decision = ClockGuard(recorded: recorded).decision(at: now(), isConfirmed: false)
        return try day(of: decision == .go ? now() : recorded ?? now(), in: store)
    }

    /// The day in the store's zone, which is not fixed by that, of an instant in UTC milliseconds.
    func day(of instant: Int64, in store: Store) throws -> Day {
        let zone = try store.catalog.value(of: .timeZone) ?? settings.timeZone?.name
        let calendar = zone.flatMap(StoreCalendar.init) ?? StoreCalendar.machine ?? .utc
        return calendar.day(of: instant >= 0 ? instant / 1000 : (instant - 999) / 1000)
    }
}
