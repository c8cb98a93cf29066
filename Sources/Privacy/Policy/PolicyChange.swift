/// What differs between two policies, and what that means for the people whom the data is about.
///
/// Compared is what ``Policy/canonicalText`` says. What cannot be shown to only collect less, keep shorter or hide more
/// counts as the gravest.
public struct PolicyChange: Sendable {
    /// How grave a change is.
    public enum Kind: String, CaseIterable, Comparable, Sendable {
        /// The policies are equal.
        case nothing
        /// Only collects less, keeps shorter or hides more.
        case less
        /// Neither only less nor more: another count of the same, say.
        case other
        /// Collects more, for more purposes or for longer, or may do so.
        case major

        public static func < (left: Kind, right: Kind) -> Bool { left.gravity < right.gravity }

        private var gravity: Int {
            switch self {
            case .nothing: 0
            case .less: 1
            case .other: 2
            case .major: 3
            }
        }
    }

    /// One difference.
    public struct Item: Hashable, Sendable {
        public let kind: Kind
        /// A sentence for people, which names the setting as the policy's file does.
        public let sentence: String

        init(_ kind: Kind, _ sentence: String) {
            self.kind = kind
            self.sentence = sentence
        }
    }

    /// The differences, the gravest first.
    public let items: [Item]

    /// Compares what was with what is to be.
    public init(from old: Policy, to new: Policy) {
        var items = PolicyChange.fieldItems(old, new) + PolicyChange.purposeItems(old.options, new.options)
        items += PolicyChange.boundItems(old.options, new.options) + PolicyChange.listItems(old.options, new.options)
        items += PolicyChange.termItems(old.options, new.options)
        items += PolicyChange.vaultItems(old.options.vault, new.options.vault)
        items += PolicyChange.requestItems(old.options, new.options)
        if old.site != new.site { items.append(Item(.other, "site is \(new.site), was \(old.site).")) }
        self.items = [Kind.major, .other, .less].flatMap { kind in items.filter { $0.kind == kind } }
    }

    /// How grave the gravest difference is.
    public var kind: Kind { items.first?.kind ?? .nothing }
}
