import Events
import Pipeline

/// What `aggregate --today` prints.
enum TodayText {
    static func text(_ summary: TodaySummary) -> String {
        var lines: [String] = []
        let new = summary.told.count + summary.hidden.count
        if new == 0 {
            lines.append("no further hour of \(summary.day) to release")
        } else {
            lines.append(
                "released \(summary.day): hours \((summary.told + summary.hidden).sorted().map(hour).joined(separator: " "))"
                    + (summary.hidden.isEmpty
                        ? ""
                        : "; not told, or not before the day is closed: \(summary.hidden.map(hour).joined(separator: " "))")
            )
        }
        if let frozen = summary.frozen { lines.append("lines from before \(frozen) go to the day's supplement") }
        if let remark = summary.ruling?.remark { lines.append(remark) }
        return lines.joined(separator: "\n") + "\n"
    }

    static func json(_ summary: TodaySummary) -> String {
        JSONText.object([
            ("day", JSONText.quoted(summary.day.description)),
            ("told", JSONText.array(summary.told.map { String($0) })),
            ("hidden", JSONText.array(summary.hidden.map { String($0) })),
            ("frozen_before", summary.frozen.map(JSONText.quoted) ?? "null"),
            ("policy", summary.ruling.map(PolicyOutput.json) ?? "null"),
        ]) + "\n"
    }

    private static func hour(_ hour: Int) -> String { hour < 10 ? "0\(hour)" : "\(hour)" }
}
