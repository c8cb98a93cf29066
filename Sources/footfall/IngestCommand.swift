import ArgumentParser
import Intake
import Pipeline

struct IngestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ingest", abstract: "Read logs into the store.",
        discussion: """
            Reads files, gzip files or the standard input. What has been read before is recognised by its content and not counted again.

              footfall ingest /var/log/nginx/access.log
              zcat access.log.2.gz | footfall ingest
            """)

    @OptionGroup var global: GlobalOptions

    @Option(help: FormatChoiceArgument.help)
    var format = "auto"

    @Option(help: ArgumentHelp("Keep this input apart from others that look alike.", valueName: "name"))
    var source: String?

    @Option(
        help: ArgumentHelp(
            "The percentage of bad lines, after 1,000 lines, from which on to exit with 65.", valueName: "percent"))
    var maxRejectRate = 5.0

    @Flag(help: "List the formats and exit.")
    var listFormats = false

    @Argument(help: ArgumentHelp("Files to read; - is the standard input.", valueName: "file"))
    var files: [String] = []

    func validate() throws {
        _ = try FormatChoiceArgument.format(format)
    }

    func run() throws {
        if listFormats {
            _ = try Process.write(FormatListText.text)
            return
        }
        var options = Ingest.Options()
        options.source = source
        options.format = try FormatChoiceArgument.format(format)
        // Before a store is made: a mistyped name should leave nothing behind.
        let (inputs, unreadable) = try checkedInputs()
        let environment = try global.environment()
        let isNew = !environment.storeExists
        let showsProgress = Process.isTerminal(2) && !global.quiet
        if showsProgress { options.progress = ProgressLine.show }
        let job = try JobError.translating { try Ingest(options: options, environment: environment) }
        if isNew, !global.quiet { Process.complain(IngestText.welcome(environment)) }
        let summary = try ProgressLine.wiping(showsProgress) { try JobError.translating { try job.run(inputs) } }
        if !global.quiet {
            _ = try Process.write(global.json ? IngestText.json(summary) : IngestText.text(summary))
        }
        try JobError.translating { try summary.check(maximumRejectRate: maxRejectRate) }
        if let unreadable { throw unreadable }
    }

    /// The inputs that can be opened, and the first error of those that cannot; what is there is read all the same.
    private func checkedInputs() throws -> ([Ingest.Input], unreadable: JobError?) {
        var inputs: [Ingest.Input] = []
        var unreadable: JobError?
        for input in (files.isEmpty ? ["-"] : files).map(Ingest.Input.init) {
            do {
                try JobError.translating { try input.check() }
                inputs.append(input)
            } catch let error as JobError {
                unreadable = unreadable ?? error
            }
        }
        if inputs.isEmpty, let unreadable { throw unreadable }
        return (inputs, unreadable)
    }
}
