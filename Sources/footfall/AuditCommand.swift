import ArgumentParser
import Events
import Pipeline
import Privacy

struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "What was done with the store, by whom and when.",
        discussion: """
              footfall audit show --from 2026-03-01
              footfall audit verify
            """,
        subcommands: [Show.self, Verify.self])
}

extension AuditCommand {
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print the records of the audit log.",
            discussion: """
                One line a record: number, time in UTC, event, who, and what else it tells. With --json, the lines as they are stored. Says
                nothing of whether they are what was written; `footfall audit verify` does.

                  footfall audit show --from 2026-03-01 --event vault-read
                  footfall audit show --head > /media/anna/audit-head.txt
                """)

        @OptionGroup var global: GlobalOptions
        @Option(help: ArgumentHelp("The first day to show.", valueName: "date"))
        var from: String?
        @Option(help: ArgumentHelp("The last day to show.", valueName: "date"))
        var to: String?
        @Option(help: ArgumentHelp("Show this event only, such as aggregate or vault-read.", valueName: "name"))
        var event: String?
        @Flag(help: "Show only what was handed to somebody outside, as the law demands.")
        var provisions = false
        @Flag(help: "Print number and hash of the last record, to be kept where nobody can change them.")
        var head = false

        func validate() throws {
            guard !head || from == nil && to == nil && event == nil && !provisions else {
                throw ValidationError("--head is that of the whole log. Leave the other options out.")
            }
        }

        func run() throws {
            var selection = AuditShow.Selection()
            selection.from = try from.map(DayArgument.day)
            selection.to = try to.map(DayArgument.day)
            selection.event = event
            selection.provisions = provisions
            let job = AuditShow(environment: try global.environment(readsSettings: false))
            try JobError.translating {
                if head {
                    let head = try job.head()
                    _ = try Process.write(global.json ? AuditText.json(head) : head.text)
                } else {
                    try job.run(selection) { try Process.write(global.json ? AuditText.json($0) : AuditText.text($0)) }
                }
            }
        }
    }

    struct Verify: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check that the audit log is what was written.",
            discussion: """
                Each record is held against the one before; the number of the key tells whether the end is there. An officer's key checks \
                the MAC of every record, by which it is known that nobody has written them anew. A head that was kept earlier tells an older \
                copy of log and keys from the present ones. Exit code 65 if something is wrong, 66 if there is no log.

                  footfall audit verify
                  footfall audit verify --officer-key /media/anna/footfall.key --head /media/anna/audit-head.txt
                """)

        @OptionGroup var global: GlobalOptions
        @Option(
            help: ArgumentHelp(
                "The private half of an officer who was there when the log began; - is the standard input.",
                valueName: "file"))
        var officerKey: String?
        @Option(
            help: ArgumentHelp("A head that `audit show --head` printed; - is the standard input.", valueName: "file"))
        var head: String?

        func validate() throws {
            guard officerKey != "-" || head != "-" else {
                throw ValidationError("Only one of --officer-key and --head can be the standard input.")
            }
        }

        func run() throws {
            let environment = try global.environment(readsSettings: false)
            let outcome = try JobError.translating {
                try AuditCheck(environment: environment).run(
                    officerKey: officerKey.map(OfficerKeyFile.init), head: head)
            }
            if !global.quiet { _ = try Process.write(global.json ? AuditText.json(outcome) : AuditText.text(outcome)) }
            if !outcome.findings.isGood { throw ExitCode(65) }
        }
    }
}
