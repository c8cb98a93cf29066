import Intake
import Pipeline
import Privacy

/// What `explain` prints for people.
enum ExplainText {
    static func text(_ line: ExplainedLine) -> String {
        let place = "\(line.file == "-" ? "standard input" : line.file) line \(line.line)"
        switch line.outcome {
        case .rejected(let reason, let column):
            return "\(place): rejected at column \(column), \(reason.explanation)\n"
        case .filtered(let reason):
            return "\(place): filtered, \(reason.name)\n"
        case .accepted(let format, let record, let event):
            var lines = [
                "\(place): \(format)", "  read    \(padded("time")) \(UTCTime.text(milliseconds: record.time))",
            ]
            for field in RawBatch.Text.allCases {
                if let value = record[field] {
                    lines.append("  read    \(padded("\(field)")) \(JSONText.quoted(value))")
                }
            }
            for field in RawBatch.Number.allCases {
                if let value = record[field] { lines.append("  read    \(padded("\(field)")) \(value)") }
            }
            for field in event where field.value != .absent {
                lines.append(
                    "  stored  \(padded(field.name)) \(shown(field))   (\(field.rule.rawValue), for \(field.purpose.name))"
                )
            }
            return lines.joined(separator: "\n") + "\n"
        }
    }

    private static func padded(_ name: String) -> String {
        name + String(repeating: " ", count: max(0, 16 - name.count))
    }

    private static func shown(_ field: ExplainedField) -> String {
        switch field.value {
        case .number(let number) where field.name == "time": UTCTime.text(milliseconds: number * 1000)
        case .absent: "-"
        case .flag(let flag): flag ? "yes" : "no"
        case .number(let number): String(number)
        case .text(let text): JSONText.quoted(text)
        }
    }
}
