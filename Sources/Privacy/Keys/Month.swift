public import Events

/// A civil month, the term of one identity key.
public struct Month: Hashable, Comparable, Sendable {
    public let year: Int
    /// 1…12.
    public let number: Int

    /// The month that `day` lies in.
    public init(of day: Day) {
        let civil = day.civil
        year = civil.year
        number = civil.month
    }

    /// Reads `YYYY-MM` and nothing else.
    public init?(_ text: some StringProtocol) {
        guard let first = Day(String(text) + "-01") else { return nil }
        self.init(of: first)
    }

    /// The last day that lies in it.
    public var lastDay: Day {
        guard let first = Day(year: year, month: number, day: 1) else { preconditionFailure("months have a first day") }
        let next = first.advanced(by: 31)
        return next.advanced(by: -next.civil.day)
    }

    public static func < (left: Month, right: Month) -> Bool {
        (left.year, left.number) < (right.year, right.number)
    }
}

extension Month: CustomStringConvertible {
    /// `YYYY-MM`.
    public var description: String {
        func padded(_ value: Int, _ width: Int) -> String {
            let digits = String(value)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return "\(padded(year, 4))-\(padded(number, 2))"
    }
}
