import ArgumentParser
import Pipeline

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Make a store, its key directory, its footfall.yaml and its policy.yaml.",
        discussion: """
            footfall.yaml says how it works, policy.yaml what may be stored; both explain themselves. Overwrites nothing. An ingest makes store \
            and keys by itself; a store that has no such files yet gets them here.

              footfall init --store /srv/footfall --keys /mnt/keys/footfall
            """)

    @OptionGroup var global: GlobalOptions

    func run() throws {
        let environment = try global.environment(readsSettings: false)
        let outcome = try JobError.translating { try StoreSetup(environment: environment).run() }
        if !global.quiet { _ = try Process.write(global.json ? InitText.json(outcome) : InitText.text(outcome)) }
    }
}
