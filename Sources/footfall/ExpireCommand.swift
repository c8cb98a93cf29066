import ArgumentParser
import Pipeline

struct ExpireCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "expire", abstract: "Destroy what is past its term; `aggregate` does this last.",
        discussion: """
            Destroys the keys of days whose raw term is over, then their files, makes events coarse, removes them, and signs a \
            certificate of each. Doing it again changes nothing. Exit code 75, and nothing is destroyed, while the clock is more than 40 days \
            ahead of the last run; --now with the right time confirms it.

              footfall expire --dry-run
              footfall expire
            """)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var confirmation: ConfirmationOption
    @Flag(help: "Say what is due and change nothing.")
    var dryRun = false

    func run() throws {
        let job = Expire(environment: confirmation.confirming(try global.environment()))
        let summary = try JobError.translating { dryRun ? try job.plan() : try job.run() }
        if !global.quiet {
            let text = dryRun ? ExpiryText.text(plan: summary) : ExpiryText.text(summary)
            _ = try Process.write(global.json ? ExpiryText.json(summary) + "\n" : text)
        }
        try summary.check()
    }
}
