import Releases

extension TextReport {
    /// What the numbers mean, what they cover, and what is hidden.
    func footer(of report: Report) -> [String] {
        var lines = ["", String(repeating: "─", count: layout.width)]
        if let first = report.days.first, let last = report.days.last {
            let zones = distinct(report.days.map { SafeText.escaped($0.release.timeZone) }).joined(separator: ", ")
            let period = first.date == last.date ? "\(first.date)" : "\(first.date) to \(last.date)"
            let count = report.days.count == 1 ? "1 day" : "\(report.days.count) closed days"
            lines += wrapped("\(period), \(count), \(zones)", behind: "Period      ")
            let ks = distinct(report.days.map { String($0.release.k) }).joined(separator: ", ")
            lines += wrapped(
                "numbers that stand on fewer than k = \(ks) visitors, or on too few networks, and what would "
                    + "give them away; \"·\" is a number that is not told", behind: "Hidden      ")
            let policies = distinct(report.days.map { Hexadecimal.text($0.release.policyDigest.prefix(8)) })
            let definitions = distinct(report.days.map { Hexadecimal.text($0.release.definitionsDigest.prefix(8)) })
            lines += wrapped(
                "\(Vocabulary.outputClass): not for publication; policy \(policies.joined(separator: ", ")), "
                    + "definitions \(definitions.joined(separator: ", "))", behind: "Class       ")
        } else {
            lines.append("Class       \(Vocabulary.outputClass): not for publication")
        }
        lines.append("Words")
        for (word, meaning) in Vocabulary.definitions {
            lines += wrapped(meaning, behind: "  " + Column.left(word, 16))
        }
        return lines
    }

    private func distinct(_ values: [String]) -> [String] {
        values.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}
