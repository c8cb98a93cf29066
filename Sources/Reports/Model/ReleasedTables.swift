import Releases

/// The tables of several days by their names.
struct ReleasedTables: Sendable {
    private let byName: [String: [PublishedTable]]
    let names: [String]
    /// How many days there are of which anything is shown.
    private let dayCount: Int

    init(_ days: [ReportDay]) {
        dayCount = days.count(where: \.isShown)
        let releases = days.flatMap { [$0.release] + $0.supplements }
        var byName = Dictionary(grouping: releases.flatMap(\.tables), by: \.name)
        if byName[TableLayout.weekdayHours] == nil { byName[TableLayout.weekdayHours] = byName[TableLayout.hours] }
        self.byName = byName
        names = byName.keys.sorted { (TableLayout.rank($0), $0) < (TableLayout.rank($1), $1) }
    }

    /// Days of another version, whose rows have another number of labels than the newest one's, are left out.
    func sum(_ name: String) -> TableSum? {
        guard let tables = byName[name] else { return nil }
        let known = TableLayout.named(name)
        guard name != TableLayout.weekdayHours || tables[0].name == name else {
            return TableSum(tables, layout: known, among: dayCount)
        }
        let dimensions =
            tables.last { !$0.releasedRows.isEmpty }?.releasedRows[0].labels.count ?? known.dimensions.count
        let alike = tables.filter { $0.releasedRows.first.map { $0.labels.count == dimensions } ?? true }
        return TableSum(alike, layout: known.with(dimensions: dimensions), among: dayCount)
    }
}
