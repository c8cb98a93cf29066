/// Which columns of a table fit, and how wide everything is.
struct TableForm {
    struct Cell {
        let heading: String
        let texts: [String]
        let isChange: Bool

        var width: Int { max(SafeText.width(heading), texts.map(SafeText.width).max() ?? 0) + 2 }
    }

    let labelWidth: Int
    /// 0 if there is no room.
    let barWidth: Int
    let cells: [Cell]
    /// The headings of columns that do not fit.
    let leftOut: [String]

    private static let narrowestLabel = 24

    /// - Parameters:
    ///   - fixed: columns that are printed in any case, with their places among all.
    ///   - others: the rest, the most wanted first.
    init(width: Int, labels: Int, fixed: [(place: Int, cell: Cell)], others: [(place: Int, cell: Cell)]) {
        let bar = width < 80 ? 8 : 12
        let label = min(max(labels, 12), TableForm.narrowestLabel)
        var room = width - 2 - label - fixed.reduce(0) { $0 + $1.cell.width }
        barWidth = room >= bar + 2 ? bar : 0
        if barWidth > 0 { room -= bar + 2 }
        var chosen = fixed
        var leftOut: [(place: Int, cell: Cell)] = []
        for other in others {
            if other.cell.width <= room {
                chosen.append(other)
                room -= other.cell.width
            } else {
                leftOut.append(other)
            }
        }
        cells = chosen.sorted { $0.place < $1.place }.map(\.cell)
        self.leftOut = leftOut.sorted { $0.place < $1.place }.map(\.cell.heading)
        labelWidth = max(8, label + room)
    }
}
