import Events
import Intake
import Privacy

extension ExplainedLine {
    /// The line as one JSON object.
    ///
    /// Absent fields are null; times are UTC with milliseconds.
    ///
    /// - Parameter tellsRules: whether the object also tells the rule and the purpose of each field of the event. They
    ///   are the same in every line, and longer than the event.
    public func json(tellsRules: Bool = false) -> String {
        var members = [("file", JSONText.quoted(file)), ("line", String(line))]
        switch outcome {
        case .rejected(let reason, let column):
            members += [("rejected", JSONText.quoted(reason.words)), ("column", String(column))]
        case .filtered(let reason):
            members.append(("filtered", JSONText.quoted(reason.name)))
        case .accepted(let format, let record, let event):
            members += [
                ("format", JSONText.quoted(format)), ("record", JSONText.object(record.members)),
                ("event", JSONText.object(event.map { ($0.name, $0.json) })),
            ]
            if tellsRules { members.append(("rules", JSONText.object(event.map { ($0.name, $0.ruleJSON) }))) }
        }
        return JSONText.object(members)
    }
}

extension RawRecord {
    /// Its fields by name, as JSON.
    var members: [(String, String)] {
        func text(_ field: RawBatch.Text) -> String { self[field].map(JSONText.quoted) ?? "null" }
        func number(_ field: RawBatch.Number) -> String { self[field].map { String($0) } ?? "null" }
        return [
            ("client", text(.client)), ("user", text(.user)),
            ("time", JSONText.quoted(UTCTime.text(milliseconds: time))),
            ("method", text(.method)), ("target", text(.target)), ("protocol", text(.protocol)),
            ("status", number(.status)),
            ("bytes", number(.bytes)), ("referrer", text(.referrer)), ("agent", text(.agent)), ("host", text(.host)),
            ("mac", text(.mac)), ("device", text(.device)), ("cookie", text(.cookie)),
            ("duration_us", number(.duration)),
        ] + rarer.compactMap { name, field in self[field].map { (name, JSONText.quoted($0)) } }
    }

    /// What few formats have; told only where it is there.
    private var rarer: [(String, RawBatch.Text)] {
        [
            ("forwarded", .forwarded), ("tls", .tls), ("mime", .mime), ("cache", .cache), ("language", .language),
            ("event", .event), ("screen", .screen), ("element", .element), ("app_version", .appVersion),
            ("platform", .platform), ("terminal", .terminal), ("app_status", .appStatus),
            ("postal_code", .postalCode), ("age", .age), ("gender", .gender), ("occupation", .occupation),
        ]
    }
}

extension ExplainedField {
    fileprivate var ruleJSON: String {
        JSONText.object([
            ("rule", JSONText.quoted(rule.rawValue)), ("purpose", JSONText.quoted(purpose.name)),
        ])
    }

    fileprivate var json: String {
        switch value {
        case .absent: "null"
        case .flag(let flag): flag ? "true" : "false"
        case .text(let text): JSONText.quoted(text)
        case .number(let number):
            name == "time" ? JSONText.quoted(UTCTime.text(milliseconds: number * 1000)) : String(number)
        }
    }
}
