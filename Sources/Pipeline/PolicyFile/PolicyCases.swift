import Intake
import Privacy

/// Lines with what is to be stored of them: tests of a policy, written by those who answer for it.
public struct PolicyCases {
    /// What a case expects of a column.
    enum Expectation: Equatable {
        /// Exactly this value, as `explain` prints it.
        case value(String)
        /// Some value: pseudonyms cannot be foretold.
        case present
        case absent
    }

    /// How a case came out.
    public struct Outcome: Sendable {
        /// The number of the case, from 1, and where it stands in the file.
        public let number: Int
        public let line: Int
        /// What differs; nothing if the case holds.
        ///
        /// Names columns and what is stored, never the line.
        public let differences: [String]
    }

    private struct Case {
        let place: YAMLNode
        var line: String?
        var format: FormatSetting?
        var isRejected = false
        var event: [(column: EventColumn, Expectation)] = []
    }

    private let cases: [Case]

    /// Reads a file of cases.
    ///
    /// - Throws: ``JobError`` (missing, io, or configuration with line and column of the first mistake).
    public init(path: String) throws {
        guard let bytes = try YAMLFile.contents(path) else {
            throw JobError(.missing, "There is no file \(path).")
        }
        do throws(SettingsMistake) {
            cases = try PolicyCases.cases(bytes, path: path)
        } catch {
            throw error.error(in: path)
        }
    }

    /// Runs all cases through the gate under a throw-away key.
    public func run(environment: JobEnvironment) throws -> [Outcome] {
        try cases.enumerated().map { number, test in
            var explain = try Explain(format: test.format, environment: environment)
            let explained = try explain.explain(line: test.line ?? "")
            return Outcome(
                number: number + 1, line: test.place.line, differences: PolicyCases.differences(explained, test))
        }
    }

    private static func differences(_ line: ExplainedLine?, _ test: Case) -> [String] {
        switch line?.outcome {
        case .rejected(let reason, let column) where !test.isRejected:
            return ["the line is rejected at column \(column): \(reason.explanation)"]
        case .filtered(let reason) where !test.isRejected: return ["the line is filtered: \(reason.name)"]
        case .accepted(_, _, let event):
            if test.isRejected { return ["the line is accepted"] }
            return test.event.compactMap { column, expected in
                let field = event.first { $0.name == column.name }
                return difference(column.name, field?.value.text, expected)
            }
        case nil: return ["the line is empty"]
        default: return []
        }
    }

    private static func difference(_ name: String, _ value: String?, _ expected: Expectation) -> String? {
        switch expected {
        case .value(let text) where value != text: "\(name) is \(value ?? "absent"), expected \(text)"
        case .present where value == nil: "\(name) is absent, expected some value"
        case .absent: value.map { "\(name) is \($0), expected nothing" }
        default: nil
        }
    }
}

extension PolicyCases {
    private static func cases(_ bytes: [UInt8], path: String) throws(SettingsMistake) -> [Case] {
        let root = try YAMLNode.read(bytes)
        guard case .list(let nodes) = root.content else {
            throw SettingsMistake(at: root, "A file of cases is a list: - {line: …, event: {path: /a}}.")
        }
        var cases: [Case] = []
        for node in nodes {
            var test = Case(place: node)
            try SettingValue(name: "A case", node: node, path: path).fill(&test, keys)
            guard test.line != nil else { throw SettingsMistake(at: node, "A case has a line.") }
            cases.append(test)
        }
        return cases
    }

    private static let keys: [SettingKey<Case>] = [
        SettingKey("line") { value, test throws(SettingsMistake) in test.line = try value.text(such: "a line of a log")
        },
        SettingKey("format") { value, test throws(SettingsMistake) in test.format = try value.format() },
        SettingKey("rejected") { value, test throws(SettingsMistake) in
            test.isRejected = try value.choice(["true", "false"]) == 0
        },
        SettingKey("event") { value, test throws(SettingsMistake) in test.event = try value.expectations() },
    ]
}

extension SettingValue {
    fileprivate func expectations() throws(SettingsMistake) -> [(column: EventColumn, PolicyCases.Expectation)] {
        var expectations: [(EventColumn, PolicyCases.Expectation)] = []
        for entry in try entries(orElse: "takes columns, each with its value.") {
            guard case .text(let name) = entry.key.content, let column = EventColumn(named: name) else {
                throw unknown(entry.key, "column", among: EventColumn.all.map(\.name))
            }
            switch entry.value.content {
            case .empty: expectations.append((column, .absent))
            case .text("present"): expectations.append((column, .present))
            case .text(let text): expectations.append((column, .value(text)))
            case .list, .mapping:
                throw SettingsMistake(at: entry.value, "\(name) takes one value, null for nothing, or present.")
            }
        }
        return expectations
    }
}

extension ExplainedField.Value {
    /// The value as people write it; nil if there is none.
    fileprivate var text: String? {
        switch self {
        case .text(let text): text
        case .number(let number): String(number)
        case .flag(let flag): String(flag)
        case .absent: nil
        }
    }
}
