/// What each known word of an agent means, looked up by the word's bytes in lower case.
struct AgentLexicon: Sendable {
    /// The meanings that one word may have at once; -1 where it has none.
    struct Meaning: Sendable {
        /// Index into ``browsers``; the lower, the stronger.
        var browser: Int16 = -1
        /// Index into ``systems``; the lower, the stronger.
        var system: Int16 = -1
        /// Index into ``robots``.
        var robot: Int16 = -1
        /// Means a robot only as the first word.
        var robotOnlyFirst = false
        var device: DeviceClass?
        var marks: AgentMarks = []
    }

    static let standard = AgentLexicon()

    private(set) var words = HashedWords(capacity: 2000)
    private(set) var meanings: [Meaning] = []

    private init() {
        for (index, family) in AgentLexicon.browsers.enumerated() {
            add(family.words) { if $0.browser < 0 { $0.browser = Int16(index) } }
        }
        for (index, family) in AgentLexicon.systems.enumerated() {
            add(family.words) { if $0.system < 0 { $0.system = Int16(index) } }
        }
        for (index, family) in AgentLexicon.robots.enumerated() {
            add(family.words) { if $0.robot < 0 { $0.robot = Int16(index) } }
        }
        add(AgentLexicon.clients) { $0.robotOnlyFirst = true }
        add(AgentLexicon.tools) { $0.marks.insert(.robotHint) }
        add(AgentLexicon.handsetMakers) { $0.marks.insert(.handsetMaker) }
        for (device, words) in AgentLexicon.devices { add(words) { $0.device = device } }
        for (mark, words) in AgentLexicon.marks { add(words) { $0.marks.formUnion(mark) } }
    }

    /// Adds words separated by spaces; two joined by a plus must follow each other.
    private mutating func add(_ list: String, _ change: (inout Meaning) -> Void) {
        for entry in list.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
            let parts = entry.split(separator: "+").map { HashedWords.hash($0.utf8) }
            if parts.count == 2 {
                change(&meanings[number(AgentLexicon.pair(parts[0], parts[1]))])
                meanings[number(parts[0])].marks.insert(.opensPair)
            } else {
                change(&meanings[number(parts[0])])
            }
        }
    }

    private mutating func number(_ hash: UInt64) -> Int {
        let index = words.insert(hash)
        if index == meanings.count { meanings.append(Meaning()) }
        return index
    }

    /// The key of two words that follow each other, made of theirs.
    @inline(__always)
    static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 {
        HashedWords.finish((first &* 31) ^ second)
    }
}
