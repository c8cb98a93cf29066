/// A row while days are put together.
struct RowSum {
    var cells: [CellSum]
    private(set) var days = 0
    /// What the leading values are shares of, on the days that tell them.
    private(set) var total: Int64? = 0
    private var lastDay = -1
    private var lastPart = -1

    init(columnCount: Int) {
        cells = Array(repeating: CellSum(), count: columnCount)
    }

    /// Notes that a table shows the row; `total` is that table's, and counts once.
    mutating func show(on day: Int, part: Int, total more: Int64?) {
        if lastDay != day { days += 1 }
        lastDay = day
        if lastPart != part { total = total.flatMap { sum in more.map { sum.adding($0) } } }
        lastPart = part
    }
}
