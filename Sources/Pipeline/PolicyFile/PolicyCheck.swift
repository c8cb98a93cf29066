import Events
import Privacy

/// What can be said of a policy that is well-formed.
public struct PolicyCheck: Sendable {
    public let path: String
    private let policy: Policy
    /// What a person may want to change.
    public let remarks: [String]

    /// Reads a file.
    ///
    /// - Throws: ``JobError`` as ``PolicyFile/read(_:)``.
    public init(path: String) throws {
        let policy = try PolicyFile.read(path)
        self.path = path
        self.policy = policy
        remarks = PolicyCheck.remarks(policy)
    }

    /// The names of the columns that are stored, besides those that every event has.
    public var columns: [String] {
        EventColumn.all.filter { policy.stores($0) && !EventColumn.essential.contains($0) }.map(\.name)
    }

    public var purposes: [String] { policy.options.purposes.keys.map(\.name).sorted() }
    public var threshold: Int { policy.threshold }
    public var digest: String { policy.digest }

    private static func remarks(_ policy: Policy) -> [String] {
        var remarks: [String] = []
        if policy.site == PolicyFile.builtIn.site {
            remarks.append("site is not set: notices and answers to people say \"\(policy.site)\" instead of a name.")
        }
        if policy.options.hosts.isEmpty {
            remarks.append("hosts is empty: links within the site count as referrers.")
        }
        if !policy.stores(.identity(.visitor)) { remarks.append("visitor is not stored: visitors cannot be counted.") }
        if !policy.stores(.identity(.network)) {
            remarks.append("network is not stored: one network can stand behind all visitors of a released number.")
        }
        let needsPlaces = policy.stores(.text(.country)) || policy.stores(.text(.region))
        switch policy.options.placesPath {
        case nil where needsPlaces: remarks.append("places is none: country and region stay empty.")
        case let path? where needsPlaces:
            do throws(PlaceDatabaseError) {
                let places = try PlaceDatabase.open(path)
                remarks.append("places: \(places.type) of \(places.buildDay)")
            } catch {
                remarks.append("places: \(error)")
            }
        default: break
        }
        if policy.options.retention[.raw] == .none {
            remarks.append("raw lines are not kept: requests of people and authorities cannot be answered from them.")
        } else if policy.options.vault.exact {
            remarks.append("vault.exact is true: passwords and tokens in lines are sealed as they came.")
        }
        return remarks
    }
}
