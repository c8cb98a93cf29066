import Events
import Privacy
import Store

/// The versions of a store's policy as they stand on a day: decides which one rules.
///
/// Where the ruling version promises no notice, `policy.yaml` rules as soon as it is edited. Where it does, what only
/// collects less still rules at once; everything else has to be published and rules from its day on. The promise of the
/// ruling version counts, not that of the edited file: otherwise one edit could take both back.
struct PolicyRegister {
    /// What has to be put on record before a ruling is true.
    enum Entry {
        case none
        /// `policy.yaml` rules from today on.
        case version
        /// `policy.yaml` says again what rules, and no longer what is announced.
        case withdrawal
    }

    let versions: [PolicyVersion]
    let today: Day

    /// The version that rules today; nil if there is none yet.
    ///
    /// Before the day of the first version, where only rehearsals go, the first one rules.
    var ruling: PolicyVersion? {
        let standing = versions.filter { $0.withdrawn == nil }
        return standing.filter { $0.effective <= today }.max {
            ($0.effective, $0.number) < ($1.effective, $1.number)
        } ?? standing.first
    }

    /// The version whose day has not come; publishing another one withdraws it.
    var announced: PolicyVersion? {
        let ruling = ruling?.number
        return versions.last { $0.withdrawn == nil && $0.effective > today && $0.number != ruling }
    }

    /// What rules if `policy.yaml` says `file`.
    ///
    /// - Throws: ``JobError`` (configuration) if the version on record cannot be read.
    func ruling(over file: Policy) throws -> (ruling: PolicyRuling, entry: Entry) {
        let digest = file.digest
        guard let version = ruling else {
            return (PolicyRuling(policy: file, digest: digest, since: today, standing: .rules), .version)
        }
        if version.digest == digest {
            let ruling = PolicyRuling(policy: file, digest: digest, since: version.effective, standing: .rules)
            return (ruling, announced == nil ? .none : .withdrawal)
        }
        let policy = try PolicyFile.policy(of: version, places: file.options.placesPath)
        func keep(_ standing: PolicyRuling.Standing) -> (PolicyRuling, Entry) {
            (
                PolicyRuling(policy: policy, digest: version.digest, since: version.effective, standing: standing),
                .none
            )
        }
        if let announced, announced.digest == digest { return keep(.announced(announced.effective)) }
        if policy.options.notice != nil, PolicyChange(from: policy, to: file).kind > .less { return keep(.unpublished) }
        return (PolicyRuling(policy: file, digest: digest, since: today, standing: .rules), .version)
    }

    /// `policy.yaml` as the next version.
    func version(_ file: Policy, effective: Day) -> PolicyVersion {
        PolicyVersion(
            number: (versions.last?.number ?? 0) + 1, digest: file.digest, text: PolicyText.yaml(file),
            published: today, effective: effective)
    }
}
