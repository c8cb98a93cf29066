import ArgumentParser
import Pipeline

struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "What is stored, what is due, what is wrong.",
        discussion: """
            Each problem says what is wrong and what to do next. Looks at records, names and lengths of files, and changes nothing. Exit \
            code 1 if something needs a person, so that a timer can tell somebody.

              footfall status
              footfall status --quiet || mail -s 'footfall needs you' anna
            """)

    @OptionGroup var global: GlobalOptions

    func run() throws {
        let (environment, fault) = try environment()
        let summary = try JobError.translating { try Status(environment: environment, fault: fault).run() }
        if !global.quiet { _ = try Process.write(global.json ? StatusText.json(summary) : StatusText.text(summary)) }
        if summary.needsPerson { throw ExitCode(1) }
    }

    /// The environment, and why the store's settings or policy do not count in it.
    private func environment() throws -> (JobEnvironment, JobError?) {
        do {
            return (try global.environment(), nil)
        } catch let error as JobError {
            return (try global.environment(readsSettings: false), error)
        }
    }
}
