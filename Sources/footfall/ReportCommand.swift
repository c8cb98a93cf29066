import ArgumentParser
import Events
import Pipeline
import Reports

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Show the statistics.",
        discussion: """
            Shows the newest closed day, what is odd about the last week, and the newest eight days.

              footfall report
              footfall report --from 2026-03-01 --to 2026-03-31 --compare
              footfall report --table pages --sort duration_p95 --top 20
              footfall report -o report.html
              footfall report --today
              footfall report --class published --from 2026-03-01 --to 2026-03-31
              footfall report --format csv -o march/ --lang ja

            Several tables can be named, or a group: traffic, content, visits, origin, clients, people, apps, robots.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, html, json, csv
    }

    enum ClassName: String, ExpressibleByArgument, CaseIterable {
        case `internal`, published
    }

    @OptionGroup var global: GlobalOptions

    @Option(help: ArgumentHelp("The first day.", valueName: "date"))
    var from: String?

    @Option(help: ArgumentHelp("The last day.", valueName: "date"))
    var to: String?

    @Flag(help: "The hours of the present day that were released.")
    var today = false

    @Option(
        name: .customLong("class"),
        help: "Who may see it: internal, or published, which is whole months in few and rough numbers.")
    var outputClass = ClassName.internal

    @Flag(
        help:
            "Compare with the period before, of equal length; without dates the last seven days with the seven before.")
    var compare = false

    @OptionGroup var selection: ReportSelection

    @Option(help: "The form of the report; otherwise as the output's name ends.")
    var format: Format?

    @Option(
        name: [.customShort("o"), .long],
        help: ArgumentHelp("Write to this file, or CSV into this folder.", valueName: "file"))
    var output: String?

    func run() throws {
        let first = try from.map(DayArgument.day)
        let last = try to.map(DayArgument.day)
        if let first, let last, last < first { throw ValidationError("--from is later than --to.") }
        guard !today || (first == nil && last == nil && !compare && outputClass == .internal) else {
            throw ValidationError("--today is of the present day alone: it takes no days, no --compare and no --class.")
        }
        guard outputClass == .internal || !compare else {
            throw ValidationError("What is published is not compared: leave --compare out.")
        }
        let options = try selection.options()
        let format = try format ?? inferredFormat()
        let target = try ReportTarget(format: format, output: output, tables: options.tables)
        let environment = try global.environment()
        let report = try JobError.translating {
            let reporting = try Reporting(environment: environment)
            if today { return try reporting.today() }
            return switch outputClass {
            case .published: try reporting.published(from: first, to: last)
            case .internal: try reporting.report(.init(from: first, to: last, isCompared: compare))
            }
        }
        try target.write(report, options)
    }

    private func inferredFormat() throws -> Format {
        let plain = global.json ? Format.json : .text
        guard let output, output != "-" else { return plain }
        if output.hasSuffix("/") { return .csv }
        let name = output.split(separator: "/").last ?? ""
        guard let dot = name.lastIndex(of: ".") else { return plain }
        switch name[name.index(after: dot)...] {
        case "html", "htm": return .html
        case "json": return .json
        case "csv": return .csv
        case "txt", "text": return plain
        case let ending:
            throw ValidationError(
                "No form of report is called .\(ending): end the name with .html, .json, .csv or .txt, or give --format."
            )
        }
    }
}
