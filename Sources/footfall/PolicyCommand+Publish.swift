import ArgumentParser
import Pipeline

extension PolicyCommand {
    struct Publish: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Announce a changed policy.yaml: from which day on it counts, and what has changed.",
            discussion: """
                Needed only where the policy in force promises notice, such as {major: 30d, other: 7d}: a change that collects more, for
                more purposes or for longer is major; what only collects less, keeps shorter or hides more counts at once. Until the
                day the version in force rules. Publishing another version withdraws one whose day has not come.

                  footfall policy publish
                  footfall policy publish --effective 2026-04-01
                """)

        @OptionGroup var global: GlobalOptions
        @Option(help: ArgumentHelp("The day from which on it counts; otherwise the first possible.", valueName: "date"))
        var effective: String?

        func run() throws {
            let day = try effective.map(DayArgument.day)
            let environment = try global.environment()
            let publication = try JobError.translating {
                try PolicyPublishing(environment: environment).run(effective: day)
            }
            if !global.quiet {
                _ = try Process.write(
                    global.json ? PolicyOutput.json(publication) : PolicyOutput.text(publication))
            }
        }
    }
}
