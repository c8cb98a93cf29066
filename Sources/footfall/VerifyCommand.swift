import ArgumentParser
import Pipeline
import Privacy

struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Hold the store against its catalog, or search it for identifiers.",
        discussion: """
            Without --leaks, checks every file, certificate, release and version of the policy against what is on record, and the audit \
            log. An officer's key checks every frame of the sealed lines too. Exit code 65 if something is wrong; others may work meanwhile. \
            --repair finishes or removes what processes that died have left, and removes files that have gone from the record; what is on \
            record is never touched.

            With --leaks, FILE has one identifier a line: an address, a hardware address, a device id, a cookie, a user name, anything. Every \
            file of the store is searched for it in all notations, also what is compressed; with an officer's key, the sealed lines too, \
            holds and requests, where identifiers stand until they are erased or destroyed; for each it is told why, and until when. Found \
            identifiers are named by their line in FILE. Exit code 1 if something is found outside of what is sealed, or in lines that should \
            have been erased, or cannot be searched, so that a person has to look; 0 if not.

              footfall verify
              footfall verify --officer-key /media/anna/footfall.key
              footfall verify --leaks identifiers.txt
              cut -d ' ' -f 1 access.log | sort -u | footfall verify --leaks -
            """)

    @OptionGroup var global: GlobalOptions

    @Option(help: ArgumentHelp("The identifiers to search for; - is the standard input.", valueName: "file"))
    var leaks: String?
    @Option(
        help: ArgumentHelp(
            "An officer's private half, which opens the sealed lines; - is the standard input.", valueName: "file"))
    var officerKey: String?
    @Flag(help: "Set right what can safely be, and say what was done and what is left.")
    var repair = false

    func validate() throws {
        guard leaks == nil || !repair else {
            throw ValidationError("--repair sets right what `footfall verify` finds. Leave --leaks out.")
        }
        guard leaks != "-" || officerKey != "-" else {
            throw ValidationError("Only one of --leaks and --officer-key can be the standard input.")
        }
    }

    func run() throws {
        let environment = try global.environment(readsSettings: false)
        let key = officerKey.map(OfficerKeyFile.init)
        if let leaks { return try search(leaks, key, environment) }
        let report = try JobError.translating {
            try StoreVerification(environment: environment).run(officerKey: key, repairs: repair)
        }
        if !global.quiet {
            _ = try Process.write(
                global.json ? StoreReportText.json(report) : StoreReportText.text(report, repairs: repair))
        }
        if !report.isGood { throw ExitCode(65) }
    }

    private func search(_ leaks: String, _ key: OfficerKeyFile?, _ environment: JobEnvironment) throws {
        let report = try JobError.translating {
            let search = try LeakSearch(
                storePath: environment.storePath, identifiers: IdentifierList(reading: leaks))
            let report = try key.map { try search.run(openedBy: $0, in: environment) } ?? search.run()
            try report.record(in: environment)
            return report
        }
        if !global.quiet { _ = try Process.write(global.json ? VerifyText.json(report) : VerifyText.text(report)) }
        if report.needsPerson { throw ExitCode(1) }
    }
}
