import Events
import Intake
import Privacy

/// Reads a log and says what a configuration for it could name: hosts, proxies, parameters, places where numbers may be
/// content.
public struct PolicySuggestion {
    /// Something that the log has often.
    public struct Finding: Sendable {
        /// What to write.
        public let text: String
        /// The lines that have it, and how many different values stood there.
        public let lines: Int
        public let values: Int
    }

    /// Different values behind one template from which on it is worth asking whether they name content.
    private static let leastValues = 20
    private static let longestList = 20
    /// Templates and names that are counted, at most.
    private static let countLimit = 50_000

    private var hosts: [String: (lines: Int, values: Set<Int>)] = [:]
    private var proxies: [String: (lines: Int, values: Set<Int>)] = [:]
    private var templates: [String: (lines: Int, values: Set<Int>)] = [:]
    private var parameters: [String: (lines: Int, values: Set<Int>)] = [:]
    private var events: [String: (lines: Int, values: Set<Int>)] = [:]
    public private(set) var lines = 0

    public init() {}

    /// Takes note of a line.
    public mutating func note(_ line: ExplainedLine) {
        guard case .accepted(_, let record, _) = line.outcome else { return }
        lines += 1
        if let host = record[.host].map({ $0.lowercased() }), PolicySuggestion.isHost(host) {
            PolicySuggestion.count(host, nil, in: &hosts)
        }
        if let chain = record[.forwarded], let peer = record[.client] {
            PolicySuggestion.count(peer, chain, in: &proxies)
        }
        if let event = record[.event], PolicySuggestion.isWord(event) {
            PolicySuggestion.count(event.lowercased(), nil, in: &events)
        }
        if let target = record[.target] { note(target: target) }
    }

    private mutating func note(target: String) {
        let parts = target.split(separator: "?", maxSplits: 1)
        guard let path = parts.first, path.hasPrefix("/") else { return }
        let segments = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        let numbers = segments.filter(PolicySuggestion.isContentNumber)
        let isPlain = segments.allSatisfy { PolicySuggestion.isContentNumber($0) || PolicySuggestion.isWord($0) }
        if !numbers.isEmpty, isPlain {
            let template = segments.map { PolicySuggestion.isContentNumber($0) ? "{n}" : String($0) }
            PolicySuggestion.count(
                "/" + template.joined(separator: "/"), numbers.joined(separator: "/"), in: &templates)
        }
        guard parts.count == 2 else { return }
        for pair in parts[1].split(separator: "&").prefix(16) {
            let sides = pair.split(separator: "=", maxSplits: 1)
            guard sides.count == 2, PolicySuggestion.isWord(sides[0]) else { continue }
            let name = String(sides[0])
            if IdentifyingName.isIdentifying(Array(name.utf8).span) { continue }
            if PolicySuggestion.isContentNumber(sides[1]), segments.allSatisfy(PolicySuggestion.isWord) {
                PolicySuggestion.count("\(path)?\(name)", String(sides[1]), in: &templates)
            } else {
                PolicySuggestion.count(name, String(sides[1]), in: &parameters)
            }
        }
    }

    /// The log's own hosts.
    public var hostFindings: [Finding] { PolicySuggestion.findings(hosts) { lines, _ in lines * 100 >= self.lines } }

    /// Addresses that hand on the requests of many others: of a hundredth of the lines or more.
    public var proxyFindings: [Finding] {
        PolicySuggestion.findings(proxies) { lines, values in
            lines * 100 >= self.lines && values >= PolicySuggestion.leastValues
        }
    }

    /// Templates that would swallow many numbers.
    public var contentFindings: [Finding] {
        PolicySuggestion.findings(templates) { _, values in values >= PolicySuggestion.leastValues }
    }

    /// Parameters that carry words.
    public var parameterFindings: [Finding] { PolicySuggestion.findings(parameters) { _, values in values > 1 } }

    /// The names of events.
    public var eventFindings: [Finding] { PolicySuggestion.findings(events) { _, _ in true } }

    private static func findings(
        _ counts: [String: (lines: Int, values: Set<Int>)], where isFound: (Int, Int) -> Bool
    ) -> [Finding] {
        let found = counts.filter { isFound($0.value.lines, $0.value.values.count) }
            .map { Finding(text: $0.key, lines: $0.value.lines, values: $0.value.values.count) }
        return Array(found.sorted { ($1.lines, $0.text) < ($0.lines, $1.text) }.prefix(longestList))
    }

    private static func count(
        _ name: String, _ value: String?, in counts: inout [String: (lines: Int, values: Set<Int>)]
    ) {
        guard counts[name] != nil || counts.count < countLimit else { return }
        var entry = counts[name] ?? (0, [])
        entry.lines += 1
        if let value, entry.values.count < 1000 { entry.values.insert(value.hashValue) }
        counts[name] = entry
    }

    /// A number that a pattern would keep, and that the gate would not.
    private static func isContentNumber(_ text: some StringProtocol) -> Bool {
        (4...9).contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    private static func isWord(_ text: some StringProtocol) -> Bool {
        text.utf8.count <= 40 && text.utf8.allSatisfy(isWordByte) && !Detectors.contains(Array(text.utf8).span)
            && !IdentifyingName.isIdentifying(Array(text.utf8).span)
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || "-_.".utf8.contains(byte)
    }

    private static func isHost(_ text: String) -> Bool {
        text.contains(".") && isWord(text) && text.utf8.contains { (0x61...0x7A).contains($0) }
    }
}
