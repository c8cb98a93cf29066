import Privacy
import Store

extension LeakSearch {
    /// Searches the values of the catalog as SQLite gives them, which lays long ones in pieces into its file.
    mutating func searchCatalog() throws {
        let name = StoreLayout(root: storePath).catalog.dropFirst(storePath.count + 1)
        var findings = FileFindings(file: String(name))
        do {
            let store = try Store(root: storePath, create: false) { SHA256Digest() }
            try store.catalog.forEachValue { table, column, row, value in
                let place = LeakFinding.Place.record(row, table: needles.shown(table), column: needles.shown(column))
                search(value[...], in: place, readsShort: true, &findings)
            }
        } catch let error as StoreError {
            report.unsearched.append(LeakReport.Unsearched(file: findings.file, reason: error.message))
        }
        report.findings += findings.findings
    }
}
