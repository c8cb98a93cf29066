/// Why a policy cannot be used.
public enum PolicyError: Error, Equatable, Sendable {
    /// The rule does not fit the column; `fitting` is the one that does.
    case ruleDoesNotFit(column: String, rule: FieldRule, fitting: FieldRule)
    /// Fewer than three people behind a number do not hide anyone.
    case thresholdTooSmall(Int)
    /// A visit ends after at least one second without a page view.
    case visitGapTooShort(Int)
}

extension PolicyError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .ruleDoesNotFit(let column, let rule, let fitting):
            "\(column): the rule \(rule.rawValue) does not fit; use \(fitting.rawValue) or drop"
        case .thresholdTooSmall(let threshold):
            "k is \(threshold); it must be at least \(Policy.smallestThreshold)"
        case .visitGapTooShort(let seconds):
            "the gap that ends a visit is \(seconds) s; it must be at least 1 s"
        }
    }
}
