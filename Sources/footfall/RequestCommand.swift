import ArgumentParser
import Events
import Pipeline
import Privacy

struct RequestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "request", abstract: "What people ask about their data, and what authorities order.",
        discussion: """
            A request is opened, verified, approved, and then done or refused; each step is on record. What it says lies sealed to the officers.

              footfall request open --kind erase --from letter.txt
              footfall request verify 1 --means document --officer-key anna.key
              footfall request approve 1 --officer-key anna.key
              footfall request do 1 --officer-key anna.key
              footfall request receipt 1 --officer-key anna.key
            """,
        subcommands: [
            Open.self, Verify.self, Approve.self, Refuse.self, Do.self, Lift.self, List.self, Show.self, Receipt.self,
            Unpack.self,
        ])

    /// The number by which a request is named.
    struct Number: ParsableArguments {
        @Argument(help: ArgumentHelp("The number of the request.", valueName: "number"))
        var number: Int
    }
}

/// Reads words of closed sets, and tells those there are.
enum WordArgument {
    static func word<Word: RawRepresentable & CaseIterable>(
        _ text: String, _ option: String, among words: [Word] = Array(Word.allCases)
    ) throws -> Word where Word.RawValue == String {
        guard let word = words.first(where: { $0.rawValue == text }) else {
            throw ValidationError("\(option) takes \(words.map(\.rawValue).joined(separator: ", ")).")
        }
        return word
    }
}

extension RequestCommand {
    struct Open: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Put a request on record.",
            discussion: """
                What it says is read from a file or the standard input, one thing a line:

                  account: kim            an identifier: account, user, email, cookie, device, mac, address or ip
                  representative: Lee     with --by representative, and only then: who acts for the person
                  set gender: f           with --kind correct, a field and its right value: age, gender, postal, occupation, language,
                                          terminal, platform, app_version, app_status
                  authority: …            with --kind authority: who orders, under which reference, the date that the order bears, which
                                          days, and which of their lines in the terms of `vault read`, such as user=kim or
                                          client=203.0.113.9; all terms must hold, and without a filter it is all lines
                  reference: …
                  date: 2026-03-06
                  from: 2026-03-01
                  to: 2026-03-05
                  filter: user=kim path~/login

                Who objects to being counted asks to restrict: lines of the identifiers are left out of events and statistics from then on.
                An erasure does this too, and takes out what is there already. Only identifiers are looked for, not the words of addresses of
                pages: a name in a URL is neither found by disclose nor taken out by erase.

                What an authority gets only the authority can open. It makes a pair with `footfall officer new NAME`, keeps NAME.officer-key and
                sends NAME.officer-key.pub. That public half does not go into officers/, where it could open everything: put it into the folder
                that `request do N -o FOLDER` will name, as FOLDER/request-N.pub. The package FOLDER/request-N.package is opened with `request
                unpack`.

                Blank lines and lines that begin with # are passed over. With --from-file an account system hands over accounts that were
                closed, one person a line, such as account: kim; cookie: 8f14e45f. Where the policy says requests.withdrawals: trusted they
                are verified, approved and restricted at once; who is on record already is passed over.

                  footfall request open --kind erase --from letter.txt
                  footfall request open --kind disclose --language ko --from - < letter.txt
                  footfall request open --kind erase --from-file closed-accounts.txt
                """)

        @OptionGroup var global: GlobalOptions
        @Option(help: ArgumentHelp("disclose, correct, restrict, erase or authority.", valueName: "kind"))
        var kind: String
        @Option(help: ArgumentHelp("self, or representative if somebody acts for the person.", valueName: "who"))
        var by = "self"
        @Option(help: ArgumentHelp("The language of the answer: en, ja or ko.", valueName: "language"))
        var language = "en"
        @Option(help: ArgumentHelp("A file with what the request says; - is the standard input.", valueName: "file"))
        var from: String?
        @Option(
            help: ArgumentHelp("A file with closed accounts, one a line; - is the standard input.", valueName: "file"))
        var fromFile: String?

        func validate() throws {
            guard (from == nil) != (fromFile == nil) else {
                throw ValidationError(
                    "Give what the request says with --from, or many closed accounts with --from-file.")
            }
            let kind = try kindWord
            guard fromFile == nil || kind == .erase && by == "self" else {
                throw ValidationError("--from-file goes with --kind erase, and with nobody who acts for others.")
            }
            guard by == "self" || by == "representative" else {
                throw ValidationError("--by takes self or representative.")
            }
            guard kind.isOfPerson || by == "self" else {
                throw ValidationError("An authority's order has no representative.")
            }
            _ = try languageWord
        }

        func run() throws {
            let requests = try JobError.translating { try Requests(environment: try global.environment()) }
            if let fromFile {
                let summary = try JobError.translating {
                    try requests.openWithdrawals(from: fromFile, language: try languageWord)
                }
                if !global.quiet {
                    _ = try Process.write(global.json ? RequestText.json(summary) : RequestText.text(summary))
                }
                return
            }
            let opening = try JobError.translating {
                try requests.open(
                    try kindWord, isRepresented: by == "representative", language: try languageWord, from: from ?? "-")
            }
            if !global.quiet {
                _ = try Process.write(global.json ? RequestText.json(opening) : RequestText.text(opening))
            }
        }

        private var kindWord: RequestKind { get throws { try WordArgument.word(kind, "--kind") } }
        private var languageWord: NoticeLanguage { get throws { try WordArgument.word(language, "--language") } }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the requests on record.",
            discussion: """
                Names nobody: what requests say is sealed.

                  footfall request list
                """)

        @OptionGroup var global: GlobalOptions

        func run() throws {
            let requests = try JobError.translating { try Requests(environment: try global.environment()) }
            let list = try JobError.translating { try requests.list() }
            if !global.quiet {
                _ = try Process.write(
                    global.json ? RequestText.json(list) : RequestText.text(list, today: requests.today))
            }
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show the steps of a request; with an officer's key also what it says.",
            discussion: """
                With a key it is told as well what the same person has asked before. Opening what a request says is put on record.

                  footfall request show 1 --officer-key anna.key
                """)

        @OptionGroup var global: GlobalOptions
        @OptionGroup var request: Number
        @Option(help: ArgumentHelp("The officer's private half; - is the standard input.", valueName: "file"))
        var officerKey: String?

        func run() throws {
            let requests = try JobError.translating { try Requests(environment: try global.environment()) }
            let record = try JobError.translating { try requests.record(request.number) }
            let told = try officerKey.map { key in
                try JobError.translating { try requests.told(request.number, showing: OfficerKeyFile(key)) }
            }
            if !global.quiet {
                _ = try Process.write(
                    global.json
                        ? RequestText.json(record, told) : RequestText.text(record, told, day: requests.day))
            }
        }
    }

    struct Receipt: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print the answer to a request that has ended.",
            discussion: """
                As it was given, or in another language; as often as it is asked for. That of a restriction which was lifted says until when
                it held.

                  footfall request receipt 1 --officer-key anna.key
                  footfall request receipt 1 --language ko --officer-key anna.key
                """)

        @OptionGroup var global: GlobalOptions
        @OptionGroup var request: Number
        @OptionGroup var key: OfficerKeyOption
        @Option(help: ArgumentHelp("en, ja or ko; else the language of the request.", valueName: "language"))
        var language: String?

        func validate() throws { _ = try languageWord }

        func run() throws {
            let requests = try JobError.translating { try Requests(environment: try global.environment()) }
            let text = try JobError.translating {
                try requests.receipt(request.number, in: try languageWord, showing: key.file)
            }
            _ = try Process.write(global.json ? RequestText.json(receipt: text, of: request.number) : text)
        }

        private var languageWord: NoticeLanguage? {
            get throws { try language.map { try WordArgument.word($0, "--language") } }
        }
    }
}
