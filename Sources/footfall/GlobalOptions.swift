import ArgumentParser
import Pipeline

/// The options that every command has.
struct GlobalOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The store.", valueName: "dir"))
    var store: String?

    @Option(help: ArgumentHelp("The key directory; best on another disk.", valueName: "dir"))
    var keys: String?

    @Option(
        help: ArgumentHelp(
            "The time to work with, an ISO date or date-time, for rehearsals and tests; on record in the audit log.",
            valueName: "time"))
    var now: String?

    @Flag(help: "Print JSON.")
    var json = false

    @Flag(help: "Print nothing but errors.")
    var quiet = false

    @Flag(help: "Say which store and key directory are used.")
    var verbose = false

    /// - Parameter readsSettings: whether the store's `footfall.yaml` and `policy.yaml` count.
    func environment(readsSettings: Bool = true) throws -> JobEnvironment {
        let (storePath, keysPath) = paths()
        let clock = try clock()
        return JobEnvironment(
            storePath: storePath, keysPath: keysPath, hostName: Process.hostName,
            settings: readsSettings ? try SettingsFile.load(inStore: storePath) : Settings(),
            policy: readsSettings ? try PolicyFile.load(inStore: storePath) : PolicyFile.builtIn,
            clock: now == nil ? nil : { @Sendable in Process.milliseconds() },
            warn: { Process.complain("footfall: \($0)") }, now: clock)
    }

    /// Where the store and its keys lie.
    func paths() -> (store: String, keys: String) {
        let storePath = store ?? Process.variable("FOOTFALL_STORE") ?? GlobalOptions.defaultStore
        let keysPath = keys ?? Process.variable("FOOTFALL_KEYS") ?? storePath + "-keys"
        if verbose { Process.complain("store \(storePath), keys \(keysPath)") }
        return (storePath, keysPath)
    }

    /// The clock of the jobs: the system's, or one that stands at `--now`.
    private func clock() throws -> @Sendable () -> Int64 {
        guard let now else { return { Process.milliseconds() } }
        guard let instant = InstantText.milliseconds(now) else {
            throw ValidationError(
                "--now takes a date such as 2026-03-01 or a date-time such as 2026-03-01T04:00:00+09:00.")
        }
        return { instant }
    }

    private static var defaultStore: String {
        if Process.isRoot { return "/var/lib/footfall" }
        return (Process.variable("HOME") ?? ".") + "/.local/share/footfall"
    }
}
