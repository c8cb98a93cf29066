import Events
import Pipeline
import Store

/// What the commands of `hold` print.
enum HoldText {
    static func text(_ holds: [HoldOutcome]) -> String {
        guard !holds.isEmpty else { return "no holds\n" }
        return holds.map { summary($0.hold) + "\n" }.joined()
    }

    static func json(_ holds: [HoldOutcome]) -> String {
        JSONText.array(holds.map { json($0, nil) }) + "\n"
    }

    static func text(_ outcome: HoldOutcome, _ contents: Holds.Contents?) -> String {
        let hold = outcome.hold
        var lines = outcome.isKnown ? ["hold \(hold.number) has these records already: nothing was copied"] : []
        lines.append(summary(hold))
        for part in outcome.parts { lines.append("  \(part.day)  \(text(part, hold))") }
        if outcome.restricted > 0 {
            lines.append(
                "  \(Amount.counted(outcome.restricted, "restricted line")) \(outcome.restricted == 1 ? "is" : "are") left out: nothing but an order takes them up"
            )
        }
        for approval in hold.approvals {
            lines.append("  officer     \(approval.officer) \(approval.fingerprint), \(time(approval.time))")
        }
        let steps = [("active", hold.active), ("released", hold.released), ("ended", hold.ended)]
        for case (let name, let instant?) in steps {
            lines.append("  \(name)\(String(repeating: " ", count: 12 - name.count))\(time(instant))")
        }
        if let contents {
            lines.append("  filter      \(contents.filter.isEmpty ? "all records" : printable(contents.filter))")
            if let reason = contents.reason { lines.append("  reason      \(printable(reason))") }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    static func text(_ release: Holds.Release) -> String {
        let certificates = release.certificates.map { "  certificate \($0)\n" }.joined()
        return text(release.outcome, nil) + certificates + release.remarks.map { $0 + "\n" }.joined()
    }

    static func json(_ release: Holds.Release) -> String {
        JSONText.object([
            ("hold", json(release.outcome, nil)),
            ("certificates", JSONText.array(release.certificates.map(JSONText.quoted))),
            ("remarks", JSONText.array(release.remarks.map(JSONText.quoted))),
        ]) + "\n"
    }

    static func json(_ outcome: HoldOutcome, _ contents: Holds.Contents?) -> String {
        let hold = outcome.hold
        var members: [(String, String)] = [
            ("hold", String(hold.number)), ("class", JSONText.quoted(hold.kind.rawValue)),
            ("state", JSONText.quoted(hold.state.rawValue)), ("from", json(hold.range.lowerBound)),
            ("to", json(hold.range.upperBound)), ("until", json(hold.until)), ("records", String(hold.lines)),
            ("left_out", String(outcome.restricted)), ("known", String(outcome.isKnown)),
            ("approvals_wanted", String(hold.approvalsWanted)),
            (
                "approvals",
                JSONText.array(
                    hold.approvals.map {
                        JSONText.object([
                            ("officer", JSONText.quoted($0.officer)), ("fingerprint", JSONText.quoted($0.fingerprint)),
                            ("time", JSONText.quoted(time($0.time))),
                        ])
                    })
            ),
            ("proposed", JSONText.quoted(time(hold.proposed))), ("active", json(hold.active)),
            ("released", json(hold.released)), ("ended", json(hold.ended)),
            (
                "days",
                JSONText.array(
                    outcome.parts.map {
                        JSONText.object([
                            ("day", json($0.day)), ("state", JSONText.quoted($0.state.rawValue)),
                            ("records", String($0.lines)), ("until", json($0.until)),
                        ])
                    })
            ),
        ]
        if let contents {
            members.append(("filter", JSONText.quoted(contents.filter)))
            members.append(("reason", contents.reason.map(JSONText.quoted) ?? "null"))
        }
        return JSONText.object(members)
    }

    private static func summary(_ hold: Hold) -> String {
        let until = hold.until.map { " until \($0)" } ?? ""
        let days =
            hold.range.lowerBound == hold.range.upperBound
            ? "\(hold.range.lowerBound)" : "\(hold.range.lowerBound) to \(hold.range.upperBound)"
        let state =
            switch hold.state {
            case .proposed: "waits for approval, \(hold.approvals.count) of \(hold.approvalsWanted)"
            case .copying: "not finished"
            case .active: "active"
            case .released: hold.isOver ? "released" : "being released"
            case .ended: hold.lines == 0 ? "nothing matched" : "ended"
            }
        return "hold \(hold.number): \(hold.kind.rawValue)\(until), \(days), \(records(hold.lines)), \(state)"
    }

    private static func text(_ part: HoldOutcome.Part, _ hold: Hold) -> String {
        switch part.state {
        case .waiting: "not copied yet"
        case .kept: records(part.lines) + (part.until.map { ", kept to \($0)" } ?? ", kept without end")
        case .empty: "no record matched"
        case .missed: hold.state == .released ? "was not copied" : "was gone before it could be copied"
        case .destroyed: records(part.lines) + ", destroyed"
        }
    }

    private static func records(_ count: Int) -> String {
        Amount.counted(count, "record")
    }

    private static func time(_ milliseconds: Int64) -> String { UTCTime.text(milliseconds: milliseconds) }

    private static func json(_ day: Day?) -> String { day.map { JSONText.quoted($0.description) } ?? "null" }

    private static func json(_ milliseconds: Int64?) -> String {
        milliseconds.map { JSONText.quoted(time($0)) } ?? "null"
    }

    /// A text without what could move the cursor of a terminal.
    private static func printable(_ text: String) -> String {
        String(text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : Character($0) })
    }
}
