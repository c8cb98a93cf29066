import ArgumentParser
import Events
import Pipeline

struct AggregateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "aggregate",
        abstract: "Close finished days, release their statistics, and destroy what is past its term.",
        discussion: """
            Without options, closes every day that ended at least an hour ago. A closed day is never counted again, and its keys are \
            destroyed. Then it destroys what is past its term, as `footfall expire` does; exit code 75 if the clock is too far ahead for that.

              footfall aggregate
              footfall aggregate --date 2026-03-01

            With --today, closes nothing: releases the hours of the present day that ended at least an hour ago, for \
            `footfall report --today`. Meant for a timer that runs every hour.

              footfall aggregate --today
            """)

    @OptionGroup var global: GlobalOptions

    @Option(help: ArgumentHelp("Close this day.", valueName: "date"))
    var date: String?

    @Option(help: ArgumentHelp("Close all days up to this one.", valueName: "date"))
    var through: String?

    @Flag(help: "Release the finished hours of the present day, and close nothing.")
    var today = false

    @Flag(help: "Destroy nothing but the keys of the days that are closed.")
    var noExpire = false

    @OptionGroup var confirmation: ConfirmationOption

    func validate() throws {
        guard [date != nil, through != nil, today].count(where: \.self) < 2 else {
            throw ValidationError("Name one of --date, --through and --today.")
        }
    }

    func run() throws {
        let selection = try selection()
        let environment = confirmation.confirming(try global.environment())
        guard !today else {
            let summary = try JobError.translating { try Today(environment: environment).run() }
            if !global.quiet { _ = try Process.write(global.json ? TodayText.json(summary) : TodayText.text(summary)) }
            return
        }
        let summary = try JobError.translating {
            try Aggregate(environment: environment).run(selection, expires: !noExpire)
        }
        if !global.quiet {
            _ = try Process.write(global.json ? AggregateText.json(summary) : AggregateText.text(summary))
        }
        try summary.expiry?.check()
    }

    private func selection() throws -> Aggregate.Selection {
        if let date { return .day(try DayArgument.day(date)) }
        if let through { return .through(try DayArgument.day(through)) }
        return .due
    }
}
