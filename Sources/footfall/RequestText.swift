import Events
import Pipeline
import Store

/// What the commands of `request` print.
enum RequestText {
    static func text(_ opening: RequestOpening) -> String {
        let record = opening.record
        var lines = ["request \(record.number): \(record.kind.rawValue), due \(record.due)"]
        if record.hasAddressesAlone {
            lines.append("It names addresses alone, which others may use as well: to verify it takes --sole-user.")
        }
        if let days = opening.wholeDays {
            let count = days.upperBound.number - days.lowerBound.number + 1
            lines.append("Its order has no filter: it is about all lines of \(count == 1 ? "1 day" : "\(count) days").")
        }
        if let first = opening.gone.first, let last = opening.gone.last {
            lines.append(
                "The sealed lines of \(opening.gone.count == 1 ? "\(first)" : "\(opening.gone.count) days, \(first) to \(last),") are destroyed."
            )
        }
        return lines.joined(separator: "\n") + "\n"
    }

    static func text(_ summary: WithdrawalSummary) -> String {
        var text = "\(summary.opened.count) opened"
        if let first = summary.opened.first?.number, let last = summary.opened.last?.number {
            text += first == last ? ": request \(first)" : ": requests \(first) to \(last)"
        }
        if summary.isTrusted { text += ", approved and restricted" }
        return text + "; \(summary.known) on record already\n"
    }

    /// Where a request is after a step.
    static func step(_ record: RequestRecord) -> String {
        let next =
            switch record.state {
            case .opened where record.isRepresented && !record.means.contains(.representativeDocument):
                "; the representative has to be verified as well (--means representative-document)"
            case .opened: "; the person has to be verified as well"
            case .verified where record.steps.last?.word == "approved": "; another officer has to approve it as well"
            default: ""
            }
        return "request \(record.number): \(record.state.rawValue)\(next)\n"
    }

    static func text(_ proof: RequestProof) -> String {
        switch proof {
        case .made(let path, let until):
            """
            \(path)
            It is told this once, and watched until \(UTCTime.text(milliseconds: until)). Have the person open it on the site, with the cookie or account
            of the request.

            """
        case .waiting(let until):
            "waiting: nobody has asked for the path yet; it is watched until \(UTCTime.text(milliseconds: until))\n"
        case .seenByOthers(let until):
            "seen without the identifier: that proves nothing; the path is watched until \(UTCTime.text(milliseconds: until))\n"
        case .partly(let proved, let count, let until):
            """
            \(proved) of \(count) identifiers proved; the path is watched until \(UTCTime.text(milliseconds: until)). Have the person open it with the others,
            or verify these by other means, or open a request without them.

            """
        case .proved: "verified: the path was asked for with each identifier of the request\n"
        case .expired:
            "expired: nobody has asked for the path in time with the identifier; --path --renew makes a new one\n"
        }
    }

    static func text(_ list: [RequestRecord], today: Day) -> String {
        guard !list.isEmpty else { return "No requests.\n" }
        return list.map { record in
            let due =
                record.state.isEnd
                ? "" : "  due \(record.due)" + (record.due < today ? ", overdue" : "")
            let ground = record.ground.map { " (\($0.rawValue))" } ?? ""
            let lifted = record.isLifted ? ", lifted" : ""
            return "\(record.number)  \(record.kind.rawValue)  \(record.state.rawValue)\(lifted)\(ground)\(due)\n"
        }.joined()
    }

    /// - Parameter told: what the request says, and earlier ones of the same person; nil if no officer asks.
    static func text(
        _ record: RequestRecord, _ told: (letter: [UInt8], earlier: [RequestRecord])?, day: (Int64) -> Day
    ) -> String {
        var lines = [
            "request    \(record.number)", "kind       \(record.kind.rawValue)",
            "by         \(record.isRepresented ? "representative" : record.kind.isOfPerson ? "self" : "authority")",
            "state      \(record.state.rawValue)", "opened     \(day(record.opened))", "due        \(record.due)",
            "language   \(record.language)",
        ]
        lines += record.steps.map { step in
            let word = step.word + String(repeating: " ", count: max(1, 11 - step.word.count))
            return word + "\(day(step.time))" + (step.detail.map { "  \($0)" } ?? "")
                + (step.officer.map { "  \($0)" } ?? "")
        }
        guard let told else { return lines.joined(separator: "\n") + "\n" }
        lines += told.earlier.map(before)
        return lines.joined(separator: "\n") + "\n\n" + shown(told.letter)
    }

    private static func before(_ earlier: RequestRecord) -> String {
        "The same person has asked before: request \(earlier.number), \(earlier.kind.rawValue), \(earlier.state.rawValue)."
    }

    /// What somebody has written, for a terminal: lines and tabs stay, other control characters are marked.
    private static func shown(_ letter: [UInt8]) -> String {
        let text = String(
            String.UnicodeScalarView(
                String(decoding: letter, as: UTF8.self).unicodeScalars.map { scalar in
                    let isControl =
                        scalar.value < 0x20 && scalar != "\n" && scalar != "\t" || (0x7F...0x9F).contains(scalar.value)
                    return isControl ? "\u{FFFD}" : scalar
                }))
        return text.hasSuffix("\n") ? text : text + "\n"
    }

    static func text(_ runs: [RequestRun]) -> String {
        guard !runs.isEmpty else { return "Nothing is to be done.\n" }
        return runs.map { run in
            let name = "request \(run.record.number): \(run.record.kind.rawValue)"
            let earlier = run.earlier.map { "  \(before($0))\n" }.joined()
            switch run.result {
            case .done(let outcome): return "\(name), done\n" + details(outcome) + earlier
            case .waiting(let outcome):
                return
                    "\(name), waits until \(outcome.waiting.joined(separator: ", ")) \(outcome.waiting.count == 1 ? "is" : "are") closed;"
                    + " then run `footfall request do \(run.record.number)` again\n" + details(outcome) + earlier
            case .failed(let why): return "\(name), not done: \(why)\n"
            }
        }.joined()
    }

    private static func details(_ outcome: RequestOutcome) -> String {
        var lines = RequestOutcome.Count.allCases.filter { outcome[$0] > 0 }.map { "\($0.rawValue)  \(outcome[$0])" }
        lines += outcome.stays.map { stay in
            let days =
                stay.from.flatMap { from in stay.to.map { from == $0 ? "  \(from)" : "  \(from) to \($0)" } } ?? ""
            return "stays  \(stay.kept.rawValue)\(days)  \(stay.reason.rawValue)"
                + (stay.until.map { "  until \($0)" } ?? "")
        }
        lines += outcome.inputs.map { "input file that may hold lines of these days: \($0)" }
        lines += outcome.faults.map { "could not be read completely: \($0.file)" }
        if let digest = outcome.digest { lines.append("sha256  \(digest)") }
        return lines.map { "  \($0)\n" }.joined()
    }
}
