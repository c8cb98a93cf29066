import Events
import Privacy
import Store

/// With what a disclosure ends: what there is of others' making, and what cannot be told.
struct DisclosureTail {
    let outcome: Disclosure.Outcome
    let policy: Policy

    private var found: SubjectFindings { outcome.found }

    /// Whether there is any line, be it shown or not.
    private var isFound: Bool { found.count > 0 || outcome.withheld > 0 }

    private var columns: [(column: EventColumn, field: Policy.Field)] {
        EventColumn.all.compactMap { column in policy.field(column).map { (column, $0) } }
    }

    private var purposes: [String] { Set(columns.map(\.field.purpose.name)).sorted() }

    /// Days of which the lines are gone, so that nobody can tell any more whose the rest is.
    private var unattributable: [Day] { found.destroyed.map(\.day) }

    private var faults: [String] { Set(found.faults.map(\.file)).sorted() }

    var members: [(String, String)] {
        [
            ("found", isFound ? "true" : "false"), ("shown", String(outcome.shown)),
            ("restricted", String(outcome.restricted)), ("withheld", String(outcome.withheld)),
            ("not_attributable", JSONText.array(unattributable.map { JSONText.quoted("\($0)") })),
            (
                "derived",
                JSONText.array(
                    columns.map { column, field in
                        JSONText.object([
                            ("column", JSONText.quoted(column.name)), ("rule", JSONText.quoted(field.rule.rawValue)),
                            ("purpose", JSONText.quoted(field.purpose.name)),
                        ])
                    })
            ),
            ("purposes", JSONText.array(purposes.map(JSONText.quoted))),
            ("events_kept", JSONText.quoted(policy.options.retention[.events].description)),
            ("events_by_the_hour_kept", JSONText.quoted(policy.options.retention[.coarse].description)),
            ("unreadable_files", JSONText.array(faults.map(JSONText.quoted))),
        ]
    }

    var words: String {
        let english = NoticeWords.english
        var words = isFound ? "" : "\nThere is no such data.\n"
        if !unattributable.isEmpty {
            words +=
                "\nLines of these days were destroyed. What was counted from them can no longer be attributed to anybody:\n"
            for range in unattributable.ranges { words += "  \(range.text)\n" }
        }
        if !faults.isEmpty {
            let count = faults.count == 1 ? "One file" : "\(faults.count) files"
            words += "\n\(count) could not be read to the end, so lines of yours may be missing here.\n"
        }
        if found.count > 0 {
            words += "\nEvents were made of the lines, under pseudonyms, for \(purposes.joined(separator: ", ")):\n"
            for (column, field) in columns {
                words +=
                    "  \(english.name(of: column)): \(english.meaning(of: field.rule)), for \(field.purpose.name)\n"
            }
            let retention = policy.options.retention
            words +=
                "They are kept for \(retention[.events]), and by the hour for \(retention[.coarse]). When a day is closed, the key of its"
                + " pseudonyms is destroyed.\n"
        }
        return words
    }
}

extension [Day] {
    /// Days that follow each other, as ranges; they must be in ascending order.
    fileprivate var ranges: [ClosedRange<Day>] {
        reduce(into: []) { ranges, day in
            if let last = ranges.last, last.upperBound.advanced(by: 1) == day {
                ranges[ranges.count - 1] = last.lowerBound...day
            } else {
                ranges.append(day...day)
            }
        }
    }
}
