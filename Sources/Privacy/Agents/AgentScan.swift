internal import Events

/// One walk over an agent: which known words it holds, and the versions behind those that decide.
struct AgentScan {
    private let lexicon: AgentLexicon
    private(set) var marks: AgentMarks = []
    private(set) var device: DeviceClass?
    /// Indices into the lexicon's lists, -1 for none.
    private(set) var browser: Int16 = -1
    private(set) var browserVersion = NumberColumn.absent
    private(set) var system: Int16 = -1
    private(set) var robot: Int16 = -1
    private(set) var robotVersion = NumberColumn.absent
    /// The numbers behind `Version/`, `Trident/`, `Safari/` `Chrome/` and `Android`.
    private(set) var version = NumberColumn.absent
    private(set) var trident = NumberColumn.absent
    private(set) var safari = NumberColumn.absent
    private(set) var chrome = NumberColumn.absent
    private(set) var android = NumberColumn.absent
    private(set) var words = 0
    private var previous: AgentMarks = []

    /// Longer agents are looked at so far.
    private static let limit = 2048

    init(_ agent: Span<UInt8>, lexicon: AgentLexicon) {
        self.lexicon = lexicon
        let count = min(agent.count, AgentScan.limit)
        var index = 0
        while index < count {
            guard AgentScan.isWordByte(agent[index]) else {
                index += 1
                continue
            }
            let start = index
            var hash = HashedWords.seed
            var isPure = true
            while index < count, AgentScan.isWordByte(agent[index]) {
                isPure = isPure && ASCII.isLetter(agent[index])
                hash = HashedWords.step(hash, ASCII.lowercased(agent[index]))
                index += 1
            }
            if let known = lexicon.words.find(HashedWords.finish(hash)) {
                apply(known, agent, start..<index)
            } else if isPure {
                judgeUnknown(agent, start..<index)
            } else {
                splitWord(agent, start..<index)
            }
            words += 1
        }
    }

    /// Looks up the runs of letters of a word that is not known as a whole: `UCWEB7`, `JDSports-iPad`.
    private mutating func splitWord(_ agent: Span<UInt8>, _ word: Range<Int>) {
        var index = word.lowerBound
        while index < word.upperBound {
            guard ASCII.isLetter(agent[index]) else {
                index += 1
                continue
            }
            let start = index
            var hash = HashedWords.seed
            while index < word.upperBound, ASCII.isLetter(agent[index]) {
                hash = HashedWords.step(hash, ASCII.lowercased(agent[index]))
                index += 1
            }
            if let known = lexicon.words.find(HashedWords.finish(hash)) {
                apply(known, agent, start..<index)
            } else {
                judgeUnknown(agent, start..<index)
            }
        }
    }

    private mutating func apply(_ known: Int, _ agent: Span<UInt8>, _ word: Range<Int>) {
        let meaning = lexicon.meanings[known]
        let end = word.upperBound
        if meaning.browser >= 0, browser < 0 || meaning.browser <= browser {
            noteBrowser(meaning.browser, agent, end: end)
        }
        if meaning.system >= 0, system < 0 || meaning.system < system { system = meaning.system }
        if meaning.robot >= 0, robot < 0 {
            robot = meaning.robot
            robotVersion = AgentScan.version(agent, from: end)
        }
        if meaning.robotOnlyFirst, words == 0 { marks.insert(.robotWord) }
        if let device = meaning.device, self.device == nil || device == .tv || device == .console {
            self.device = device
        }
        if meaning.marks.contains(.domain), AgentScan.endsAddress(agent, word) { marks.insert(.url) }
        noteMarks(meaning.marks, agent, end: end)
        previous = meaning.marks
    }

    private mutating func noteBrowser(_ index: Int16, _ agent: Span<UInt8>, end: Int) {
        let name = AgentLexicon.browsers[Int(index)].name
        var found = AgentScan.version(agent, from: end)
        if found == NumberColumn.absent, AgentLexicon.distantVersions.contains(name) {
            found = AgentScan.distantVersion(agent, from: end)
        }
        if found == NumberColumn.absent, index == browser || AgentLexicon.versionsRequired.contains(name) { return }
        if index == browser, browserVersion != NumberColumn.absent { return }
        browser = index
        browserVersion = found
    }

    private mutating func noteMarks(_ new: AgentMarks, _ agent: Span<UInt8>, end: Int) {
        guard !new.isEmpty else { return }
        marks.formUnion(new)
        if !new.isDisjoint(with: [.version, .trident, .safari, .chrome, .android]) {
            let number = AgentScan.version(agent, from: end)
            if new.contains(.version) { version = number }
            if new.contains(.trident) { trident = number }
            if new.contains(.safari) { safari = number }
            if new.contains(.chrome), chrome == NumberColumn.absent { chrome = number }
            if new.contains(.android), android == NumberColumn.absent { android = number }
        }
        if new.contains(.phone), previous.contains(.windows) { system = 0 }
        if new.contains(.mobile), previous.contains(.windows), system != 0 { system = 1 }
        if new.contains(.television), previous.contains(.apple) { system = AgentLexicon.appleTV }
        if new.contains(.mini), previous.contains(.opera) {
            noteBrowser(min(AgentLexicon.operaMini, browser < 0 ? .max : browser), agent, end: end)
        }
        if new.contains(.television) { device = .tv }
    }

    /// Robots of no known name call themselves bot, crawler, spider or the like.
    private mutating func judgeUnknown(_ agent: Span<UInt8>, _ word: Range<Int>) {
        previous = []
        if RobotWords.areIn(agent.extracting(word)) { marks.insert(.robotWord) }
    }

    @inline(__always)
    private static func isWordByte(_ byte: UInt8) -> Bool {
        ASCII.isAlphanumeric(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: "!")
    }

    /// Whether a word ends a dotted name (`example.com`, but not `com.example`).
    private static func endsAddress(_ agent: Span<UInt8>, _ word: Range<Int>) -> Bool {
        word.lowerBound > 0 && agent[word.lowerBound - 1] == UInt8(ascii: ".")
            && (word.upperBound == agent.count || agent[word.upperBound] != UInt8(ascii: "."))
    }

    /// The whole number right behind a word: after up to two of `/`, space, `:`, `-`, `_`, `(`, `+`, `v`.
    static func version(_ agent: Span<UInt8>, from end: Int) -> Int64 {
        var index = end
        while index < agent.count, index - end < 2, isVersionLead(agent[index]) { index += 1 }
        return number(agent, at: index)
    }

    /// The first whole number behind a word before the next `)`, `;` or `]`.
    private static func distantVersion(_ agent: Span<UInt8>, from end: Int) -> Int64 {
        var index = end
        while index < agent.count, index - end < 32, !ASCII.isDigit(agent[index]) {
            switch agent[index] {
            case UInt8(ascii: ")"), UInt8(ascii: ";"), UInt8(ascii: "]"): return NumberColumn.absent
            default: index += 1
            }
        }
        return number(agent, at: index)
    }

    private static func isVersionLead(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "/"), UInt8(ascii: " "), UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "_"),
            UInt8(ascii: "("), UInt8(ascii: "+"), UInt8(ascii: "v"):
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
