public import Privacy
import Store

/// The officers of a key directory: who they are, whose key is shown, and the taking of the first private half.
public struct Officers {
    public struct List: Sendable {
        public let folder: String
        public let officers: [Officer]
        /// Where a private half still waits to be carried away, and its public half; nil if none does.
        public let waiting: (path: String, publicHalf: PublicHalf)?
    }

    private let environment: JobEnvironment

    public init(environment: JobEnvironment) {
        self.environment = environment
    }

    public func list() throws -> List {
        let keys = try environment.openKeys(create: false)
        return List(
            folder: keys.path + "/officers", officers: try keys.officers(),
            waiting: try keys.waitingKey().map { (keys.waitingKeyPath, $0) })
    }

    /// Tells whose private half is shown.
    public func test(_ file: OfficerKeyFile) throws -> Officer {
        try environment.openKeys(create: false).officer(showing: file)
    }

    /// Destroys the private half that waits in the key directory, once it has been read back from where it was carried.
    ///
    /// - Returns: whose it was, and the path that is gone.
    public func take(_ file: OfficerKeyFile) throws -> (officer: Officer, path: String) {
        let keys = try environment.openKeys(create: false)
        let officer = try keys.take(showing: file)
        if environment.storeExists { try environment.audit(keys).append(.officerTaken, [.officer(officer)]) }
        return (officer, keys.waitingKeyPath)
    }
}
