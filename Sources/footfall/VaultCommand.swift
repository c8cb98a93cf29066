import ArgumentParser
import Pipeline

struct VaultCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "vault", abstract: "The sealed raw lines, for an officer's eyes.",
        discussion: """
            Lines are sealed to the officers as they are stored, and destroyed when their term is over. Every look is put on record.

              footfall vault read --date 2026-03-01 --officer-key /media/anna/footfall.key
            """,
        subcommands: [Read.self])
}

extension VaultCommand {
    struct Read: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show the raw lines of a day, or who sent most of them.",
            discussion: """
                Writes the lines as they came to the standard output, and nowhere else. A filter has terms such as status>=500, path~/login,
                status=4xx or client=203.0.113.0/24, all of which must hold. A filter that names a client, user, cookie or device is read from a file
                or the standard input, because arguments can be seen by others. Exit code 65 if some lines could not be opened; what could be
                is shown.

                  footfall vault read --date 2026-03-01 --filter 'status>=500 path~/login' --officer-key anna.key
                  echo 'client=203.0.113.9' | footfall vault read --date 2026-03-01 --filter-file - --officer-key anna.key
                  footfall vault read --date 2026-03-01 --top client --officer-key anna.key
                """)

        @OptionGroup var global: GlobalOptions
        @OptionGroup var key: OfficerKeyOption
        @Option(help: ArgumentHelp("The day.", valueName: "date"))
        var date: String
        @OptionGroup var filterOptions: FilterOptions
        @Flag(help: "Look at the lines that were rejected on the day.")
        var rejects = false
        @Option(help: ArgumentHelp("Count the lines by client, path or agent.", valueName: "field"))
        var top: String?
        @Option(help: ArgumentHelp("How many values --top shows.", valueName: "count"))
        var limit = 20

        func validate() throws {
            guard !filterOptions.readsInput || key.officerKey != "-" else {
                throw ValidationError("The standard input can give the filter or the officer's key, not both.")
            }
            guard limit > 0 else { throw ValidationError("--limit takes a number from 1 on.") }
            _ = try topField
        }

        func run() throws {
            let day = try DayArgument.day(date)
            let filter = try filterOptions.lineFilter() ?? .all
            let field = try topField
            let environment = try global.environment()
            let part: VaultReading.Part = rejects ? .rejects : .vault
            let summary = try JobError.translating {
                let reading = try VaultReading(environment: environment)
                guard let field else {
                    return try reading.read(part, of: day, filter, showing: key.file) { try Process.write($0) }
                }
                let (values, summary) = try reading.top(
                    field, count: limit, part, of: day, filter, showing: key.file)
                _ = try Process.write(global.json ? VaultText.json(field, values, summary) : VaultText.text(values))
                return summary
            }
            for fault in summary.faults { Process.complain("footfall: \(fault.file): \(fault.fault)") }
            if summary.withheld > 0, !global.quiet { Process.complain(VaultText.restricted(summary)) }
            if Process.isTerminal(2), !global.quiet { Process.complain(VaultText.text(summary)) }
            guard summary.faults.isEmpty else {
                throw JobError(
                    .data, "Some sealed files of \(day) are damaged; all other lines were read. Run `footfall verify`.")
            }
        }

        private var topField: TopField? {
            get throws {
                guard let top else { return nil }
                guard let field = TopField(rawValue: top) else {
                    throw ValidationError("--top takes client, path or agent.")
                }
                return field
            }
        }
    }
}
