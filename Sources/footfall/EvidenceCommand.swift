import ArgumentParser
import Pipeline

struct EvidenceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evidence", abstract: "Collect what a regulator asks for into a new folder.",
        discussion: """
            Certificates, policies, terms, the audit log, officers and the signer's public key, with a page that says what each file proves \
            and how to check it without Footfall. No identifier, no line of a log and no secret key is in it. Exit code 65, and the folder is \
            written all the same, if a certificate or the audit log is not what was written; 73 if the folder is there already.

              footfall evidence --from 2026-01-01 --to 2026-03-31 -o evidence-2026-q1
            """)

    @OptionGroup var global: GlobalOptions

    @Option(help: ArgumentHelp("The first day.", valueName: "date"))
    var from: String

    @Option(help: ArgumentHelp("The last day.", valueName: "date"))
    var to: String

    @Option(
        name: [.customShort("o"), .long],
        help: ArgumentHelp("The folder, which must not be there.", valueName: "folder"))
    var output: String

    func run() throws {
        let first = try DayArgument.day(from)
        let last = try DayArgument.day(to)
        guard first <= last else { throw ValidationError("--from is later than --to.") }
        let environment = try global.environment(readsSettings: false)
        let summary = try JobError.translating { try Evidence(environment: environment).run(first...last, to: output) }
        if !global.quiet {
            _ = try Process.write(global.json ? EvidenceText.json(summary) : EvidenceText.text(summary))
        }
        if !summary.faults.isEmpty { throw ExitCode(65) }
    }
}
