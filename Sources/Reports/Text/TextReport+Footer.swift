import Releases

extension TextReport {
    /// What the changes are changes against.
    func comparison(of report: Report) -> [String] {
        guard let previous = report.previous else { return [] }
        let shown = previous.days.count(where: \.isShown)
        return [""] + wrapped(words.phrases.comparedWith(words.range(previous.first, previous.last), shown))
    }

    /// What the numbers mean, what they cover, and what is hidden.
    func footer(of report: Report) -> [String] {
        let phrases = words.phrases
        let headings = [phrases.period, phrases.hidden, phrases.outputClass, phrases.words]
        let width = max(10, headings.map(SafeText.width).max() ?? 0) + 2
        var lines = ["", rule]
        var outputClass = words.meaning(of: report.outputClass)
        if let first = report.days.first, let last = report.days.last {
            let closedDays = report.span == .days ? "\(phrases.closedDays(report.days.count)), " : ""
            let zones = distinct(report.days.map { SafeText.escaped($0.release.timeZone) })
            lines += wrapped(
                "\(words.range(first.date, last.release.lastDate)), \(closedDays)"
                    + "\(phrases.timeZone) \(zones)", behind: Column.left(phrases.period, width))
            let k = distinct(report.days.map { String($0.release.k) })
            lines += wrapped(phrases.hiddenMeaning(k), behind: Column.left(phrases.hidden, width))
            let policies = distinct(report.days.map { Hexadecimal.text($0.release.policyDigest.prefix(8)) })
            let definitions = distinct(report.days.map { Hexadecimal.text($0.release.definitionsDigest.prefix(8)) })
            outputClass += "; \(phrases.policy) \(policies), \(phrases.definitions) \(definitions)"
        }
        lines += wrapped(outputClass, behind: Column.left(phrases.outputClass, width))
        lines.append(phrases.words)
        let meanings = words.definitions(report).map(\.meaning)
        let wordWidth = (meanings.map { SafeText.width($0.word) }.max() ?? 0) + 4
        for meaning in meanings {
            lines += wrapped(meaning.meaning, behind: Column.left("  \(meaning.word)", wordWidth))
        }
        return lines
    }

    private func distinct(_ values: [String]) -> String {
        values.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }.joined(separator: ", ")
    }
}
