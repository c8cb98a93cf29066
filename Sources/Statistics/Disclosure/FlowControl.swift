/// Decides which steps from page to page are told.
///
/// Of each page whose views, entries and exits are told, what leads to it and what leads away from it is known; so what
/// is hidden of either is known too, and the hidden steps of all pages form a system of sums, like a table of two
/// dimensions with both margins. Two things keep it open:
///
/// - what is hidden of a page's steps, on each side, stands on nobody or on enough people;
/// - enough of what is hidden lies at pages of which no step is told, so that any hidden step can be anything from nothing
///   to the lesser of its page's two remainders (``FlowMargins``).
///
/// Where that is not so, the smallest steps are hidden too.
struct FlowControl {
    private let judge: Judge
    private let pages: FlowPages
    private let rows: [CountedRow]
    private(set) var isTold: [Bool]
    /// For each page, the steps to it and away from it that could be told, the largest first.
    private var into: [[Int]]
    private var away: [[Int]]
    /// The people behind what is hidden.
    private var hiddenInto: [Crowd]
    private var hiddenAway: [Crowd]

    init(_ table: CountedTable, pages: FlowPages, judge: Judge) {
        self.judge = judge
        self.pages = pages
        rows = table.rows
        into = Array(repeating: [], count: pages.count)
        away = into
        hiddenInto = pages.hiddenEntries(judge)
        hiddenAway = pages.hiddenExits(judge)
        isTold = rows.map { row in
            !row.labels.contains(Dimension.rare) && pages.number(row.labels[0]) != nil
                && pages.number(row.labels[1]) != nil
                && judge.telling(of: row.cells[0], differences: [], mayBeZero: false) == .exact
        }
        let descending = rows.indices.sorted { (rows[$1].cells[0].sum, $0) < (rows[$0].cells[0].sum, $1) }
        for row in descending {
            if isTold[row], let from = pages.number(rows[row].labels[0]), let to = pages.number(rows[row].labels[1]) {
                away[from].append(row)
                into[to].append(row)
            } else {
                addHidden(row)
            }
        }
    }

    /// Hides steps until the hidden ones cannot be computed.
    mutating func settle() {
        guard judge.protections.contains(.flows) else { return }
        var changed = Array(0..<pages.count)
        while true {
            while let page = changed.popLast() {
                if !hiddenInto[page].isHarmless, let row = lastTold(&into[page]) { changed += hide(row) }
                if !hiddenAway[page].isHarmless, let row = lastTold(&away[page]) { changed += hide(row) }
            }
            let told = rows.indices.filter { isTold[$0] }
            guard !told.isEmpty, !margins(told).areWide else { return }
            changed = hideSmallestPages(told)
        }
    }

    private func margins(_ told: [Int]) -> FlowMargins {
        var margins = FlowMargins(pages)
        for row in told {
            guard let from = pages.number(rows[row].labels[0]), let to = pages.number(rows[row].labels[1]) else {
                continue
            }
            margins.tell(rows[row].cells[0].sum, from: from, to: to)
        }
        return margins
    }

    /// Hides all steps of the eighth of the pages with the fewest; returns the pages whose remainders have changed.
    private mutating func hideSmallestPages(_ told: [Int]) -> [Int] {
        var sums: [Int: Int64] = [:]
        for row in told {
            for label in rows[row].labels {
                if let page = pages.number(label) {
                    sums[page] = sums[page, default: 0].addingSaturated(rows[row].cells[0].sum)
                }
            }
        }
        let smallest = sums.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.prefix(max(1, sums.count / 8))
        let chosen = Set(smallest.map(\.key))
        var changed: [Int] = []
        for row in told where rows[row].labels.contains(where: { pages.number($0).map(chosen.contains) ?? false }) {
            changed += hide(row)
        }
        return changed
    }

    private func lastTold(_ rows: inout [Int]) -> Int? {
        while let row = rows.last, !isTold[row] { rows.removeLast() }
        return rows.last
    }

    /// Returns the pages whose remainders have changed.
    private mutating func hide(_ row: Int) -> [Int] {
        isTold[row] = false
        addHidden(row)
        return rows[row].labels.compactMap { pages.number($0) }
    }

    private mutating func addHidden(_ row: Int) {
        if let from = pages.number(rows[row].labels[0]) { hiddenAway[from].add(rows[row].cells[0]) }
        if let to = pages.number(rows[row].labels[1]) { hiddenInto[to].add(rows[row].cells[0]) }
    }
}
