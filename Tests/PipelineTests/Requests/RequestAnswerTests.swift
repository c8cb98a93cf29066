import Events
import Foundation
import Privacy
import Testing

@testable import Pipeline

@Suite("Answers to requests")
struct RequestAnswerTests {
    private static let opened = Day("2026-03-03") ?? Day(number: 0)
    private static let ended = Day("2026-03-10") ?? Day(number: 0)

    private static func day(_ text: String) -> Day { Day(text) ?? Day(number: 0) }

    private static func text(
        _ kind: RequestKind, _ result: RequestAnswer.Result, _ language: NoticeLanguage, lifted: Day? = nil
    ) -> String {
        RequestAnswer(
            site: "example.org", number: 7, kind: kind, opened: opened, ended: ended, keptUntil: day("2029-03-10"),
            result: result, lifted: lifted
        ).text(language)
    }

    /// What is counted in requests of a kind.
    private static func counts(_ kind: RequestKind) -> Set<RequestOutcome.Count> {
        switch kind {
        case .disclose: [.lines, .rejects, .held, .shown, .locked, .withheld]
        case .correct: [.lines, .rows]
        case .restrict: [.rows]
        case .erase: [.lines, .rejects, .held, .withheld, .rows, .removed]
        case .authority: [.lines, .held]
        }
    }

    /// What came of a request of each kind, with everything that can be said of it.
    private static func outcome(_ kind: RequestKind) -> RequestOutcome {
        var outcome = RequestOutcome()
        for (place, count) in RequestOutcome.Count.allCases.enumerated() where counts(kind).contains(count) {
            outcome[count] = place + 1
        }
        outcome.add(days: [day("2026-03-01"), day("2026-02-28"), day("2026-03-05")])
        outcome.stays = zip(RequestOutcome.Kept.allCases, 0...).map { kept, place in
            let reasons = RequestOutcome.Reason.allCases
            return RequestOutcome.Stay(
                kept, reasons[place % reasons.count],
                days: place % 3 == 0 ? nil : day("2026-02-28")...day(place % 3 == 1 ? "2026-02-28" : "2026-03-05"),
                until: place % 2 == 0 ? day("2026-06-30") : nil)
        }
        outcome.faults = [.init(file: "vault/date=2026-03-01/a-1.sealed")]
        outcome.inputs = ["/var/log/access.log"]
        if kind == .authority { outcome.digest = String(repeating: "ab", count: 32) }
        return outcome
    }

    /// What came of a request of which nothing stays.
    private static func whole(_ kind: RequestKind) -> RequestOutcome {
        var outcome = RequestOutcome()
        outcome[.lines] = 3
        if kind == .disclose { outcome[.shown] = 3 } else if kind != .authority { outcome[.rows] = 2 }
        outcome.add(days: [day("2026-03-01")])
        return outcome
    }

    /// What came of a disclosure that shows nothing.
    private static func unshown(locked: Int, withheld: Int) -> RequestOutcome {
        var outcome = RequestOutcome()
        outcome[.lines] = locked
        (outcome[.locked], outcome[.withheld]) = (locked, withheld)
        outcome.add(days: [day("2026-03-01")])
        return outcome
    }

    private static func everything(_ language: NoticeLanguage) -> String {
        var texts: [String] = []
        for kind in RequestKind.allCases {
            texts.append("=== \(kind.rawValue): in part\n" + text(kind, .done(outcome(kind)), language))
            texts.append("=== \(kind.rawValue): in whole\n" + text(kind, .done(whole(kind)), language))
            if kind == .disclose {
                for (locked, withheld) in [(2, 0), (0, 2), (1, 1)] {
                    texts.append(
                        "=== disclose: \(locked) locked, \(withheld) withheld\n"
                            + text(kind, .done(unshown(locked: locked, withheld: withheld)), language))
                }
            }
            texts.append("=== \(kind.rawValue): nothing\n" + text(kind, .done(RequestOutcome()), language))
            if kind == .restrict {
                texts.append(
                    "=== restrict: lifted\n"
                        + text(kind, .done(whole(kind)), language, lifted: day("2026-03-20")))
            }
            for ground in RequestGround.allCases where kind == .erase || ground == .unverified {
                texts.append("=== \(kind.rawValue): \(ground.rawValue)\n" + text(kind, .refused(ground), language))
            }
        }
        return texts.joined(separator: "\n")
    }

    @Test("Every answer in every language is the text on record", arguments: NoticeLanguage.allCases)
    func golden(language: NoticeLanguage) throws {
        let file = URL(fileURLWithPath: #filePath)
            .appendingPathComponent("../../../CommandTests/Snapshots/request-answers.\(language.rawValue).txt")
            .standardized
        let text = Self.everything(language)
        if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
            try Data(text.utf8).write(to: file)
            Issue.record("recorded \(file.lastPathComponent); look at it, then run without RECORD_SNAPSHOTS")
            return
        }
        #expect(text == String(decoding: try Data(contentsOf: file), as: UTF8.self))
    }

    @Test("Every language has a word for every ground, every kind of data and every reason")
    func complete() {
        for language in NoticeLanguage.allCases {
            let words = language.requestWords
            #expect(Set(words.grounds.keys) == Set(RequestGround.allCases))
            #expect(Set(words.kept.keys) == Set(RequestOutcome.Kept.allCases))
            #expect(Set(words.reasons.keys) == Set(RequestOutcome.Reason.allCases))
            for column in EventColumn.all { #expect(language.words.columns[column.name] != nil, "\(column.name)") }
        }
    }

    @Test("What came of a request is sealed so that it is read as the same")
    func coding() throws {
        let outcome = Self.outcome(.authority)
        let document = RequestDocument.answer(text: "é\n", outcome: outcome)
        guard case .answer(let text, let read)? = RequestDocument(try document.encoded()) else {
            Issue.record("not read")
            return
        }
        #expect(text == "é\n" && read == outcome)
        guard case .letter(let letter)? = RequestDocument(try RequestDocument.letter([0, 255, 10]).encoded()) else {
            Issue.record("not read")
            return
        }
        #expect(letter == [0, 255, 10])
        #expect(RequestDocument([1, 2]) == nil && RequestDocument(Array("{}".utf8)) == nil)
    }
}
