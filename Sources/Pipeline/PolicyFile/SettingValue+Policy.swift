import Events
import Intake
import Privacy

extension SettingValue {
    /// What the file says of each column.
    func fields() throws(SettingsMistake) -> [PolicyDraft.Field] {
        var fields: [PolicyDraft.Field] = []
        for entry in try entries(orElse: "takes columns, each with its rule, such as path: generalize.") {
            guard case .text(let name) = entry.key.content, let column = EventColumn(named: name) else {
                throw unknown(entry.key, "column", among: EventColumn.all.map(\.name))
            }
            fields.append(try SettingValue(name: name, node: entry.value, path: path).field(column))
        }
        return fields
    }

    private func field(_ column: EventColumn) throws(SettingsMistake) -> PolicyDraft.Field {
        guard case .mapping(let entries) = node.content else {
            return PolicyDraft.Field(
                column: column, field: Policy.Field(try rule()), rulePlace: node, purposePlace: node)
        }
        var rule: (FieldRule, YAMLNode)?
        var purpose: (Purpose, YAMLNode)?
        for entry in entries {
            let value = SettingValue(name: name, node: entry.value, path: path)
            switch entry.key.content {
            case .text("rule"): rule = (try value.rule(), entry.value)
            case .text("purpose"): purpose = (Purpose(try value.word(1...64, such: "statistics")), entry.value)
            default: throw unknown(entry.key, among: ["rule", "purpose"])
            }
        }
        guard let rule else { throw mistake("\(name) takes a rule, such as {rule: generalize, purpose: statistics}.") }
        return PolicyDraft.Field(
            column: column, field: Policy.Field(rule.0, for: purpose?.0 ?? .statistics), rulePlace: rule.1,
            purposePlace: purpose?.1 ?? node)
    }

    private func rule() throws(SettingsMistake) -> FieldRule {
        guard let rule = FieldRule(rawValue: try text(such: "generalize")) else {
            throw unknown(node, "rule", among: FieldRule.allCases.map(\.rawValue))
        }
        return rule
    }

    func purposes() throws(SettingsMistake) -> [Purpose: String] {
        var purposes: [Purpose: String] = [:]
        for entry in try entries(orElse: "takes names of purposes, each with what it means.") {
            let name = try SettingValue(name: "A purpose", node: entry.key, path: path).word(1...64, such: "security")
            purposes[Purpose(name)] =
                try SettingValue(name: "What a purpose means", node: entry.value, path: path).text(
                    such: "Finding out who misuses the service.")
        }
        return purposes
    }

    /// Names of parameters, by the column that their values are stored in.
    func parameters() throws(SettingsMistake) -> [QueryParameter: [String]] {
        var parameters: [QueryParameter: [String]] = [:]
        for entry in try entries(orElse: "takes columns, each with names of parameters.") {
            guard case .text(let name) = entry.key.content, let parameter = QueryParameter(columnNamed: name) else {
                throw unknown(entry.key, "column", among: QueryParameter.allCases.map(\.columnName))
            }
            let value = SettingValue(name: name, node: entry.value, path: path)
            parameters[parameter] = []
            for (place, text) in try value.texts(such: "[q, query]") {
                guard !IdentifyingName.isIdentifying(Array(text.utf8).span) else {
                    throw SettingsMistake(
                        at: place, "A parameter of this name holds identifiers, which would be stored in clear.")
                }
                parameters[parameter, default: []].append(text)
            }
        }
        return parameters
    }

    func contentPatterns() throws(SettingsMistake) -> [ContentPattern] {
        var patterns: [ContentPattern] = []
        for (place, text) in try texts(such: #"["/article/{n}", "/board/view?no"]"#) {
            guard let pattern = ContentPattern(text) else {
                throw SettingsMistake(
                    at: place,
                    "Write a path with {n} for a number that is a whole segment, or a path and a parameter: /board/view?no."
                )
            }
            patterns.append(pattern)
        }
        return patterns
    }

    func retention() throws(SettingsMistake) -> Retention {
        var retention = Retention()
        var rejects: YAMLNode?
        for entry in try entries(orElse: "takes classes of data, each with a term such as 3 months.") {
            let value = SettingValue(name: "A term", node: entry.value, path: path)
            if entry.key.content == .text("basis") {
                let basis = try value.choice(Retention.Basis.allCases.map(\.rawValue))
                retention.basis = Retention.Basis.allCases[basis]
                continue
            }
            guard case .text(let name) = entry.key.content, let kind = RetentionClass(rawValue: name) else {
                throw unknown(entry.key, "class", among: RetentionClass.settable.map(\.rawValue) + ["basis"])
            }
            guard kind != .order else {
                throw SettingsMistake(
                    at: entry.key,
                    "order has no term here: each hold by an order names its own last day. Leave it out.")
            }
            guard let term = RetentionTerm(try value.text(such: "3 months")) else {
                throw value.mistake("A term is written as 30 days, 3 months, 1 year, none or unlimited.")
            }
            retention[kind] = term
            if kind == .rejects { rejects = entry.value }
        }
        if rejects == nil { retention[.rejects] = retention[.raw] }
        try checkRejects(retention, at: rejects)
        return retention
    }

    /// Rejected lines are sealed to the same key as the raw lines of their day, and are gone with it.
    private func checkRejects(_ retention: Retention, at place: YAMLNode?) throws(SettingsMistake) {
        let (raw, rejects) = (retention[.raw], retention[.rejects])
        guard let place, raw != .none, rejects != .none, rejects != raw else { return }
        throw SettingsMistake(
            at: place,
            "raw is kept for \(raw) and rejects for \(rejects). Both are sealed to one key a day: give rejects the term of raw, or none."
        )
    }

    /// A term that ends.
    func dueTerm() throws(SettingsMistake) -> RetentionTerm {
        switch RetentionTerm(try text(such: "1 month")) {
        case .days(let count)?: return .days(count)
        case .months(let count)?: return .months(count)
        default: throw mistake("\(name) is written as 10 days or 1 month.")
        }
    }

    /// Names of values that are not sealed.
    func redactedNames() throws(SettingsMistake) -> [String] {
        var names: [String] = []
        for (place, text) in try texts(such: "[pass*, token]") {
            let name = text.lowercased()
            guard VaultOptions.isName(name) else {
                throw SettingsMistake(
                    at: place, "A name here has letters, digits, _, - and ., and may end with * for any ending.")
            }
            names.append(name)
        }
        return names
    }

    func notice() throws(SettingsMistake) -> NoticePeriods? {
        if case .text("none") = node.content { return nil }
        var notice = NoticePeriods(major: 30, other: 7)
        for entry in try entries(orElse: "takes none, or {major: 30d, other: 7d}.") {
            let value = SettingValue(name: "A notice period", node: entry.value, path: path)
            switch entry.key.content {
            case .text("major"): notice.major = try value.days()
            case .text("other"): notice.other = try value.days()
            default: throw unknown(entry.key, among: ["major", "other"])
            }
        }
        return notice
    }

    func hosts() throws(SettingsMistake) -> [String] {
        var hosts: [String] = []
        for (place, text) in try texts(such: "[www.example.org]") {
            let isHost =
                (1...253).contains(text.utf8.count)
                && text.utf8.allSatisfy { byte in
                    byte == 0x2D || byte == 0x2E || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
                }
            guard isHost else {
                throw SettingsMistake(at: place, "A host is written in small letters, without scheme and port.")
            }
            hosts.append(text)
        }
        return hosts
    }
}
