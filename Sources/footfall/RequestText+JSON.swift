import Events
import Pipeline
import Store

extension RequestText {
    static func json(_ opening: RequestOpening) -> String {
        JSONText.object(
            members(opening.record) + [
                ("all_lines", String(opening.wholeDays != nil)),
                ("destroyed", JSONText.array(opening.gone.map { JSONText.quoted("\($0)") })),
            ]) + "\n"
    }

    static func json(_ summary: WithdrawalSummary) -> String {
        JSONText.object([
            ("opened", JSONText.array(summary.opened.map { String($0.number) })), ("known", String(summary.known)),
            ("trusted", String(summary.isTrusted)),
        ]) + "\n"
    }

    static func json(_ list: [RequestRecord]) -> String {
        JSONText.object([("requests", JSONText.array(list.map { JSONText.object(members($0)) }))]) + "\n"
    }

    /// - Parameter told: what the request says, and earlier ones of the same person; nil if no officer asks.
    static func json(_ record: RequestRecord, _ told: (letter: [UInt8], earlier: [RequestRecord])? = nil) -> String {
        let more = told.map { told in
            [
                ("letter", JSONText.quoted(String(decoding: told.letter, as: UTF8.self))),
                ("earlier", JSONText.array(told.earlier.map { String($0.number) })),
            ]
        }
        return JSONText.object(members(record) + (more ?? [])) + "\n"
    }

    static func json(receipt text: String, of number: Int) -> String {
        JSONText.object([("request", String(number)), ("answer", JSONText.quoted(text))]) + "\n"
    }

    static func json(_ proof: RequestProof) -> String {
        let members: [(String, String)] =
            switch proof {
            case .made(let path, let until):
                [("proof", "\"made\""), ("path", JSONText.quoted(path)), ("until", time(until))]
            case .waiting(let until): [("proof", "\"waiting\""), ("until", time(until))]
            case .seenByOthers(let until): [("proof", "\"seen-without-identifier\""), ("until", time(until))]
            case .partly(let proved, let count, let until):
                [
                    ("proof", "\"partly\""), ("proved", String(proved)), ("identifiers", String(count)),
                    ("until", time(until)),
                ]
            case .proved: [("proof", "\"verified\"")]
            case .expired: [("proof", "\"expired\"")]
            }
        return JSONText.object(members) + "\n"
    }

    static func json(_ runs: [RequestRun]) -> String {
        JSONText.object([("requests", JSONText.array(runs.map { JSONText.object(members($0)) }))]) + "\n"
    }

    private static func members(_ run: RequestRun) -> [(String, String)] {
        let head = [("request", String(run.record.number)), ("kind", JSONText.quoted(run.record.kind.rawValue))]
        switch run.result {
        case .failed(let why): return head + [("result", "\"failed\""), ("error", JSONText.quoted(why))]
        case .done(let outcome): return head + [("result", "\"done\"")] + members(outcome) + earlier(run)
        case .waiting(let outcome): return head + [("result", "\"waiting\"")] + members(outcome) + earlier(run)
        }
    }

    private static func earlier(_ run: RequestRun) -> [(String, String)] {
        [("earlier", JSONText.array(run.earlier.map { String($0.number) }))]
    }

    private static func members(_ outcome: RequestOutcome) -> [(String, String)] {
        let counts = RequestOutcome.Count.allCases.map { ($0.rawValue, String(outcome[$0])) }
        return counts + [
            ("days", JSONText.array(outcome.days.map(JSONText.quoted))),
            ("waits_for", JSONText.array(outcome.waiting.map(JSONText.quoted))),
            (
                "stays",
                JSONText.array(
                    outcome.stays.map { stay in
                        JSONText.object([
                            ("data", JSONText.quoted(stay.kept.rawValue)),
                            ("reason", JSONText.quoted(stay.reason.rawValue)), ("from", quoted(stay.from)),
                            ("to", quoted(stay.to)), ("until", quoted(stay.until)),
                        ])
                    })
            ),
            ("inputs", JSONText.array(outcome.inputs.map(JSONText.quoted))),
            ("faults", JSONText.array(outcome.faults.map { JSONText.quoted($0.file) })),
            ("sha256", quoted(outcome.digest)),
        ]
    }

    private static func members(_ record: RequestRecord) -> [(String, String)] {
        [
            ("request", String(record.number)), ("kind", JSONText.quoted(record.kind.rawValue)),
            ("represented", String(record.isRepresented)), ("state", JSONText.quoted(record.state.rawValue)),
            ("opened", time(record.opened)), ("due", JSONText.quoted("\(record.due)")),
            ("lifted", String(record.isLifted)), ("ended", record.ended.map(time) ?? "null"),
            ("grounds", quoted(record.ground?.rawValue)),
            ("language", JSONText.quoted(record.language)),
            (
                "steps",
                JSONText.array(
                    record.steps.map { step in
                        JSONText.object([
                            ("step", JSONText.quoted(step.word)), ("detail", quoted(step.detail)),
                            ("officer", quoted(step.officer)), ("time", time(step.time)),
                        ])
                    })
            ),
        ]
    }

    private static func quoted(_ text: String?) -> String { text.map(JSONText.quoted) ?? "null" }

    private static func time(_ milliseconds: Int64) -> String {
        JSONText.quoted(UTCTime.text(milliseconds: milliseconds))
    }
}
