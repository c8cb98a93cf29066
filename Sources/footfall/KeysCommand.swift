import ArgumentParser
import Pipeline

struct KeysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: "The keys: which there are, and until when.",
        discussion: """
              footfall keys status
            """,
        subcommands: [Status.self])
}

extension KeysCommand {
    struct Status: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List every key of the key directory, when it was made and what lives until when.",
            discussion: """
                Looks at the owner and the mode of each, and reads none. Exit code 77 if others may read one.

                  footfall keys status
                """)

        @OptionGroup var global: GlobalOptions

        func run() throws {
            let environment = try global.environment()
            let outcome = try JobError.translating { try KeysStatus(environment: environment).run() }
            if !global.quiet { _ = try Process.write(global.json ? KeysText.json(outcome) : KeysText.text(outcome)) }
        }
    }
}
