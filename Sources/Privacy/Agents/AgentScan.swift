internal import Events

/// One walk over an agent: which known words it holds, and the versions behind those that decide.
struct AgentScan {
    private let lexicon: AgentLexicon
    private(set) var marks: AgentMarks = []
    private(set) var device: DeviceClass?
    /// Indices into the lexicon's lists, -1 for none.
    private(set) var browser: Int16 = -1
    private(set) var browserVersion = NumberColumn.absent
    private(set) var browserStage = AgentVersion.Stage.released
    private(set) var system: Int16 = -1
    private(set) var robot: Int16 = -1
    private(set) var robotVersion = NumberColumn.absent
    private(set) var numbers = AgentNumbers()
    private(set) var webKit = AgentVersion()
    private(set) var chrome = AgentVersion()
    /// Whether the agent begins with `Nokia`.
    private(set) var beginsWithNokia = false
    private var isFirst = true
    /// The hashes of the last word and of this one, 0 unless they open a pair.
    private var opener: UInt64 = 0
    private var nextOpener: UInt64 = 0

    /// Whether no browser is stronger than Firefox.
    var isFirefox: Bool { browser >= 0 && AgentLexicon.browsers[Int(browser)].kind == .firefox }

    /// Longer agents are looked at so far.
    private static let limit = 2048

    init(_ agent: Span<UInt8>, lexicon: AgentLexicon) {
        self.lexicon = lexicon
        let folded = AgentBytes.folded
        let count = min(agent.count, AgentScan.limit)
        var index = 0
        while index < count {
            guard folded[Int(agent[index])] != 0 else {
                if agent[index] == UInt8(ascii: "@"), isMailAddress(agent, at: index) { marks.insert(.domain) }
                index += 1
                continue
            }
            let start = index
            var hash = HashedWords.seed
            var least = UInt8.max
            while index < count {
                let byte = folded[Int(agent[index])]
                guard byte != 0 else { break }
                least = min(least, byte)
                hash = HashedWords.step(hash, byte)
                index += 1
            }
            if !lookUp(HashedWords.finish(hash), agent, start..<index) {
                if least >= UInt8(ascii: "a") {
                    judgeUnknown(agent, start..<index)
                } else {
                    splitWord(agent, start..<index)
                }
            }
            isFirst = false
            opener = nextOpener
            nextOpener = 0
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
                hash = HashedWords.step(hash, agent[index] | 0x20)
                index += 1
            }
            if !lookUp(HashedWords.finish(hash), agent, start..<index) { judgeUnknown(agent, start..<index) }
            isFirst = false
            opener = 0
        }
    }

    /// Applies what a word means, alone and together with the one before it; false if it means nothing.
    @inline(__always)
    private mutating func lookUp(_ hash: UInt64, _ agent: Span<UInt8>, _ word: Range<Int>) -> Bool {
        var isKnown = false
        if opener != 0 {
            if let known = lexicon.words.find(AgentLexicon.pair(opener, hash)) {
                apply(lexicon.meanings[known], agent, word)
                isKnown = true
            }
        }
        if let known = lexicon.words.find(hash) {
            let meaning = lexicon.meanings[known]
            apply(meaning, agent, word)
            if meaning.marks.contains(.opensPair) { nextOpener = hash }
            isKnown = true
        }
        return isKnown
    }

    private mutating func apply(_ meaning: AgentLexicon.Meaning, _ agent: Span<UInt8>, _ word: Range<Int>) {
        let end = word.upperBound
        if meaning.browser >= 0, browser < 0 || meaning.browser <= browser {
            noteBrowser(meaning.browser, agent, end: end)
        }
        if meaning.system >= 0, system < 0 || meaning.system < system { system = meaning.system }
        if meaning.robot >= 0, robot < 0 {
            robot = meaning.robot
            robotVersion = AgentVersion.number(agent, behind: end)
        }
        if meaning.robotOnlyFirst, isFirst { marks.insert(.robotWord) }
        if let device = meaning.device, self.device == nil || device == .tv || device == .console {
            self.device = device
        }
        if !meaning.marks.isEmpty { noteMarks(meaning.marks, agent, word) }
    }

    private mutating func noteBrowser(_ index: Int16, _ agent: Span<UInt8>, end: Int) {
        let rule = AgentLexicon.browsers[Int(index)].version
        let number =
            switch rule {
            case .behind, .required: AgentVersion.number(agent, behind: end)
            case .distant: AgentVersion.distantNumber(agent, behind: end)
            case .fourthPart: AgentVersion.fourthNumber(agent, behind: end)
            case .none: NumberColumn.absent
            }
        if rule == .required {
            guard number != NumberColumn.absent, end < agent.count, agent[end] == UInt8(ascii: "/") else { return }
        }
        if index == browser, number == NumberColumn.absent || browserVersion != NumberColumn.absent { return }
        browser = index
        browserVersion = number
        if isFirefox { browserStage = AgentVersion.stage(agent, behind: end) }
    }

    private mutating func noteMarks(_ new: AgentMarks, _ agent: Span<UInt8>, _ word: Range<Int>) {
        marks.formUnion(new)
        if !new.isDisjoint(with: .numbered) {
            numbers.note(AgentVersion.number(agent, behind: word.upperBound), behind: new)
            if new.contains(.webKit) { webKit = AgentVersion(agent, behind: word.upperBound) }
            if new.contains(.chrome), chrome.parts == 0 { chrome = AgentVersion(agent, behind: word.upperBound) }
        }
        if new.contains(.mozilla), AgentScan.followsComma(agent, word.lowerBound) { marks.insert(.joined) }
        if new.contains(.topDomain), AgentScan.endsAddress(agent, word) {
            marks.insert(AgentScan.leadsPath(agent, from: word.upperBound) ? .url : .domain)
        }
        if isFirst, new.contains(.handsetMaker) { noteHandset(agent, word) }
    }

    /// Robots of no known name call themselves bot, crawler, spider or the like.
    private mutating func judgeUnknown(_ agent: Span<UInt8>, _ word: Range<Int>) {
        let text = agent.extracting(word)
        switch RobotWords.evidence(in: text) {
        case .sure: marks.insert(.robotWord)
        case .likely: marks.insert(.robotHint)
        case .orApplication: marks.insert(.robotOrApplication)
        case nil: break
        }
        if isFirst, HandsetMakers.begin(text) { noteHandset(agent, word) }
    }

    private mutating func noteHandset(_ agent: Span<UInt8>, _ word: Range<Int>) {
        marks.insert(.featurePhone)
        beginsWithNokia = HandsetMakers.isNokia(agent.extracting(word))
    }

    /// Robots give their owner's address: `(bot; jane@example.org)`.
    private func isMailAddress(_ agent: Span<UInt8>, at index: Int) -> Bool {
        index > 0 && ASCII.isAlphanumeric(agent[index - 1]) && index + 1 < agent.count
            && ASCII.isLetter(agent[index + 1])
    }

    /// Logs of IIS have a plus for each space.
    private static func followsComma(_ agent: Span<UInt8>, _ start: Int) -> Bool {
        let hasSpace = start > 0 && (agent[start - 1] == UInt8(ascii: " ") || agent[start - 1] == UInt8(ascii: "+"))
        let end = hasSpace ? start - 1 : start
        return end > 0 && agent[end - 1] == UInt8(ascii: ",")
    }

    private static func leadsPath(_ agent: Span<UInt8>, from end: Int) -> Bool {
        end + 1 < agent.count && agent[end] == UInt8(ascii: "/") && ASCII.isLetter(agent[end + 1])
    }

    /// Whether a word ends a dotted name (`example.com`, but not `com.example`).
    private static func endsAddress(_ agent: Span<UInt8>, _ word: Range<Int>) -> Bool {
        word.lowerBound > 0 && agent[word.lowerBound - 1] == UInt8(ascii: ".")
            && (word.upperBound == agent.count || agent[word.upperBound] != UInt8(ascii: "."))
    }
}
