import ArgumentParser
import Events
import Pipeline

struct AggregateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "aggregate",
        abstract: "Close finished days: count them, release the statistics, destroy their keys.",
        discussion: """
            Without options, closes every day that ended at least an hour ago. A closed day is never counted again.

              footfall aggregate
              footfall aggregate --date 2026-03-01
            """)

    @OptionGroup var global: GlobalOptions

    @Option(help: ArgumentHelp("Close this day.", valueName: "date"))
    var date: String?

    @Option(help: ArgumentHelp("Close all days up to this one.", valueName: "date"))
    var through: String?

    func validate() throws {
        guard date == nil || through == nil else { throw ValidationError("Name either --date or --through.") }
    }

    func run() throws {
        let selection = try selection()
        let environment = try global.environment()
        let summary = try JobError.translating { try Aggregate(environment: environment).run(selection) }
        if !global.quiet {
            _ = try Process.write(global.json ? AggregateText.json(summary) : AggregateText.text(summary))
        }
    }

    private func selection() throws -> Aggregate.Selection {
        if let date { return .day(try DayArgument.day(date)) }
        if let through { return .through(try DayArgument.day(through)) }
        return .due
    }
}
