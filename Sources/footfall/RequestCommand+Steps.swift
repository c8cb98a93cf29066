import ArgumentParser
import Events
import Pipeline
import Privacy

extension RequestCommand {
    struct Verify: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Put on record that it is known who sent a request.",
            discussion: """
                Means are document, in-person, login and, for who acts for another, representative-document, beside which the person has to be
                verified as well. With --path a one-time path is printed instead: it is watched for 24 hours, and proves possession when lines
                ask for it that bear the identifiers of the request; asked again, the command says what was seen: exit code 0 if it is proved,
                75 while nobody has come, or not with all identifiers, and 1 if the path has expired, so that a person is needed.

                The officer's key has to open the request (65): who cannot read it does not know what there is to verify.

                  footfall request verify 1 --means document --officer-key anna.key
                  footfall request verify 2 --means in-person --sole-user --officer-key anna.key
                  footfall request verify 3 --path
                """)

        @OptionGroup var global: GlobalOptions
        @OptionGroup var request: Number
        @Option(
            help: ArgumentHelp("document, in-person, login or representative-document.", valueName: "means"))
        var means: String?
        @Flag(help: "It was proved that nobody else uses the addresses of the request.")
        var soleUser = false
        @Flag(help: "Make a one-time path, or say whether it was asked for.")
        var path = false
        @Flag(help: "With --path, make another one in the place of one that proved nothing.")
        var renew = false
        @Option(help: ArgumentHelp("The officer's private half; - is the standard input.", valueName: "file"))
        var officerKey: String?

        func validate() throws {
            guard path || !renew else { throw ValidationError("--renew goes with --path.") }
            guard path != (means != nil) else { throw ValidationError("Give --means, or --path for a one-time path.") }
            guard path != (officerKey != nil) else {
                throw ValidationError(path ? "--path takes no officer's key." : "--means needs --officer-key.")
            }
            guard !path || !soleUser else { throw ValidationError("A path does not prove who uses an address.") }
            _ = try meansWord
        }

        func run() throws {
            let requests = try JobError.translating { try Requests(environment: try global.environment()) }
            guard let means = try meansWord, let officerKey else {
                let proof = try JobError.translating { try requests.provePossession(request.number, renews: renew) }
                if !global.quiet {
                    _ = try Process.write(global.json ? RequestText.json(proof) : RequestText.text(proof))
                }
                guard proof.exitCode == 0 else { throw ExitCode(proof.exitCode) }
                return
            }
            let record = try JobError.translating {
                try requests.verify(
                    request.number, by: means, provesAddress: soleUser, showing: OfficerKeyFile(officerKey))
            }
            if !global.quiet {
                _ = try Process.write(global.json ? RequestText.json(record) : RequestText.step(record))
            }
        }

        private var meansWord: RequestMeans? {
            get throws { try means.map { try WordArgument.word($0, "--means", among: RequestMeans.byOfficer) } }
        }
    }

    struct Approve: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Approve a request that was verified.",
            discussion: """
                Where the policy asks for two approvals, two officers approve it, each with their own key. A key that does not open the request
                approves nothing (65).

                  footfall request approve 1 --officer-key anna.key
                """)

        @OptionGroup var global: GlobalOptions
        @OptionGroup var request: Number
        @OptionGroup var key: OfficerKeyOption

        func run() throws {
            let requests = try JobError.translating { try Requests(environment: try global.environment()) }
            let record = try JobError.translating { try requests.approve(request.number, showing: key.file) }
            if !global.quiet {
                _ = try Process.write(global.json ? RequestText.json(record) : RequestText.step(record))
            }
        }
    }

    struct Refuse: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Refuse a request; prints the notice.",
            discussion: """
                Grounds are unverified, not-the-subject, others-rights, statutory-retention, unfounded, repetitive, no-data and address-shared.
                For no-data all that is sealed is searched first, with the officer's key: if lines are found nothing is refused (64). For
                repetitive an earlier request of the same person and kind has to have been answered. The key has to open the request (65).

                  footfall request refuse 1 --grounds unverified --officer-key anna.key
                """)

        @OptionGroup var global: GlobalOptions
        @OptionGroup var request: Number
        @OptionGroup var key: OfficerKeyOption
        @Option(help: ArgumentHelp("Why it is refused.", valueName: "ground"))
        var grounds: String

        func validate() throws { _ = try ground }

        func run() throws {
            let requests = try JobError.translating { try Requests(environment: try global.environment()) }
            let refused = try JobError.translating {
                try requests.refuse(request.number, on: try ground, showing: key.file)
            }
            if !global.quiet {
                _ = try Process.write(
                    global.json ? RequestText.json(refused.record) : refused.notice)
            }
        }

        private var ground: RequestGround { get throws { try WordArgument.word(grounds, "--grounds") } }
    }

    struct Do: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "do", abstract: "Do what approved requests ask for.",
            discussion: """
                disclose and erase look for the identifiers of the request, and not for words in addresses of pages, such as a name in a URL.
                An erasure leaves out what comes with the identifiers from then on as well, as a restriction does. Of a disclosure it is said
                how many lines are shown, locked (erased, but kept by a law) and withheld (they concern other people as well).

                Goes on with what a crash or an open day has interrupted. Asks before anything is erased, and before an order that has no
                filter hands over all lines of its days. With --all everything that is approved is done, each day gone through once. A key of
                somebody who was made an officer later does not open earlier days: then nothing is done, and it is told whose key opens them
                (65).

                  footfall request do 1 --officer-key anna.key -o answer-1
                  footfall request do --all --yes --officer-key anna.key
                """)

        @OptionGroup var global: GlobalOptions
        @OptionGroup var key: OfficerKeyOption
        @Argument(help: ArgumentHelp("The number of the request.", valueName: "number"))
        var number: Int?
        @Flag(help: "Do all requests that are approved.")
        var all = false
        @Option(
            name: [.customShort("o"), .long],
            help: ArgumentHelp("A folder for the files that a person or an authority gets.", valueName: "folder"))
        var output: String?
        @Flag(help: "Answer yes if it is asked whether data is to be erased, or all lines handed over.")
        var yes = false

        func validate() throws {
            guard all != (number != nil) else { throw ValidationError("Name one request, or give --all.") }
        }

        func run() throws {
            let environment = ConfirmationOption.confirming(try global.environment(), unless: yes)
            let requests = try JobError.translating { try Requests(environment: environment) }
            let runs = try JobError.translating {
                try requests.carryOut(number.map { [$0] }, into: output, showing: key.file)
            }
            if !global.quiet { _ = try Process.write(global.json ? RequestText.json(runs) : RequestText.text(runs)) }
            let faults = runs.contains { run in
                switch run.result {
                case .done(let outcome), .waiting(let outcome): !outcome.faults.isEmpty
                case .failed: true
                }
            }
            if faults {
                throw JobError(.data, "Not everything could be read. What could be done is; run `footfall verify`.")
            }
        }
    }
}
