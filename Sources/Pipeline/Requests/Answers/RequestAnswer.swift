import Events

/// What a person or an authority is told when a request has ended.
struct RequestAnswer {
    let site: String
    let number: Int
    let kind: RequestKind
    /// The day of the request, or that which an order bears itself, and that of its end, in the store's time zone.
    let opened: Day
    let ended: Day
    /// The last day on which request and answer are kept; nil without end.
    let keptUntil: Day?
    let result: Result
    /// The day on which what a request has restricted was let go again; nil if it was not.
    var lifted: Day?

    enum Result {
        case done(RequestOutcome)
        case refused(RequestGround)
    }

    /// The answer as plain text.
    func text(_ language: NoticeLanguage) -> String {
        let words = language.requestWords
        var lines = [words.title(site, number), ""]
        let (opened, ended) = (words.text(opened), words.text(ended))
        switch result {
        case .refused(let ground):
            lines += [words.refused(kind, opened, ended), "", "- " + (words.grounds[ground] ?? ground.rawValue)]
        case .done(let outcome):
            lines.append(
                lifted.map { words.lifted(opened, ended, words.text($0)) }
                    ?? words.done(kind, RequestAnswer.extent(kind, outcome), opened, ended))
            lines += effects(outcome, words)
            if kind == .restrict || kind == .erase { lines.append(words.addressesOnly) }
            if kind == .disclose || kind == .erase { lines.append(words.searched) }
            lines += section(words.found, findings(outcome, words))
            lines += section(words.stays, outcome.stays.map { stay($0, words) })
        }
        lines += ["", words.record(keptUntil.map(words.text))]
        lines.append(kind.isOfPerson ? words.complaint : words.authorityClosing)
        return lines.map { $0 + "\n" }.joined()
    }

    /// How much of what was asked for could be done.
    private static func extent(_ kind: RequestKind, _ outcome: RequestOutcome) -> RequestWords.Extent {
        guard kind == .erase || kind == .correct else { return .whole }
        if outcome.isEmpty { return .nothing }
        let isKept = outcome.stays.contains {
            [.raw, .rejects, .events, .sharedAddress, .othersLines].contains($0.kept)
        }
        return isKept ? .part : .whole
    }

    /// What holds from now on, or comes with the letter; what is put right or comes along is nothing if nothing was found.
    private func effects(_ outcome: RequestOutcome, _ words: RequestWords) -> [String] {
        guard kind == .restrict || kind == .erase || !outcome.isEmpty else { return [] }
        if kind == .disclose { return RequestAnswer.showing(outcome).map { [words.disclosed($0)] } ?? [] }
        return words.effects[kind].map { [$0] } ?? []
    }

    /// How much of what was found is shown; nil if no line was.
    private static func showing(_ outcome: RequestOutcome) -> RequestWords.Showing? {
        let (isLocked, isOthers) = (outcome[.locked] > 0, outcome[.withheld] > 0)
        guard isLocked || isOthers else {
            // Outcomes of earlier versions say nothing of what was shown.
            return outcome[.lines] + outcome[.rejects] + outcome[.held] > 0 ? .all : nil
        }
        return outcome[.shown] > 0 ? .part : .nothing(isLocked: isLocked, isOthers: isOthers)
    }

    private func section(_ heading: String, _ items: [String]) -> [String] {
        items.isEmpty ? [] : ["", heading] + items.map { "- \($0)" }
    }

    private func findings(_ outcome: RequestOutcome, _ words: RequestWords) -> [String] {
        var items = RequestOutcome.Count.allCases.filter { outcome[$0] > 0 }.map {
            words.counted(kind, $0, outcome[$0])
        }
        if items.isEmpty, kind != .restrict { items.append(words.nothing) }
        let ranges = RequestAnswer.ranges(outcome.days.compactMap { Day($0) })
        if !ranges.isEmpty {
            items.append(words.days(ranges.map { RequestAnswer.text($0, words) }.joined(separator: words.separator)))
        }
        if let digest = outcome.digest { items.append(words.digest(digest)) }
        if !outcome.faults.isEmpty { items.append(words.faults(outcome.faults.count)) }
        return items
    }

    private func stay(_ stay: RequestOutcome.Stay, _ words: RequestWords) -> String {
        let first = stay.from.flatMap { Day($0) }
        let last = stay.to.flatMap { Day($0) }
        var days: String?
        if let first, let last, first <= last { days = RequestAnswer.text(first...last, words) }
        let reason = (kind.isOfPerson ? nil : words.authorityReasons[stay.reason]) ?? words.reasons[stay.reason]
        return words.stay(
            words.kept[stay.kept] ?? stay.kept.rawValue, days, reason ?? stay.reason.rawValue,
            stay.until.flatMap { Day($0) }.map(words.text))
    }

    private static func text(_ range: ClosedRange<Day>, _ words: RequestWords) -> String {
        range.lowerBound == range.upperBound
            ? words.text(range.lowerBound) : words.range(words.text(range.lowerBound), words.text(range.upperBound))
    }

    /// Days that follow each other as one range.
    private static func ranges(_ days: [Day]) -> [ClosedRange<Day>] {
        var ranges: [ClosedRange<Day>] = []
        for day in days.sorted() {
            if let last = ranges.last, last.upperBound.advanced(by: 1) == day {
                ranges[ranges.count - 1] = last.lowerBound...day
            } else {
                ranges.append(day...day)
            }
        }
        return ranges
    }
}

extension NoticeLanguage {
    var requestWords: RequestWords {
        switch self {
        case .english: .english
        case .japanese: .japanese
        case .korean: .korean
        }
    }
}
