import Events

/// What may be collected, why, and how: one rule and one purpose for each column of an event.
///
/// A column that is not listed is not stored (fail closed). Time, kind and resolution belong to every event and are
/// listed always.
public struct Policy: Sendable {
    /// A rule with its purpose.
    public struct Field: Hashable, Sendable {
        public let rule: FieldRule
        public let purpose: Purpose

        public init(_ rule: FieldRule, for purpose: Purpose = .statistics) {
            self.rule = rule
            self.purpose = purpose
        }
    }

    /// The least `threshold` that a policy may ask for.
    public static let smallestThreshold = 3

    /// The name of the site, part of the derivation of every field's key.
    public let site: String
    /// The site's own host names, lower case.
    public let hosts: [String]
    /// The query parameter that carries the words of the site's own search.
    public let searchParameter: String?
    /// k: how many visitors must stand behind a released number.
    public let threshold: Int
    /// Seconds without a page view after which a visit has ended.
    public let visitGap: Int
    private let fields: [EventColumn: Field]

    public init(
        site: String, hosts: [String] = [], searchParameter: String? = nil, threshold: Int = 10, visitGap: Int = 1800,
        fields: [EventColumn: Field]
    ) throws(PolicyError) {
        guard threshold >= Policy.smallestThreshold else { throw .thresholdTooSmall(threshold) }
        guard visitGap >= 1 else { throw .visitGapTooShort(visitGap) }
        for (column, field) in fields where field.rule != .drop && field.rule != column.rule {
            throw .ruleDoesNotFit(column: column.name, rule: field.rule, fitting: column.rule)
        }
        self.site = site
        self.hosts = hosts
        self.searchParameter = searchParameter
        self.threshold = threshold
        self.visitGap = visitGap
        let essential = Policy.essential.map { ($0, Field($0.rule)) }
        self.fields = fields.filter { $0.value.rule != .drop }.merging(essential) { listed, _ in listed }
    }

    /// Rule and purpose of a column, nil if it is not to be stored.
    public func field(_ column: EventColumn) -> Field? {
        fields[column]
    }

    /// Whether the column is to be stored.
    public func stores(_ column: EventColumn) -> Bool {
        fields[column] != nil
    }

    private static let essential: [EventColumn] = [.time, .text(.kind), .text(.resolution)]
}
