import Releases

extension HTMLReport {
    /// Where nothing can be shown: why, and what would help.
    func writeNothing(_ report: Report, to main: inout Markup) {
        let phrases = words.phrases
        main.block("section", ["id": "overview"]) { section in
            section.block("div", ["class": "card notice"]) { card in
                if let newest = report.newest {
                    card.line("p", text: phrases.nothingShown(newest.release.k))
                    card.block("ul") { list in
                        for day in report.days {
                            list.line("li", text: phrases.dayHidden(words.long(day.date), day.release.k))
                        }
                    }
                    card.block("ul") { list in
                        for advice in phrases.help(newest.release.k) { list.line("li", text: advice) }
                    }
                } else {
                    card.line("p", text: phrases.noDayClosed)
                }
                card.line("p", text: words.text(report.waiting))
            }
        }
    }
}
