import ArgumentParser
import Pipeline
import Privacy

struct OfficerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "officer", abstract: "The people whose keys open what is sealed.",
        discussion: """
            Each has a pair: the public half lies in the key directory, and everything secret is sealed to it; the private half is in the hands of
            the officer alone. The first pair is made with the key directory, and its private half waits there to be carried away.

              footfall officer list
            """,
        subcommands: [New.self, Taken.self, Test.self, List.self])
}

/// The option by which a private half is shown to a command.
struct OfficerKeyOption: ParsableArguments {
    @Option(help: ArgumentHelp("The officer's private half; - is the standard input.", valueName: "file"))
    var officerKey: String

    var file: OfficerKeyFile { OfficerKeyFile(officerKey) }
}

extension OfficerCommand {
    struct New: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make a pair for an officer.",
            discussion: """
                Writes the private half to FILE, mode 600, and the public half to FILE.pub; overwrites nothing. Needs no store. With --add the public
                half goes into the key directory, and what is sealed from then on can be opened by this officer too. A pair that was made elsewhere
                is added by putting its public half into the key directory as officers/NAME.pub, mode 600.

                  footfall officer new anna --add -o /media/anna/footfall.key
                """)

        @OptionGroup var global: GlobalOptions
        @Argument(help: "What the officer is called: small letters, digits, - _ and .")
        var name: String
        @Option(
            name: [.customShort("o"), .long],
            help: ArgumentHelp("Where the private half goes. (default: NAME.officer-key, here)", valueName: "file"))
        var output: String?
        @Flag(help: "Add the officer to the key directory.")
        var add = false

        func run() throws {
            let environment = try global.environment(readsSettings: false)
            let outcome = try JobError.translating {
                try OfficerCreation(environment: environment).run(name: name, file: output, adds: add)
            }
            if !global.quiet {
                _ = try Process.write(global.json ? OfficerText.json(outcome) : OfficerText.text(outcome))
            }
        }
    }

    struct Taken: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Destroy the private half that waits in the key directory, once it was carried away.",
            discussion: """
                Reads the key from where it was carried, opens with it what is sealed to the officer just now, and then overwrites and removes
                OFFICER-KEY-MOVE-ME. Exit code 65, and nothing is removed, if it is not the key that waits.

                  footfall officer taken --officer-key /media/anna/footfall.key
                """)

        @OptionGroup var global: GlobalOptions
        @OptionGroup var key: OfficerKeyOption

        func run() throws {
            let environment = try global.environment(readsSettings: false)
            let taken = try JobError.translating { try Officers(environment: environment).take(key.file) }
            if !global.quiet {
                _ = try Process.write(
                    global.json
                        ? OfficerText.json(taken.officer)
                        : OfficerText.text(taken: taken.officer, path: taken.path))
            }
        }
    }

    struct Test: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say whose key it is, by opening what is sealed to the officers just now.",
            discussion: """
                Exit code 65 if it is nobody's.

                  footfall officer test --officer-key - < /media/anna/footfall.key
                """)

        @OptionGroup var global: GlobalOptions
        @OptionGroup var key: OfficerKeyOption

        func run() throws {
            let environment = try global.environment(readsSettings: false)
            let officer = try JobError.translating { try Officers(environment: environment).test(key.file) }
            if !global.quiet {
                _ = try Process.write(global.json ? OfficerText.json(officer) : OfficerText.text(tested: officer))
            }
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the officers of the key directory.",
            discussion: """
                Says whether a private half still waits to be carried away, and whether a second officer is wanted.

                  footfall officer list
                """)

        @OptionGroup var global: GlobalOptions

        func run() throws {
            let environment = try global.environment(readsSettings: false)
            let list = try JobError.translating { try Officers(environment: environment).list() }
            if !global.quiet { _ = try Process.write(global.json ? OfficerText.json(list) : OfficerText.text(list)) }
        }
    }
}
