import ArgumentParser
import Intake
import Reports

/// What of the statistics is to be shown, and in which language.
struct ReportSelection: ParsableArguments {
    @Option(
        name: .customLong("table"),
        help: ArgumentHelp("Only this table; may be given several times.", valueName: "name"))
    var tables: [String] = []

    @Option(help: ArgumentHelp("Only the tables of this group.", valueName: "name"))
    var group: String?

    @Option(help: ArgumentHelp("How many rows of each table; otherwise 10 in text and all elsewhere.", valueName: "n"))
    var top: Int?

    @Option(help: ArgumentHelp("Sort rows by this column, the largest first.", valueName: "column"))
    var sort: String?

    @Option(help: ArgumentHelp("The language: en, ja or ko.", valueName: "language"))
    var lang: String = ReportLanguage.english.rawValue

    func validate() throws {
        if let top, top < 1 { throw ValidationError("--top takes a number of rows from 1 on.") }
    }

    func options() throws -> ReportOptions {
        let names = TableLayout.all.map(\.name)
        for table in tables where !names.contains(table) {
            throw ValidationError(ReportSelection.unknown("table", table, among: names))
        }
        let groups = TableGroup.allCases.map(\.rawValue)
        if let group, !groups.contains(group) {
            throw ValidationError(ReportSelection.unknown("group", group, among: groups))
        }
        guard let language = ReportLanguage(rawValue: lang) else {
            let languages = ReportLanguage.allCases.map(\.rawValue)
            throw ValidationError(ReportSelection.unknown("language", lang, among: languages))
        }
        return ReportOptions(
            language: language, tables: tables, group: group.flatMap(TableGroup.init), top: top, sort: sort)
    }

    /// Which columns there are is known only with the tables: a mistyped one is refused, unless nothing is shown.
    func check(against report: Report) throws {
        guard let sort else { return }
        let columns = try report.tables(options(), top: 1).flatMap { $0.columns.map(\.name) }
        let names = columns.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        guard names.isEmpty || names.contains(sort) else {
            throw ValidationError(ReportSelection.unknown("column", sort, among: names))
        }
    }

    private static func unknown(_ kind: String, _ name: String, among names: [String]) -> String {
        let nearest = NearestName.of(name, among: names).map { " Did you mean \($0)?" } ?? ""
        return "There is no such \(kind).\(nearest) There are: \(names.joined(separator: ", "))."
    }
}
