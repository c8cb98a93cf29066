import Events

/// The rows of a day's hours: three hours become one block where one of them could not be shown alone.
struct HourCandidates {
    let rows: [Candidate]

    init(hours: CellTable, blocks: CellTable, isShowable: (Candidate) -> Bool) {
        // Cells are made for all hours of the day before anything is counted in one; see ``CellAssignment``.
        let single = Candidate.CountedTable(hours).candidates.sorted { $0.label < $1.label }
        let merged = Candidate.CountedTable(blocks).candidates.sorted { $0.label < $1.label }
        var rows: [Candidate] = []
        for (index, block) in merged.enumerated() {
            let parts = single[index * 3..<index * 3 + 3]
            if parts.allSatisfy(isShowable) {
                rows.append(contentsOf: parts)
            } else {
                rows.append(block)
            }
        }
        self.rows = rows
    }
}
