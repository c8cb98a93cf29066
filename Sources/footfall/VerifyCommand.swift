import ArgumentParser
import Pipeline

struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Search the store for identifiers.",
        discussion: """
            FILE has one identifier a line: an address, a hardware address, a device id, a cookie, a user name, anything. Every file of \
            the store is searched for it in all notations, also what is compressed. Found identifiers are named by their line in FILE.
            Exit code 1 if something is found or cannot be searched, so that a person has to look; 0 if not.

              footfall verify --leaks identifiers.txt
              cut -d ' ' -f 1 access.log | sort -u | footfall verify --leaks -
            """)

    @OptionGroup var global: GlobalOptions

    @Option(help: ArgumentHelp("The identifiers to search for; - is the standard input.", valueName: "file"))
    var leaks: String?

    func validate() throws {
        guard leaks != nil else {
            throw ValidationError("Say what to search for: --leaks FILE, or --leaks - for the standard input.")
        }
    }

    func run() throws {
        let report = try JobError.translating {
            let environment = try global.environment(readsSettings: false)
            let report = try LeakSearch(
                storePath: environment.storePath, identifiers: IdentifierList(reading: leaks ?? "-")
            ).run()
            try report.record(in: environment)
            return report
        }
        if !global.quiet { _ = try Process.write(global.json ? VerifyText.json(report) : VerifyText.text(report)) }
        if report.needsPerson { throw ExitCode(1) }
    }
}
