/// The time span of one pseudonym key: a day, or one supplement of a day that was already closed.
public struct Epoch: Hashable, Comparable, Sendable {
    public let day: Day
    /// 0 for the day itself; 1, 2, … for the lines that arrived after it was closed.
    public let supplement: Int

    public init(day: Day, supplement: Int = 0) {
        self.day = day
        self.supplement = supplement
    }

    /// Reads what `description` writes.
    public init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard let first = parts.first, let day = Day(first) else { return nil }
        switch parts.count {
        case 1: self.init(day: day)
        case 2:
            guard parts[1].first == "s", let number = Int(parts[1].dropFirst()), number > 0 else { return nil }
            self.init(day: day, supplement: number)
        default: return nil
        }
    }

    public static func < (left: Epoch, right: Epoch) -> Bool {
        (left.day, left.supplement) < (right.day, right.supplement)
    }
}

extension Epoch: CustomStringConvertible {
    /// `2026-03-01` for the day itself, `2026-03-01.s1` for its first supplement.
    public var description: String {
        supplement == 0 ? day.description : "\(day).s\(supplement)"
    }
}
