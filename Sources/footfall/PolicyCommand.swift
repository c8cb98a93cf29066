import ArgumentParser
import Pipeline

struct PolicyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy",
        abstract: "What may be stored: check it, read it, try it out, tell people about it, announce it.",
        discussion: """
            The policy is the store's policy.yaml; `footfall init` writes one to begin with.

              footfall policy check
            """,
        subcommands: [Check.self, Show.self, Test.self, Suggest.self, Notice.self, Publish.self])
}

extension PolicyCommand {
    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say what is wrong with a policy, with line and column.",
            discussion: """
                Reads the store's policy.yaml, or FILE. Refuses what would store an identifier in clear. Needs no store.

                  footfall policy check policy.yaml
                """)

        @OptionGroup var global: GlobalOptions
        @Argument(help: "The file; by default the store's policy.yaml.")
        var file: String?

        func run() throws {
            let check = try JobError.translating {
                try PolicyCheck(path: file ?? PolicyFile.path(inStore: global.paths().store))
            }
            if !global.quiet {
                _ = try Process.write(global.json ? PolicyOutput.json(check) : PolicyOutput.text(check))
            }
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print the policy in force, as the file that says it.",
            discussion: """
                With every default written out. That is what policy.yaml says, unless notice was promised and it is not published
                or its day has not come: then a message says so. A store without policy.yaml has the built-in policy.

                  footfall policy show
                  footfall policy show --history
                """)

        @OptionGroup var global: GlobalOptions
        @Flag(help: "List the versions that have ruled, rule or are announced.")
        var history = false

        func run() throws {
            let environment = try global.environment()
            let known = try JobError.translating { try PolicyHistory.read(environment) }
            guard !global.quiet else { return }
            if history {
                _ = try Process.write(
                    global.json ? PolicyOutput.versionsJSON(known) : PolicyOutput.versions(known))
            } else {
                if !global.json, let remark = known.ruling.remark { Process.complain("footfall: \(remark)") }
                _ = try Process.write(global.json ? PolicyOutput.json(known) : known.text)
            }
        }
    }

    struct Test: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Run cases against the policy: a line in, the expected event out.",
            discussion: """
                CASES is a list such as
                  - line: '203.0.113.9 - - [01/Mar/2026:00:00:03 +0000] "GET /a?b=1 HTTP/1.1" 200 512 "-" "-"'
                    event: {path: /a, visitor: present, search_words: null}
                Columns that a case does not name are not looked at. Exit code 65 if a case fails. Needs no store.

                  footfall policy test cases.yaml
                """)

        @OptionGroup var global: GlobalOptions
        @Argument(help: "The file of cases.")
        var cases: String

        func run() throws {
            let environment = try global.environment()
            let outcomes = try JobError.translating { try PolicyCases(path: cases).run(environment: environment) }
            if !global.quiet {
                _ = try Process.write(
                    global.json ? PolicyOutput.json(outcomes) : PolicyOutput.text(outcomes, path: cases))
            }
            if outcomes.contains(where: { !$0.differences.isEmpty }) { throw ExitCode(65) }
        }
    }

    struct Suggest: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Read a log and propose hosts, proxies, parameters, content and event names, as YAML to paste.",
            discussion: """
                Prints names and patterns that stand in the log, and addresses of proxies, never values. Look through them: only you
                know which numbers name content and which name people. Stores nothing, needs no store.

                  footfall policy suggest access.log
                """)

        @OptionGroup var global: GlobalOptions
        @Option(help: FormatChoiceArgument.help)
        var format: String?
        @Argument(help: ArgumentHelp("Files to read; - is the standard input.", valueName: "file"))
        var files: [String] = ["-"]

        func validate() throws {
            _ = try format.map(FormatChoiceArgument.format)
        }

        func run() throws {
            let format = try format.map(FormatChoiceArgument.format)
            let environment = try global.environment()
            var suggestion = PolicySuggestion()
            try JobError.translating {
                for file in files {
                    var explain = try Explain(format: format, environment: environment)
                    try explain.run(Ingest.Input(file)) { suggestion.note($0) }
                }
            }
            if !global.quiet {
                _ = try Process.write(
                    global.json ? PolicyOutput.json(suggestion) : PolicyOutput.text(suggestion))
            }
        }
    }

    struct Notice: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write the notice that a privacy policy needs, in Markdown.",
            discussion: """
                What is collected, why, what is stored of it and for how long, as policy.yaml says it.

                  footfall policy notice --language ko > notice.md
                """)

        @OptionGroup var global: GlobalOptions
        @Option(help: ArgumentHelp("en, ja or ko.", valueName: "language"))
        var language = "en"

        func validate() throws {
            guard NoticeLanguage(rawValue: language) != nil else {
                throw ValidationError("--language takes en, ja or ko.")
            }
        }

        func run() throws {
            let notice = try JobError.translating {
                PolicyNotice.markdown(
                    try PolicyFile.load(inStore: global.paths().store), NoticeLanguage(rawValue: language) ?? .english)
            }
            if !global.quiet { _ = try Process.write(notice) }
        }
    }
}
