import ArgumentParser
import Intake
import Pipeline

struct IngestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ingest", abstract: "Read logs into the store.",
        discussion: """
            Reads files, gzip files or the standard input; without either, what footfall.yaml names as inputs. What has been read before is
            recognised by its content and not counted again. With --follow, waits for more, also across rotation, until SIGTERM or Ctrl-C;
            SIGHUP reads the configuration again.

              footfall ingest /var/log/nginx/access.log
              zcat access.log.2.gz | footfall ingest
              footfall ingest --follow '/var/log/nginx/*.log'
            """)

    @OptionGroup var global: GlobalOptions

    @Option(help: FormatChoiceArgument.help)
    var format: String?

    @Option(help: ArgumentHelp("Keep this input apart from others that look alike.", valueName: "name"))
    var source: String?

    @Option(
        help: ArgumentHelp(
            "The percentage of bad lines, after 1,000 lines, from which on to exit with 65. (default: as footfall.yaml says, else 5)",
            valueName: "percent"))
    var maxRejectRate: Double?

    @Flag(help: "Wait for more; the files may be rotated, may not exist yet, and may be named by quoted globs.")
    var follow = false

    @Flag(help: "List the formats and exit.")
    var listFormats = false

    @Argument(help: ArgumentHelp("Files to read; - is the standard input.", valueName: "file"))
    var files: [String] = []

    func validate() throws {
        _ = try format.map(FormatChoiceArgument.format)
        if follow, files.contains("-"), files.count > 1 {
            throw ValidationError(
                "The standard input cannot be followed together with files. Run a second `footfall ingest` for it.")
        }
    }

    func run() throws {
        if listFormats {
            _ = try Process.write(FormatListText.text)
            return
        }
        var options = Ingest.Options()
        options.source = source
        options.format = try format.map(FormatChoiceArgument.format)
        options.report = { Process.complain("footfall: \($0)") }
        let global = global
        options.reload = { try SettingsFile.load(inStore: global.paths().store) }
        options.reloadPolicy = { try PolicyFile.load(inStore: global.paths().store) }
        let environment = try global.environment()
        let names = files.isEmpty ? presetNames(environment.settings) : files
        // The standard input is read to its end in any case.
        let followsFiles = follow && names != ["-"]
        // Before a store is made: a mistyped name should leave nothing behind.
        let (inputs, unreadable) = followsFiles ? ([], nil) : try checkedInputs(names)
        // Before any thread is started, so that all of them leave the signals to it.
        let waiter = try JobError.translating { try SystemWaiter(catchesSignals: true) }
        if followsFiles { Process.allowManyFiles() }
        let isNew = !environment.storeExists
        let showsProgress = Process.isTerminal(2) && !global.quiet && !followsFiles
        if showsProgress { options.progress = ProgressLine.show }
        let job = try JobError.translating { try Ingest(options: options, environment: environment, waiter: waiter) }
        if isNew, !global.quiet { Process.complain(IngestText.welcome(environment)) }
        if let path = job.officerKeyPath, !global.quiet { Process.complain(OfficerText.waiting(path)) }
        let summary = try ProgressLine.wiping(showsProgress) {
            try JobError.translating { followsFiles ? try job.follow(names) : try job.run(inputs) }
        }
        if !global.quiet {
            _ = try Process.write(global.json ? IngestText.json(summary) : IngestText.text(summary))
        }
        if let signal = summary.interruption { Process.end(by: signal) }
        try JobError.translating {
            try summary.check(
                maximumRejectRate: maxRejectRate ?? environment.settings.maximumRejectRate, isFollowing: followsFiles)
        }
        if let unreadable { throw unreadable }
    }

    /// The inputs that can be opened, and the first error of those that cannot; what is there is read all the same.
    private func checkedInputs(_ names: [String]) throws -> ([Ingest.Input], unreadable: JobError?) {
        var inputs: [Ingest.Input] = []
        var unreadable: JobError?
        for input in try names.flatMap(paths).map(Ingest.Input.init) {
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

    /// The paths that a name stands for: a file of that name, else what it matches as a pattern.
    private func paths(_ name: String) throws -> [String] {
        let paths = Glob.paths(meantBy: name)
        guard !paths.isEmpty else { throw JobError(.missing, "No file matches \(name).") }
        return paths
    }

    /// What is read when no file is named: a pipe or a file on the standard input, else what the settings say.
    private func presetNames(_ settings: Settings) -> [String] {
        settings.inputs.isEmpty || Process.isFed(0) ? ["-"] : settings.inputs
    }
}
