import Releases

extension ReportWords {
    /// What is odd, in a sentence.
    public func text(_ oddity: ReportOddity) -> String {
        func phrase(by permille: Int64 = 0, bound: String = "") -> OddPhrase {
            OddPhrase(
                date: short(oddity.date),
                figure: oddity.status.map(phrases.statusHits) ?? title(ofFigure: oddity.figure),
                value: text(oddity.value, oddity.unit), by: percent(permille: permille), bound: bound,
                count: oddity.weeks, weekday: weekday(oddity.date.weekday))
        }
        return switch oddity.kind {
        case .above(let bound, let permille):
            phrases.above(phrase(by: permille, bound: text(bound, oddity.unit)))
        case .below(let bound, let permille):
            phrases.below(phrase(by: permille, bound: text(bound, oddity.unit)))
        case .unseen: phrases.unseen(phrase())
        case .silent(let fewest): phrases.silent(phrase(bound: count(fewest)))
        }
    }

    /// What has been read and not been closed, in a sentence.
    public func text(_ waiting: WaitingDays) -> String {
        guard waiting.days > 0, let first = waiting.first else { return phrases.nothingWaiting }
        let rows = count(Int64(waiting.rows))
        return waiting.closable.map { phrases.waitingUntil(waiting.days, rows, short(first), $0) }
            ?? phrases.waiting(waiting.days, rows)
    }
}
