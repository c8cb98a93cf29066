import ArgumentParser
import Intake
import Pipeline

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Show how lines are read and what would be stored of them.",
        discussion: """
            Stores nothing and needs no store; pseudonyms are made with a key that is thrown away.

              head -3 access.log | footfall explain
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
                    guard try Process.write(global.json ? line.json + "\n" : ExplainText.text(line)) else {
                        throw ExitCode(0)
                    }
                }
            }
        }
    }
}
