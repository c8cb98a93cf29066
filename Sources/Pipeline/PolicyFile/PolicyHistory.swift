public import Events
import Privacy
import Store

/// Every version of a store's policy that has ruled, rules or is announced; looks and changes nothing.
public struct PolicyHistory: Sendable {
    public enum State: String, Sendable {
        case past, rules, announced, withdrawn
    }

    /// One version.
    public struct Entry: Sendable {
        public let digest: String
        /// The day on which it was announced, or ruled at once.
        public let published: Day
        /// The day from which on it counts.
        public let effective: Day
        public let state: State
    }

    /// In the order in which they were recorded; `policy.yaml` is among them once it has ruled or is announced.
    public let entries: [Entry]
    public let ruling: PolicyRuling

    /// The policy in force as the file that says it, every setting explained.
    public var text: String { PolicyText.yaml(ruling.policy) }

    /// Reads the versions; without a store `policy.yaml` rules.
    ///
    /// - Throws: ``JobError`` or ``StoreError``.
    public static func read(_ environment: JobEnvironment) throws -> PolicyHistory {
        let register =
            environment.storeExists
            ? try environment.register(of: environment.openStore(create: false))
            : PolicyRegister(versions: [], today: StoreCalendar.utc.day(of: environment.now() / 1000))
        let ruling = register.ruling?.number
        let entries = register.versions.map { version in
            let state: State =
                if version.withdrawn != nil {
                    .withdrawn
                } else if version.number == ruling {
                    .rules
                } else if version.effective > register.today {
                    .announced
                } else { .past }
            return Entry(
                digest: version.digest, published: version.published, effective: version.effective, state: state)
        }
        return PolicyHistory(entries: entries, ruling: try register.ruling(over: environment.policy).ruling)
    }
}
