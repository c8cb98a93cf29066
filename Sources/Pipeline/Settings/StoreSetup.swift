import Privacy
import Store

/// Makes a store, its key directory and its file of settings.
public struct StoreSetup {
    /// What has been made, and what was there.
    public struct Outcome: Sendable {
        public let storePath: String
        public let keysPath: String
        public let settingsPath: String
        public let madeStore: Bool
        public let madeKeys: Bool
    }

    private let environment: JobEnvironment

    public init(environment: JobEnvironment) {
        self.environment = environment
    }

    /// Makes what is not there; a store that an ingest has made gets its file of settings.
    ///
    /// - Throws: ``JobError`` (cannotCreate) if there is a file of settings; then nothing is made.
    public func run() throws -> Outcome {
        let settingsPath = SettingsFile.path(inStore: environment.storePath)
        guard !OutputFile.exists(settingsPath) else {
            throw JobError(
                .cannotCreate,
                "\(settingsPath) is there already, and nothing was changed. Edit it, or move it away and run the command again."
            )
        }
        let madeStore = !environment.storeExists
        _ = try environment.openStore(create: true)
        let madeKeys = !OutputFile.exists(environment.keysPath)
        _ = try environment.openKeys(create: true)
        try OutputFile.write(SettingsTemplate.text, to: settingsPath, replacing: false)
        return Outcome(
            storePath: environment.storePath, keysPath: environment.keysPath, settingsPath: settingsPath,
            madeStore: madeStore, madeKeys: madeKeys)
    }
}
