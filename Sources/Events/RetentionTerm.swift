/// How long something is kept.
public enum RetentionTerm: Hashable, Sendable {
    /// Not at all.
    case none
    case days(Int)
    /// Months of the civil calendar, which is not so many days.
    case months(Int)
    case unlimited

    /// Whether nothing that this term keeps would be gone after the other one, whatever the day.
    public func isAtMost(_ other: RetentionTerm) -> Bool {
        if case (.months(let count), .months(let limit)) = (self, other) { return count <= limit }
        return mostDays <= other.leastDays
    }

    private var mostDays: Int {
        switch self {
        case .none: 0
        case .days(let count): count
        case .months(let count): count * 31
        case .unlimited: .max
        }
    }

    private var leastDays: Int {
        switch self {
        case .none: 0
        case .days(let count): count
        case .months(let count): count * 28
        case .unlimited: .max
        }
    }
}

extension RetentionTerm: CustomStringConvertible {
    /// As policies write it.
    public var description: String {
        switch self {
        case .none: "none"
        case .days(let count): count == 1 ? "1 day" : "\(count) days"
        case .months(let count) where count % 12 == 0: count == 12 ? "1 year" : "\(count / 12) years"
        case .months(let count): count == 1 ? "1 month" : "\(count) months"
        case .unlimited: "unlimited"
        }
    }

    /// Reads `3 months`, `30 days`, `1 year`, `none` or `unlimited`; nil for anything else.
    public init?(_ text: String) {
        switch text {
        case "none": self = .none
        case "unlimited": self = .unlimited
        default:
            let words = text.split(separator: " ")
            guard words.count == 2, words[0].utf8.allSatisfy({ (48...57).contains($0) }), let count = Int(words[0]),
                (1...1200).contains(count)
            else { return nil }
            switch words[1] {
            case "day", "days": self = .days(count)
            case "month", "months": self = .months(count)
            case "year", "years": self = .months(count * 12)
            default: return nil
            }
        }
    }
}
