/// Something that is not as it should be, and what to do about it.
public struct StatusProblem: Hashable, Sendable {
    /// What it is about.
    public enum Kind: String, Sendable, CaseIterable {
        /// A file of settings, or the policy.
        case configuration
        /// The machine's time.
        case clock
        /// The key directory.
        case keys
        /// Who can read what is sealed.
        case officers
        /// Days that are over and not closed.
        case closing
        /// What should have been destroyed.
        case late
        /// Holds that wait for somebody.
        case holds
        /// Input files that hold lines whose term is over.
        case inputs
        /// Requests that have to be answered soon, or should have been.
        case requests
        /// Files on record that are missing.
        case files
        /// The audit log.
        case audit
    }

    public let kind: Kind
    /// What is wrong: a sentence.
    public let what: String
    /// What to do next: a sentence.
    public let remedy: String
    /// Whether nothing goes on, or something stays, until a person has done it.
    public let needsPerson: Bool

    init(_ kind: Kind, _ what: String, _ remedy: String, needsPerson: Bool = true) {
        self.kind = kind
        self.what = what
        self.remedy = remedy
        self.needsPerson = needsPerson
    }
}
