import ArgumentParser
import Events
import Pipeline
import Privacy

struct HoldCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hold", abstract: "Records that are kept longer, because a law or an order asks for it.",
        discussion: """
            Matching records are copied out of the vault into the store of a class: misuse (6 months), illegal (3 years), both by the policy and from
            the day of the record on, or order, until the day that the order names. A hold does not delay the destruction of a day.

              footfall hold add --class misuse --date 2026-03-01 --filter 'path~/login status=401' --officer-key anna.key
              footfall hold list
            """,
        subcommands: [Add.self, Approve.self, List.self, Show.self, Read.self, Release.self])
}

extension HoldCommand {
    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Hold the records of one day or more that a filter lets through.",
            discussion: """
                The filter has the terms of `vault read`; one that names a client, user, cookie or device is read from a file or the standard
                input. A hold of everything is asked for with --all. Where the policy asks for two approvals, nothing is copied before
                another officer approves. Adding the same hold again finishes one that was interrupted, and
                copies nothing if an active hold has all of it. Lines that a restriction or an
                erasure has locked are left out and counted; the class order takes them. Exit code 66 if the lines of a day are
                gone or due; 65 if some lines could not be opened, and all others are held.

                  echo 'client=203.0.113.9' | footfall hold add --class illegal --date 2026-03-01 --to 2026-03-04 --filter-file - --officer-key anna.key
                  footfall hold add --class order --date 2026-03-01 --until 2027-12-31 --all --reason order.txt --officer-key anna.key
                """)

        @OptionGroup var global: GlobalOptions
        @OptionGroup var key: OfficerKeyOption
        @OptionGroup var filterOptions: FilterOptions
        @Option(name: .customLong("class"), help: ArgumentHelp("misuse, illegal or order.", valueName: "class"))
        var kind: String
        @Option(help: ArgumentHelp("The day of the records, or the first of them.", valueName: "date"))
        var date: String
        @Option(help: ArgumentHelp("The last day of the records.", valueName: "date"))
        var to: String?
        @Option(help: ArgumentHelp("The last day on which an order wants them to be kept.", valueName: "date"))
        var until: String?
        @Flag(help: "Hold all records of the days.")
        var all = false
        @Option(help: ArgumentHelp("A file that says what for; it is sealed with the filter.", valueName: "file"))
        var reason: String?

        func validate() throws {
            let readers = [filterOptions.readsInput, key.officerKey == "-", reason == "-"]
            guard readers.count(where: { $0 }) < 2 else {
                throw ValidationError("The standard input can give one thing only.")
            }
            let isFiltered = filterOptions.filter != nil || filterOptions.filterFile != nil
            guard isFiltered != all else {
                throw ValidationError(
                    "Say which records with --filter or --filter-file, or that it is all of them with --all.")
            }
            do {
                _ = try request(filter: .all, reason: nil)
            } catch let error as JobError {
                throw ValidationError(error.message)
            }
        }

        func run() throws {
            let filter = try filterOptions.lineFilter() ?? .all
            guard all || !filter.isEmpty else {
                throw ValidationError("The filter is empty. If all records are to be held, say --all.")
            }
            let text = try reason.map { file in try JobError.translating { try HoldRequest.reason(reading: file) } }
            let request = try request(filter: filter, reason: text)
            let environment = try global.environment()
            let outcome = try JobError.translating {
                try Holds(environment: environment).add(request, showing: key.file)
            }
            try HoldCommand.end(outcome, global)
        }

        private func request(filter: LineFilter, reason: String?) throws -> HoldRequest {
            guard let kind = HoldRequest.classes.first(where: { $0.rawValue == kind }) else {
                throw ValidationError("--class takes misuse, illegal or order.")
            }
            let first = try DayArgument.day(date)
            let last = try to.map(DayArgument.day) ?? first
            guard first <= last else { throw ValidationError("--to comes before --date.") }
            return try HoldRequest(
                kind, first...last, until: until.map(DayArgument.day), filter: filter, reason: reason)
        }
    }

    struct Approve: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Approve a hold that another officer has added, and copy its records.",
            discussion: """
                Also finishes a hold that was approved and interrupted.

                  footfall hold approve 3 --officer-key berta.key
                """)

        @OptionGroup var global: GlobalOptions
        @OptionGroup var key: OfficerKeyOption
        @Argument(help: "The number of the hold.")
        var number: Int

        func run() throws {
            let environment = try global.environment()
            let outcome = try JobError.translating {
                try Holds(environment: environment).approve(number, showing: key.file)
            }
            try HoldCommand.end(outcome, global)
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the holds.",
            discussion: """
                Number, class, days, state and counts; what was looked for is for officers only.

                  footfall hold list
                """)

        @OptionGroup var global: GlobalOptions

        func run() throws {
            let environment = try global.environment()
            let holds = try JobError.translating { try Holds(environment: environment).list() }
            if !global.quiet { _ = try Process.write(global.json ? HoldText.json(holds) : HoldText.text(holds)) }
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show how a hold stands, and to an officer what it asks for.",
            discussion: """
                The look at the filter is put on record.

                  footfall hold show 3
                  footfall hold show 3 --officer-key anna.key
                """)

        @OptionGroup var global: GlobalOptions
        @Argument(help: "The number of the hold.")
        var number: Int
        @Option(help: ArgumentHelp("The officer's private half; - is the standard input.", valueName: "file"))
        var officerKey: String?

        func run() throws {
            let environment = try global.environment()
            let (outcome, contents) = try JobError.translating {
                try Holds(environment: environment).show(number, showing: officerKey.map { OfficerKeyFile($0) })
            }
            if !global.quiet {
                _ = try Process.write(
                    global.json ? HoldText.json(outcome, contents) + "\n" : HoldText.text(outcome, contents))
            }
        }
    }

    struct Read: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show the records that a hold keeps.",
            discussion: """
                Writes the records as they came to the standard output, and nowhere else; the look is put on record first. Exit code 65 if some
                could not be opened; what could be is shown.

                  footfall hold read 3 --officer-key anna.key
                """)

        @OptionGroup var global: GlobalOptions
        @OptionGroup var key: OfficerKeyOption
        @Argument(help: "The number of the hold.")
        var number: Int
        @Option(help: ArgumentHelp("The records of this day only.", valueName: "date"))
        var date: String?

        func run() throws {
            let day = try date.map(DayArgument.day)
            let environment = try global.environment()
            let summary = try JobError.translating {
                try Holds(environment: environment).read(number, of: day, showing: key.file) { try Process.write($0) }
            }
            for fault in summary.faults { Process.complain("footfall: \(fault.file): \(fault.fault)") }
            if Process.isTerminal(2), !global.quiet { Process.complain(VaultText.text(summary)) }
            guard summary.faults.isEmpty else {
                throw JobError(
                    .data,
                    "Some files of hold \(number) are damaged; all other records were read. Run `footfall verify`.")
            }
        }
    }

    struct Release: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Give a hold up: destroy its records before their term is over.",
            discussion: """
                Asks first. The keys are destroyed, then the files, and a certificate of each day is signed. What it asked for stays sealed for the
                term of requests. Who gave it up is on record.

                  footfall hold release 3 --officer-key anna.key
                """)

        @OptionGroup var global: GlobalOptions
        @OptionGroup var key: OfficerKeyOption
        @OptionGroup var confirmation: ConfirmationOption
        @Argument(help: "The number of the hold.")
        var number: Int

        func run() throws {
            let environment = confirmation.confirming(try global.environment())
            let release = try JobError.translating {
                try Holds(environment: environment).release(number, showing: key.file)
            }
            if !global.quiet {
                _ = try Process.write(global.json ? HoldText.json(release) : HoldText.text(release))
            }
        }
    }

    /// Prints how a hold stands, and complains of what could not be opened.
    private static func end(_ outcome: HoldOutcome, _ global: GlobalOptions) throws {
        if !global.quiet {
            _ = try Process.write(global.json ? HoldText.json(outcome, nil) + "\n" : HoldText.text(outcome, nil))
        }
        for fault in outcome.faults { Process.complain("footfall: \(fault.file): \(fault.fault)") }
        guard outcome.faults.isEmpty else {
            throw JobError(
                .data,
                "Some sealed files are damaged; what could be opened of them is held. Run `footfall verify`.")
        }
    }
}
