import Privacy
import Store

/// Makes a store, its key directory, its settings and its policy.
public struct StoreSetup {
    /// What has been made, and what was there.
    public struct Outcome: Sendable {
        public let storePath: String
        public let keysPath: String
        public let settingsPath: String
        public let policyPath: String
        public let madeStore: Bool
        public let madeKeys: Bool
        /// Where the first officer's private half waits to be carried away; nil if there was an officer.
        public let officerKeyPath: String?
    }

    private let environment: JobEnvironment

    public init(environment: JobEnvironment) {
        self.environment = environment
    }

    /// Makes what is not there; a store that an ingest has made gets its files.
    ///
    /// - Throws: ``JobError`` (cannotCreate) if one of the files is there; then nothing is made.
    public func run() throws -> Outcome {
        let settingsPath = SettingsFile.path(inStore: environment.storePath)
        let policyPath = PolicyFile.path(inStore: environment.storePath)
        for path in [settingsPath, policyPath] where OutputFile.exists(path) {
            throw JobError(
                .cannotCreate,
                "\(path) is there already, and nothing was changed. Edit it, or move it away and run the command again."
            )
        }
        let madeStore = !environment.storeExists
        let madeKeys = !OutputFile.exists(environment.keysPath)
        let (_, keys) = try environment.openBoth(create: true)
        let officerKeyPath = try environment.makeFirstOfficer(in: keys)
        if officerKeyPath != nil { try environment.audit(keys).appendFirstOfficer() }
        try OutputFile.write(SettingsTemplate.text, to: settingsPath, replacing: false)
        try OutputFile.write(PolicyText.yaml(PolicyFile.builtIn), to: policyPath, replacing: false)
        return Outcome(
            storePath: environment.storePath, keysPath: environment.keysPath, settingsPath: settingsPath,
            policyPath: policyPath, madeStore: madeStore, madeKeys: madeKeys, officerKeyPath: officerKeyPath)
    }
}
