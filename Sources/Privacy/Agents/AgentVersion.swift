internal import Events

/// A version behind a word of an agent: its first number, and what its form tells.
struct AgentVersion {
    /// How far a browser was in its making.
    enum Stage {
        case released, alpha, beta
    }

    private(set) var major = NumberColumn.absent
    private(set) var minor = NumberColumn.absent
    /// How many numbers there are, with dots between them.
    private(set) var parts = 0
    /// Whether a plus ends it, as WebKit's makers mark what lies behind a release: `531.2+`.
    private(set) var isOpen = false
    /// Whether a letter follows it at once: `105.0.0.0MQQBrowser`.
    private(set) var runsIntoName = false

    init() {}

    /// The version behind the word that ends at `end`.
    init(_ agent: Span<UInt8>, behind end: Int) {
        major = AgentVersion.number(agent, behind: end)
        guard major != NumberColumn.absent else { return }
        var index = AgentVersion.skipLead(agent, from: end)
        parts = 1
        while index < agent.count, ASCII.isDigit(agent[index]) || agent[index] == UInt8(ascii: ".") {
            if agent[index] == UInt8(ascii: ".") {
                parts += 1
                if parts == 2 { minor = AgentVersion.number(agent, at: index + 1) }
            }
            index += 1
        }
        runsIntoName = index < agent.count && ASCII.isLetter(agent[index])
        // Logs of IIS have a plus for each space.
        isOpen =
            index + 1 < agent.count && agent[index] == UInt8(ascii: "+")
            && (agent[index + 1] == UInt8(ascii: " ") || agent[index + 1] == UInt8(ascii: "+"))
    }

    /// The whole number right behind a word: after up to two of `/`, space, `:`, `-`, `_`, `(`, `]`, `+`, `@`, `v`.
    static func number(_ agent: Span<UInt8>, behind end: Int) -> Int64 {
        number(agent, at: skipLead(agent, from: end))
    }

    /// The first whole number behind a word before the next `)`, `;` or `]`.
    static func distantNumber(_ agent: Span<UInt8>, behind end: Int) -> Int64 {
        let near = number(agent, behind: end)
        if near != NumberColumn.absent { return near }
        var index = end
        while index < agent.count, index - end < 32, !ASCII.isDigit(agent[index]) {
            switch agent[index] {
            case UInt8(ascii: ")"), UInt8(ascii: ";"), UInt8(ascii: "]"): return NumberColumn.absent
            default: index += 1
            }
        }
        return number(agent, at: index)
    }

    /// The number that begins the fourth part of the list in parentheses behind a word.
    static func fourthNumber(_ agent: Span<UInt8>, behind end: Int) -> Int64 {
        guard end < agent.count, agent[end] == UInt8(ascii: "(") else { return number(agent, behind: end) }
        var part = 1
        var index = end + 1
        while index < agent.count, part < 4, agent[index] != UInt8(ascii: ")"), index - end < 64 {
            if agent[index] == UInt8(ascii: ";") { part += 1 }
            index += 1
        }
        return part == 4 ? number(agent, behind: index) : NumberColumn.absent
    }

    /// The stage that a letter behind the second number stands for: `4.0b8pre`, `3.7a1`.
    static func stage(_ agent: Span<UInt8>, behind end: Int) -> Stage {
        var index = skipLead(agent, from: end)
        while index < agent.count, ASCII.isDigit(agent[index]) || agent[index] == UInt8(ascii: ".") { index += 1 }
        guard index + 1 < agent.count, ASCII.isDigit(agent[index + 1]) else { return .released }
        switch agent[index] {
        case UInt8(ascii: "a"): return .alpha
        case UInt8(ascii: "b"): return .beta
        default: return .released
        }
    }

    private static func skipLead(_ agent: Span<UInt8>, from end: Int) -> Int {
        var index = end
        while index < agent.count, index - end < 2, isLead(agent[index]) { index += 1 }
        return index
    }

    private static func isLead(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "/"), UInt8(ascii: " "), UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "_"),
            UInt8(ascii: "("), UInt8(ascii: "]"), UInt8(ascii: "+"), UInt8(ascii: "@"), UInt8(ascii: "v"),
            UInt8(ascii: "V"):
            true
        default: false
        }
    }

    /// A number of at most six digits; longer ones are no versions.
    private static func number(_ agent: Span<UInt8>, at start: Int) -> Int64 {
        var value: Int64 = 0
        var index = start
        while index < agent.count, ASCII.isDigit(agent[index]), index - start < 7 {
            value = value * 10 + Int64(agent[index] - 0x30)
            index += 1
        }
        return index == start || index - start > 6 ? NumberColumn.absent : value
    }
}
