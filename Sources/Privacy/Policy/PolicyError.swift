/// Why a policy cannot be used.
public enum PolicyError: Error, Equatable, Sendable {
    /// The rule does not fit the column; `fitting` are those that do.
    case ruleDoesNotFit(column: String, rule: FieldRule, fitting: [FieldRule])
    /// Fewer than three people behind a number do not hide anyone.
    case thresholdTooSmall(Int)
    /// A visit ends after at least one second without a page view.
    case visitGapTooShort(Int)
}

extension PolicyError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .ruleDoesNotFit(let column, let rule, let fitting):
            "\(PolicyError.consequence(of: rule, column)) Use \(fitting.map(\.rawValue).joined(separator: ", ")) or drop."
        case .thresholdTooSmall(let threshold):
            "k is \(threshold); it must be at least \(Policy.smallestThreshold), since fewer people hide nobody."
        case .visitGapTooShort(let seconds):
            "The gap that ends a visit is \(seconds) s; it must be at least 1 s."
        }
    }

    private static func consequence(of rule: FieldRule, _ column: String) -> String {
        rule == .keep
            ? "keep would store in clear what can point to a person in \(column)."
            : "The rule \(rule.rawValue) does not fit \(column)."
    }
}
