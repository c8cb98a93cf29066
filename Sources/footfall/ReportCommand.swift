import ArgumentParser
import Events
import Pipeline
import Reports

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Show the statistics.",
        discussion: """
            Shows the newest closed day and the seven days before it.

              footfall report
              footfall report --from 2026-03-01 --to 2026-03-31 --format json
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @OptionGroup var global: GlobalOptions

    @Option(help: ArgumentHelp("The first day.", valueName: "date"))
    var from: String?

    @Option(help: ArgumentHelp("The last day.", valueName: "date"))
    var to: String?

    @Option(help: "The form of the report; otherwise as the output file's name ends.")
    var format: Format?

    @Option(name: [.customShort("o"), .long], help: ArgumentHelp("Write to this file.", valueName: "file"))
    var output: String?

    func run() throws {
        let first = try from.map(DayArgument.day)
        let last = try to.map(DayArgument.day)
        if let first, let last, last < first { throw ValidationError("--from is later than --to.") }
        let environment = try global.environment()
        let report = try JobError.translating { try Reporting(environment: environment).report(from: first, to: last) }
        let text = render(report)
        if let output {
            try JobError.translating { try OutputFile.write(text, to: output) }
        } else {
            _ = try Process.write(text)
        }
    }

    private func render(_ report: Report) -> String {
        let format = format ?? (global.json || output?.hasSuffix(".json") == true ? .json : .text)
        switch format {
        case .json: return JSONReport().render(report)
        case .text:
            let isScreen = output == nil && Process.isTerminal(1)
            let layout = TextReport.Layout(
                width: isScreen ? Process.terminalWidth ?? 80 : 80,
                colour: isScreen && Process.variable("NO_COLOR") == nil)
            return TextReport(layout: layout).render(report)
        }
    }
}
