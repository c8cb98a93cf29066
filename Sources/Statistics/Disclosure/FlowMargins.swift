/// What is hidden of the steps to and from each page, and whether it can be many things.
///
/// The hidden steps are a table of pages × pages with known margins, extended by a row of hidden entries and a column of
/// hidden exits, in which single cells, the steps that are told, are fixed. Let the *open sources* be the pages away from
/// which no step is told, the *open ends* those to which none is, and the pages that are not told be both. If the open
/// ends can take what all other pages send and the open sources send what all other pages take, then all hidden
/// steps between other pages can be zero; and as that stays so when any one hidden step is as large as its margins
/// allow, each can be anything in between.
struct FlowMargins {
    private let pages: FlowPages
    private var into: [Int64]
    private var away: [Int64]
    private var isOpenEnd: [Bool]
    private var isOpenSource: [Bool]

    init(_ pages: FlowPages) {
        self.pages = pages
        into = zip(pages.views, pages.entries).map { $0 - ($1 ?? 0) }
        away = zip(pages.views, pages.exits).map { $0 - ($1 ?? 0) }
        isOpenEnd = Array(repeating: true, count: pages.count)
        isOpenSource = isOpenEnd
    }

    mutating func tell(_ steps: Int64, from: Int, to: Int) {
        away[from] -= steps
        into[to] -= steps
        isOpenSource[from] = false
        isOpenEnd[to] = false
    }

    var areWide: Bool {
        let all = into.reduce(pages.hiddenViews, +) + pages.hiddenExitSum
        guard all > 0 else { return true }
        let ends = openings(into, isOpenEnd)
        let sources = openings(away, isOpenSource)
        guard all + ends.largest + sources.largest <= ends.sum + sources.sum else { return false }
        let entries = openings(into, zip(isOpenEnd, pages.entries).map { $0 && $1 == nil })
        let exits = openings(away, zip(isOpenSource, pages.exits).map { $0 && $1 == nil })
        return (pages.hiddenEntrySum == 0 || pages.hiddenEntrySum + entries.largest <= entries.sum)
            && (pages.hiddenExitSum == 0 || pages.hiddenExitSum + exits.largest <= exits.sum)
    }

    /// The margins of open pages, those that are not told among them, and the largest of a page that is told: the cells
    /// of that page must be able to be zero without it.
    private func openings(_ margins: [Int64], _ isOpen: [Bool]) -> (sum: Int64, largest: Int64) {
        let open = zip(margins, isOpen).filter(\.1).map(\.0)
        return (open.reduce(pages.hiddenViews, +), open.max() ?? 0)
    }
}
