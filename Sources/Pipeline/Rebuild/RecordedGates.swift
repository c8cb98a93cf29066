import Events
import Intake
import Privacy
import Store

/// The gates of the policies that have ruled in a store, each with keys for one epoch: made from what is on record, with the file
/// of places as it is today.
final class RecordedGates {
    /// A gate, and the keys of its policy.
    struct Entry {
        let gate: Gate
        let keys: EpochKeys
    }

    private let environment: JobEnvironment
    private let versions: [PolicyVersion]
    private let day: LocalDay
    private let key: EpochKey
    private let seed: UInt64
    private var policies: [String: Policy] = [:]
    private var entries: [String: Entry] = [:]

    /// - Parameter key: of an epoch of the day.
    init(environment: JobEnvironment, store: Store, day: LocalDay, key: consuming EpochKey, seed: UInt64) throws {
        self.environment = environment
        versions = try store.catalog.policyVersions()
        self.day = day
        self.key = key
        self.seed = seed
    }

    /// The gate of the policy with a digest.
    ///
    /// - Throws: ``RebuildRefusal/policyUnknown``, or ``JobError`` (configuration) if its file of places cannot be used.
    func entry(ofPolicy digest: String) throws -> Entry {
        if let known = entries[digest] { return known }
        let policy = try policy(digest)
        let made = Entry(
            gate: Gate(policy: policy, seed: seed, places: try JobEnvironment.places(of: policy)),
            keys: EpochKeys(key, day: day, policy: policy))
        entries[digest] = made
        return made
    }

    /// The policy with a digest.
    ///
    /// - Throws: ``RebuildRefusal/policyUnknown``.
    func policy(_ digest: String) throws -> Policy {
        if let known = policies[digest] { return known }
        let own = [environment.policy, PolicyFile.builtIn].first { $0.digest == digest }
        guard let policy = try own ?? recorded(digest) else { throw RebuildRefusal.policyUnknown }
        policies[digest] = policy
        return policy
    }

    private func recorded(_ digest: String) throws -> Policy? {
        guard let version = versions.last(where: { $0.digest == digest }) else { return nil }
        let policy = try PolicyFile.policy(of: version, places: environment.policy.options.placesPath)
        return policy.digest == digest ? policy : nil
    }

    /// Lets the rows of a batch through the gate of a policy; the gate forgets what they said in clear.
    ///
    /// - Returns: one event for each row, in their order.
    /// - Throws: ``RebuildRefusal/lineUnparsable`` if a row is not of the day; what ``entry(ofPolicy:)`` throws.
    func admit(_ batch: RawBatch, policy digest: String) throws -> EventBatch? {
        let entry = try entry(ofPolicy: digest)
        let events = try entry.gate.admit(batch) { second in
            guard entry.keys.range.contains(second) else { throw RebuildRefusal.lineUnparsable }
            return entry.keys
        }
        entry.gate.forget()
        return events.first
    }
}
