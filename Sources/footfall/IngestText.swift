import Events
import Intake
import Pipeline
import Privacy

/// What `ingest` prints.
enum IngestText {
    static func welcome(_ environment: JobEnvironment) -> String {
        let retention = environment.policy.options.retention
        let raw = retention[.raw] == .none ? "not kept" : "sealed, kept \(retention[.raw])"
        return """
            New store in \(environment.storePath): pseudonymous events, kept \(retention[.events]) by the second and \(retention[.coarse]) by the hour; raw lines \(raw).
            Keys in \(environment.keysPath): destroyed with what they open. Put this folder on another disk.
            """
    }

    static func text(_ summary: IngestSummary) -> String {
        let tally = summary.tally
        var lines = [
            "read \(Amount.grouped(summary.read)) = accepted \(Amount.grouped(tally.accepted)) + filtered \(Amount.grouped(tally.filtered))"
                + " + rejected \(Amount.grouped(tally.rejected)) + duplicate \(Amount.grouped(summary.duplicate)) lines"
        ]
        for input in summary.inputs {
            if !input.formats.isEmpty {
                let matching = input.detection.map { " (\($0.matching) of \($0.lines) lines looked at match)" } ?? ""
                lines.append("  \(shown(input.path)): format \(input.formats.joined(separator: ", then "))\(matching)")
                if input.formats.contains("combined_extra") {
                    lines.append(
                        "    Fields behind the user agent are not read. A --format that is a server's own text names them, such as"
                            + " --format '%h %l %u %t \"%r\" %>s %b \"%{Referer}i\" \"%{User-Agent}i\" \"%{Cookie}i\"'."
                    )
                }
            } else if input.read > 0, input.duplicate == input.read {
                lines.append("  \(shown(input.path)): has been read before, nothing is counted twice")
            } else if input.failure != nil {
                lines.append("  \(shown(input.path)): not read, see the message")
            } else if input.read == 0 {
                lines.append("  \(shown(input.path)): nothing to read")
            }
            if input.pendingBytes > 0 {
                lines.append(
                    "  \(shown(input.path)): the last line is not complete yet (pending, \(input.pendingBytes) bytes); it is read when it has grown"
                )
            }
        }
        for reason in FilterReason.allCases where tally.filtered(reason) > 0 {
            lines.append("  filtered, \(reason.name): \(Amount.grouped(tally.filtered(reason)))")
        }
        for reason in RejectReason.allCases where tally.rejected(reason) > 0 {
            lines.append("  rejected, \(reason.explanation): \(Amount.grouped(tally.rejected(reason)))")
            for input in summary.inputs {
                for example in input.tally.examples(reason) {
                    lines.append("    \(shown(input.path)) line \(example.line) column \(example.column)")
                }
            }
        }
        if !summary.rowsByDay.isEmpty {
            let days = summary.rowsByDay.keys.sorted()
            let span = days.count == 1 ? "\(days[0])" : "\(days.count) days, \(days[0]) to \(days[days.count - 1])"
            lines.append(
                "  stored \(span) in \(Amount.counted(summary.fileCount, "file")), \(Amount.size(summary.storedBytes)) for \(Amount.size(summary.bytes)) of log"
            )
        }
        if summary.sealedLines > 0 {
            lines.append(
                "  sealed \(Amount.counted(summary.sealedLines, "raw line")), \(Amount.size(summary.sealedBytes))")
        }
        if summary.lateLines > 0 {
            lines.append(
                "  not sealed, because their term is over: \(Amount.counted(summary.lateLines, "raw line")); their events are stored"
            )
        }
        if let remark = summary.ruling?.remark { lines.append("  \(remark)") }
        if let hint = summary.proxyHint { lines.append(question(hint)) }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Asks about addresses that look like proxies.
    private static func question(_ hint: ProxyHint) -> String {
        let addresses = hint.addresses == 1 ? "1 address sends" : "\(hint.addresses) addresses send"
        return
            "  \(addresses) \(Int(hint.share * 100)) % of the lines. Proxies? Then name them as trusted_proxies in footfall.yaml, so that the people"
            + " behind them are told apart; `footfall explain` shows which client is read from a line."
    }

    static func json(_ summary: IngestSummary) -> String {
        let tally = summary.tally
        return JSONText.object([
            ("read", String(summary.read)), ("accepted", String(tally.accepted)), ("filtered", filtered(tally)),
            ("rejected", rejected(tally)), ("duplicate", String(summary.duplicate)), ("bytes", String(summary.bytes)),
            ("files", String(summary.fileCount)), ("stored_bytes", String(summary.storedBytes)),
            ("sealed", String(summary.sealedLines)), ("sealed_bytes", String(summary.sealedBytes)),
            ("late", String(summary.lateLines)),
            (
                "days",
                JSONText.object(
                    summary.rowsByDay.sorted { $0.key < $1.key }.map { ($0.key.description, String($0.value)) })
            ),
            ("inputs", JSONText.array(summary.inputs.map(json))), ("proxy_hint", summary.proxyHint.map(json) ?? "null"),
            ("policy", summary.ruling.map(PolicyOutput.json) ?? "null"),
        ]) + "\n"
    }

    private static func json(_ hint: ProxyHint) -> String {
        JSONText.object([
            ("addresses", String(hint.addresses)), ("share", String((hint.share * 100).rounded(.down) / 100)),
        ])
    }

    private static func json(_ input: IngestSummary.Input) -> String {
        JSONText.object([
            ("path", JSONText.quoted(input.path)), ("source", JSONText.quoted(input.source)),
            ("formats", JSONText.array(input.formats.map(JSONText.quoted))), ("read", String(input.read)),
            ("accepted", String(input.tally.accepted)), ("filtered", filtered(input.tally)),
            ("rejected", rejected(input.tally)),
            ("duplicate", String(input.duplicate)), ("pending_bytes", String(input.pendingBytes)),
            ("bytes", String(input.bytes)),
            ("failure", input.failure.map(JSONText.quoted) ?? "null"),
        ])
    }

    private static func filtered(_ tally: LineTally) -> String {
        JSONText.object(
            FilterReason.allCases.filter { tally.filtered($0) > 0 }.map { ($0.name, String(tally.filtered($0))) })
    }

    private static func rejected(_ tally: LineTally) -> String {
        JSONText.object(
            RejectReason.allCases.filter { tally.rejected($0) > 0 }.map { reason in
                let examples = tally.examples(reason).map {
                    JSONText.object([("line", String($0.line)), ("column", String($0.column))])
                }
                return (
                    reason.name,
                    JSONText.object([("count", String(tally.rejected(reason))), ("examples", JSONText.array(examples))])
                )
            })
    }

    private static func shown(_ path: String) -> String { path == "-" ? "standard input" : path }
}
