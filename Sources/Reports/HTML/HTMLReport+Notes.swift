import Releases

extension HTMLReport {
    /// What the numbers mean, what they cover, and what is hidden.
    func writeNotes(_ report: Report, to main: inout Markup) {
        main.block("section", ["id": "notes", "aria-labelledby": "notes-title"]) { section in
            section.line("h2", ["id": "notes-title"], text: page.about)
            section.block("div", ["class": "notes"]) { notes in
                notes.block("div", ["class": "card"]) { card in
                    card.line("h3", text: words.phrases.words)
                    card.block("dl", ["class": "facts"]) { list in
                        for (_, meaning) in words.definitions(report) {
                            write(meaning.word, meaning.meaning, to: &list)
                        }
                    }
                }
                notes.block("div", ["class": "card"]) { card in
                    card.line("h3", text: page.provenance)
                    card.block("dl", ["class": "facts"]) { list in
                        for (word, fact) in provenance(of: report) { write(word, fact, to: &list) }
                    }
                }
            }
        }
    }

    private func write(_ word: String, _ text: String, to list: inout Markup) {
        list.line("dt", text: word.capitalizedFirst)
        list.line("dd", text: text)
    }

    private func provenance(of report: Report) -> [(word: String, fact: String)] {
        let phrases = words.phrases
        var facts: [(String, String)] = []
        if let period = period(of: report), !report.days.isEmpty {
            let count = report.span == .days ? ", \(phrases.closedDays(report.days.count))" : ""
            facts.append((phrases.period, period + count))
            facts.append((phrases.timeZone, HTMLReport.distinct(report.days.map(\.release.timeZone))))
            let k = HTMLReport.distinct(report.days.map { String($0.release.k) })
            facts.append((phrases.hidden, phrases.hiddenMeaning(k)))
        }
        facts.append((phrases.outputClass, words.meaning(of: report.outputClass)))
        if !report.days.isEmpty {
            facts.append((phrases.policy, HTMLReport.digests(report.days.map(\.release.policyDigest))))
            facts.append((phrases.definitions, HTMLReport.digests(report.days.map(\.release.definitionsDigest))))
        }
        return facts
    }

    private static func digests(_ digests: [[UInt8]]) -> String {
        distinct(digests.map { Hexadecimal.text($0.prefix(8)) })
    }

    private static func distinct(_ values: [String]) -> String {
        values.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }.joined(separator: ", ")
    }
}
