extension HTMLReport {
    /// What is odd in the last seven days, first of all.
    func writeOddities(_ report: Report, to section: inout Markup) {
        let odd = words.phrases.odd
        guard let oddities = report.oddities, !oddities.isEmpty else {
            let nothing = report.oddities.map { _ in words.phrases.nothingOdd(OddityFinder.weeks) }
            return section.line("p", ["class": "faint"], text: "\(odd): \(nothing ?? words.phrases.tooFewWeeks)")
        }
        section.block("div", ["class": "notice"]) { notice in
            notice.line("h3", text: odd)
            notice.block("ul") { list in
                for oddity in oddities { list.line("li", text: words.text(oddity)) }
            }
        }
    }
}
