import Releases

extension ReportWords {
    /// What came after its day was closed, in a sentence; its visitors are told apart, as they may be people of the day
    /// itself.
    func late(_ supplement: ReleasedEpoch) -> String {
        let told = ["visitors", "hits"].compactMap { name -> String? in
            guard let (column, value) = supplement.total(name) else { return nil }
            var sum = CellSum()
            sum.add(value, day: 0)
            let cell = sum.cell(ReportColumn(column, holdsBins: false).combination)
            return cell == .hidden ? nil : phrases.counted(text(cell, column.unit), title(ofColumn: name))
        }
        return phrases.lateLines(
            told.isEmpty
                ? phrases.fewerThan(supplement.k) : told.joined(separator: ", ") + phrases.lateLinesAdded)
    }
}
