import ArgumentParser
import Intake
import Pipeline

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Show how lines are read and what would be stored of them.",
        discussion: """
            Stores nothing and needs no store; pseudonyms are made with a key that is thrown away.
            With --json, each line gives one object: what was read as record, what would be stored as event. Together with --verbose \
            it has rules as well, the rule and the purpose of each field of the event, the same in every line.

              head -3 access.log | footfall explain
              head -1 access.log | footfall explain --json --verbose
            """)

    @OptionGroup var global: GlobalOptions

    @Option(help: FormatChoiceArgument.help)
    var format: String?

    @Argument(help: ArgumentHelp("Files to read; - is the standard input.", valueName: "file"))
    var files: [String] = []

    func validate() throws {
        _ = try format.map(FormatChoiceArgument.format)
    }

    func run() throws {
        let format = try format.map(FormatChoiceArgument.format)
        let environment = try global.environment()
        var explain = try JobError.translating { try Explain(format: format, environment: environment) }
        for file in files.isEmpty ? ["-"] : files {
            try JobError.translating {
                try explain.run(Ingest.Input(file)) { line in
                    let text = global.json ? line.json(tellsRules: global.verbose) + "\n" : ExplainText.text(line)
                    guard try Process.write(text) else {
                        throw ExitCode(0)
                    }
                }
            }
        }
    }
}
