import Foundation
import TestSupport

/// Public lists of user agents, read with just enough of their formats.
enum AgentSamples {
    struct Expectation {
        var agent = ""
        var family = ""
        var major: Int64?
    }

    /// The cases of one of uap-core's test files.
    static func expectations(_ file: String) throws -> [Expectation] {
        var cases: [Expectation] = []
        for line in try lines("user-agents/ua-parser__uap-core/tests/" + file) {
            if let agent = value(line, "- user_agent_string: ") {
                cases.append(Expectation(agent: agent))
            } else if let family = value(line, "  family: "), !cases.isEmpty {
                cases[cases.count - 1].family = family
            } else if let major = value(line, "  major: "), !cases.isEmpty {
                cases[cases.count - 1].major = Int64(major)
            }
        }
        return cases
    }

    static func crawlerUserAgents() throws -> [String] {
        struct Entry: Decodable {
            let instances: [String]
        }
        let data = Data(try SharedData.bytes("user-agents/monperrus__crawler-user-agents/crawler-user-agents.json"))
        return try JSONDecoder().decode([Entry].self, from: data).flatMap(\.instances)
    }

    static func crawlerDetect() throws -> [String] {
        try lines("user-agents/JayBizzle__Crawler-Detect/tests/data/user_agent/crawlers.txt").filter { !$0.isEmpty }
    }

    /// The one-line entries of one of isbot's lists.
    static func isbot(_ file: String) throws -> [String] {
        try lines("user-agents/omrilotan__isbot/fixtures/" + file).compactMap { value($0, "- ") }.filter {
            $0.count > 2
        }
    }

    /// The names on COUNTER's list, its patterns without their signs.
    static func counter() throws -> [String] {
        struct Entry: Decodable {
            let pattern: String
        }
        let data = Data(try SharedData.bytes("user-agents/atmire__COUNTER-Robots/COUNTER_Robots_list.json"))
        return try JSONDecoder().decode([Entry].self, from: data).map { entry in
            String(entry.pattern.filter { !"\\^$.*+?()[]{}|".contains($0) })
        }
    }

    private static func lines(_ path: String) throws -> [String] {
        String(decoding: try SharedData.bytes(path), as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false
        )
        .map { $0.last == "\r" ? String($0.dropLast()) : String($0) }
    }

    /// The scalar behind a prefix, unquoted.
    private static func value(_ line: String, _ prefix: String) -> String? {
        guard line.hasPrefix(prefix) else { return nil }
        let text = line.dropFirst(prefix.count)
        for quote in ["'", "\""] where text.count >= 2 && text.hasPrefix(quote) && text.hasSuffix(quote) {
            return String(text.dropFirst().dropLast()).replacing("''", with: "'")
        }
        return String(text)
    }
}
