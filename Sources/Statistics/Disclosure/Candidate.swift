import Events

/// A row that may be published: a cell, and the text that names it.
struct Candidate {
    let label: String
    let cell: Cell
    /// Not to be shown whatever stands behind it.
    var mustHide = false

    func sum(_ measure: Measure) -> Int64 {
        cell.slot(measure).map { cell.table.slots[$0].sum } ?? 0
    }

    func visitors(_ measure: Measure) -> Int {
        cell.slot(measure).map { Int(cell.table.slots[$0].visitors) } ?? 0
    }

    /// Whether at least k visitors from enough networks stand behind `measure` of this row alone.
    func passes(_ measure: Measure) -> Bool {
        guard let slot = cell.slot(measure) else { return false }
        let state = cell.table.slots[slot]
        let threshold = cell.table.threshold
        return state.visitors >= threshold.visitors && state.networks >= threshold.networks
    }

    /// Whether `measure` of this row tells of nobody or of enough people.
    func isHarmless(_ measure: Measure) -> Bool {
        sum(measure) == 0 || passes(measure)
    }
}

extension Candidate {
    /// One cell of a counted table.
    struct Cell {
        let counted: CountedTable
        let number: Int

        var table: CellTable { counted.table }

        /// The position of `measure` among the table's slots, nil if the dimension does not count it.
        func slot(_ measure: Measure) -> Int? {
            table.measures.firstIndex(of: measure).map { number * table.measures.count + $0 }
        }
    }

    /// A table that is counted to the end, shared by all of its rows.
    final class CountedTable: Sendable {
        let table: CellTable

        init(_ table: CellTable) {
            self.table = table
        }

        /// All cells as rows, in no particular order.
        var candidates: [Candidate] {
            (0..<table.cellCount).map {
                Candidate(label: table.keys.dictionary.text($0), cell: Cell(counted: self, number: $0))
            }
        }
    }
}
