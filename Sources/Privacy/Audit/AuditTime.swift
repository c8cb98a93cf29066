internal import Events

/// The times of records: RFC 3339 in UTC with whole seconds, `2026-03-01T04:00:00Z`.
enum AuditTime {
    static func text(_ seconds: Int64) -> String {
        let day = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
        let rest = seconds - day * 86_400
        func padded(_ value: Int64) -> String { value < 10 ? "0\(value)" : "\(value)" }
        return
            "\(Day(number: Int32(clamping: day)))T\(padded(rest / 3600)):\(padded(rest / 60 % 60)):\(padded(rest % 60))Z"
    }

    /// UTC seconds; nil unless it is what ``text(_:)`` writes.
    static func seconds(_ text: String) -> Int64? {
        guard text.utf8.count == 20, let day = Day(text.prefix(10)) else { return nil }
        let clock = text.dropFirst(11).dropLast().split(separator: ":").compactMap { Int64($0) }
        guard clock.count == 3 else { return nil }
        let seconds = Int64(day.number) * 86_400 + clock[0] * 3600 + clock[1] * 60 + clock[2]
        return AuditTime.text(seconds) == text ? seconds : nil
    }
}
