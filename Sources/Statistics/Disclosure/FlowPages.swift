/// The pages whose views are told, and what is known of each.
struct FlowPages {
    /// Page views.
    let views: [Int64]
    /// Visits that begin there, nil where that is not told.
    let entries: [Int64?]
    /// Visits that end there, nil where that is not told.
    let exits: [Int64?]
    /// Page views of the pages that are not told, together; 0 if there are none.
    let hiddenViews: Int64
    /// Visits that begin, and that end, where it is not told.
    let hiddenEntrySum: Int64
    let hiddenExitSum: Int64
    private let numbers: [String: Int]
    private let hiddenEntryCells: [CountedCell?]
    private let hiddenExitCells: [CountedCell?]

    init(pages: ControlledTable, entries: ControlledTable, exits: ControlledTable) {
        let told = pages.rows.indices.filter { pages.known(0, $0) != nil }
        let hidden = pages.rows.indices.filter { pages.known(0, $0) == nil }
        let labels = told.map { pages.rows[$0].label }
        numbers = Dictionary(uniqueKeysWithValues: labels.enumerated().map { ($1, $0) })
        views = told.map { pages.rows[$0].cells[0].sum }
        hiddenViews = hidden.reduce(0) { $0.addingSaturated(pages.rows[$1].cells[0].sum) }
        (self.entries, hiddenEntryCells, hiddenEntrySum) = FlowPages.parts(of: labels, in: entries)
        (self.exits, hiddenExitCells, hiddenExitSum) = FlowPages.parts(of: labels, in: exits)
    }

    var count: Int { views.count }

    /// The number of the page called `label`, nil where its views are not told.
    func number(_ label: String) -> Int? { numbers[label] }

    /// For each page, the people behind entries that are not told.
    func hiddenEntries(_ judge: Judge) -> [Crowd] { hiddenEntryCells.map { crowd(of: $0, judge) } }

    func hiddenExits(_ judge: Judge) -> [Crowd] { hiddenExitCells.map { crowd(of: $0, judge) } }

    private func crowd(of cell: CountedCell?, _ judge: Judge) -> Crowd {
        var crowd = judge.crowd
        if let cell { crowd.add(cell) }
        return crowd
    }

    /// What is told of each page, the cells of what is not, and the sum of all that is not told.
    private static func parts(
        of labels: [String], in table: ControlledTable
    ) -> (told: [Int64?], hidden: [CountedCell?], hiddenSum: Int64) {
        let rows = table.rowNumbers
        let hiddenSum = table.rows.indices.filter { table.exact(0, $0) == nil }
            .reduce(Int64(0)) { $0.addingSaturated(table.rows[$1].cells[0].sum) }
        var told: [Int64?] = []
        var hidden: [CountedCell?] = []
        for label in labels {
            if let row = rows[label] {
                let number = table.exact(0, row) ?? (hiddenSum == 0 ? 0 : nil)
                told.append(number)
                hidden.append(number == nil ? table.rows[row].cells[0] : nil)
            } else {
                // A page that is in no row has none, which is known only where no row is hidden.
                told.append(hiddenSum == 0 ? 0 : nil)
                hidden.append(nil)
            }
        }
        return (told, hidden, hiddenSum)
    }
}
