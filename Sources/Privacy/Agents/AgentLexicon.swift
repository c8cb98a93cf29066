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

    private(set) var words = HashedWords(capacity: 1500)
    private(set) var meanings: [Meaning] = []

    private init() {
        for (index, entry) in AgentLexicon.browsers.enumerated() {
            add(entry.words) { if $0.browser < 0 { $0.browser = Int16(index) } }
        }
        for (index, entry) in AgentLexicon.systems.enumerated() {
            add(entry.words) { if $0.system < 0 { $0.system = Int16(index) } }
        }
        for (index, entry) in AgentLexicon.robots.enumerated() {
            add(entry.words) { if $0.robot < 0 { $0.robot = Int16(index) } }
        }
        add(AgentLexicon.clients) { $0.robotOnlyFirst = true }
        for (device, words) in AgentLexicon.devices { add(words) { $0.device = device } }
        for (mark, words) in AgentLexicon.marks { add(words) { $0.marks.formUnion(mark) } }
    }

    private mutating func add(_ list: String, _ change: (inout Meaning) -> Void) {
        for word in list.split(separator: " ") {
            let index = words.insert(HashedWords.hash(word.utf8))
            if index == meanings.count { meanings.append(Meaning()) }
            change(&meanings[index])
        }
    }
}
