import Events
import Pipeline
import Privacy

/// What `keys status` prints.
enum KeysText {
    static func text(_ outcome: KeysStatus.Outcome) -> String {
        guard !outcome.keys.isEmpty else { return "no keys in \(outcome.path)\n" }
        let rows =
            [["kind", "name", "made", "lives until"]]
            + outcome.keys.map { key in
                [key.record.kind.rawValue, key.record.name, shown(key.record.made), end(key)]
            }
        let widths = (0..<3).map { column in rows.map(\.[column].count).max() ?? 0 }
        let lines = rows.map { row in
            zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }.joined(separator: "  ")
                + "  " + row[3]
        }
        let count = Amount.counted(outcome.keys.count, "key")
        return lines.joined(separator: "\n") + "\n\(count) in \(outcome.path); none can be read by others\n"
    }

    static func json(_ outcome: KeysStatus.Outcome) -> String {
        JSONText.object([
            ("path", JSONText.quoted(outcome.path)),
            (
                "keys",
                JSONText.array(
                    outcome.keys.map { key in
                        JSONText.object([
                            ("kind", JSONText.quoted(key.record.kind.rawValue)),
                            ("name", JSONText.quoted(key.record.name)), ("made", instant(key.record.made)),
                            ("until", JSONText.quoted(event(key.term))), ("date", date(key.term)),
                        ])
                    })
            ),
        ]) + "\n"
    }

    /// What ends the key's life, for people.
    private static func end(_ key: KeysStatus.Key) -> String {
        switch key.term {
        case .closing(let from): "aggregate closes its day, from \(shown(from))"
        case .leftover: "the next aggregate, since its day is closed"
        case .raw(let last?): "the end of \(last) by the policy"
        case .raw(nil): "without end by the policy"
        case .sealed: "what is sealed to it goes"
        case .replaced: "a day is destroyed"
        case .unlimited where key.record.kind == .suppression: "without end; by it lines of people who object are known"
        case .unlimited: "without end; it signs certificates"
        case .recorded: "the next record of the audit log is written"
        case .kept: "without end; by it officers check the audit log"
        case .removed: "you remove the officer"
        case .taken: "footfall officer taken; carry it away"
        }
    }

    /// What ends the key's life, for machines.
    private static func event(_ term: KeysStatus.Term) -> String {
        switch term {
        case .closing: "closing"
        case .leftover: "next aggregate"
        case .raw: "end of term"
        case .sealed: "destruction of what is sealed to it"
        case .replaced: "destruction of a day"
        case .unlimited: "never"
        case .recorded: "next record"
        case .kept: "never"
        case .removed: "removal"
        case .taken: "officer taken"
        }
    }

    private static func date(_ term: KeysStatus.Term) -> String {
        switch term {
        case .closing(let from): instant(from)
        case .raw(let last?): JSONText.quoted(last.description)
        default: "null"
        }
    }

    private static func instant(_ seconds: Int64) -> String {
        JSONText.quoted(UTCTime.text(milliseconds: seconds * 1000))
    }

    /// `2026-03-01 04:00Z`.
    private static func shown(_ seconds: Int64) -> String {
        UTCTime.text(milliseconds: seconds * 1000).prefix(16).replacing("T", with: " ") + "Z"
    }
}
