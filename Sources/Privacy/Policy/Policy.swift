import Events

/// What may be collected, why, and how: one rule and one purpose for each column of an event.
///
/// A column that is not listed is not stored (fail closed). Time, kind and resolution belong to every event and are
/// listed always.
public struct Policy: Hashable, Sendable {
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
    public let options: PolicyOptions
    private let fields: [EventColumn: Field]

    /// - Throws: ``PolicyError`` for a rule that does not fit its column, and for bounds that protect nobody.
    public init(
        site: String, options: PolicyOptions = PolicyOptions(), fields: [EventColumn: Field]
    ) throws(PolicyError) {
        guard options.threshold >= Policy.smallestThreshold else { throw .thresholdTooSmall(options.threshold) }
        guard options.visitGap >= 1 else { throw .visitGapTooShort(options.visitGap) }
        for (column, field) in fields where field.rule != .drop && !column.rules.contains(field.rule) {
            throw .ruleDoesNotFit(column: column.name, rule: field.rule, fitting: column.rules)
        }
        self.site = site
        self.options = options
        let essential = EventColumn.essential.map { ($0, Field($0.rules[0])) }
        self.fields = fields.filter { $0.value.rule != .drop }.merging(essential) { listed, _ in listed }
    }

    /// k: how many visitors must stand behind a released number.
    public var threshold: Int { options.threshold }
    /// Seconds without a page view after which a visit has ended.
    public var visitGap: Int { options.visitGap }

    /// Rule and purpose of a column, nil if it is not to be stored.
    public func field(_ column: EventColumn) -> Field? {
        fields[column]
    }

    /// Whether the column is to be stored.
    public func stores(_ column: EventColumn) -> Bool {
        fields[column] != nil
    }
}
