import ArgumentParser
import Pipeline

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Make a store, its key directory and its footfall.yaml.",
        discussion: """
            The file has every setting with its default, commented out and explained. Overwrites nothing. An ingest makes store and keys by \
            itself; a store that has no footfall.yaml yet gets one here.

              footfall init --store /srv/footfall --keys /mnt/keys/footfall
            """)

    @OptionGroup var global: GlobalOptions

    func run() throws {
        let environment = try global.environment(readsSettings: false)
        let outcome = try JobError.translating { try StoreSetup(environment: environment).run() }
        if !global.quiet { _ = try Process.write(global.json ? InitText.json(outcome) : InitText.text(outcome)) }
    }
}
