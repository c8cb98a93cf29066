import Events

/// Writes instants as RFC 3339 says, in UTC with milliseconds.
public enum UTCTime {
    /// `2026-03-01T00:00:03.000Z`.
    public static func text(milliseconds: Int64) -> String {
        let day = milliseconds >= 0 ? milliseconds / 86_400_000 : (milliseconds - 86_399_999) / 86_400_000
        let rest = milliseconds - day * 86_400_000
        func padded(_ value: Int64, _ width: Int = 2) -> String {
            let digits = String(value)
            return String(repeating: "0", count: width - digits.count) + digits
        }
        return "\(Day(number: Int32(clamping: day)))T\(padded(rest / 3_600_000)):\(padded(rest / 60_000 % 60)):"
            + "\(padded(rest / 1000 % 60)).\(padded(rest % 1000, 3))Z"
    }
}
