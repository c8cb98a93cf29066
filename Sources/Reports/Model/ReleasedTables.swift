import Releases

/// The tables of several days by their names.
struct ReleasedTables: Sendable {
    private let byName: [String: [PublishedTable]]
    let names: [String]

    init(_ days: [ReportDay]) {
        let releases = days.flatMap { [$0.release] + $0.supplements }
        var byName = Dictionary(grouping: releases.flatMap(\.tables), by: \.name)
        if byName[TableLayout.weekdayHours] == nil { byName[TableLayout.weekdayHours] = byName[TableLayout.hours] }
        self.byName = byName
        names = byName.keys.sorted { (TableLayout.rank($0), $0) < (TableLayout.rank($1), $1) }
    }

    func sum(_ name: String) -> TableSum? {
        byName[name].map { TableSum($0, layout: TableLayout.named(name, like: $0[0])) }
    }
}
