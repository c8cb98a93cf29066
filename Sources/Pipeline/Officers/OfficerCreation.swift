public import Privacy
import Events
import Store

/// Makes a pair for an officer; needs neither store nor key directory.
public struct OfficerCreation {
    public struct Outcome: Sendable {
        public let officer: Officer
        /// Where the private half is.
        public let privatePath: String
        /// Where the public half is, beside it.
        public let publicPath: String
        /// Where the public half is in the key directory; nil if it was not to be added.
        public let addedPath: String?
    }

    private let environment: JobEnvironment

    public init(environment: JobEnvironment) {
        self.environment = environment
    }

    /// - Parameters:
    ///   - file: where the private half goes; nil for `<name>.officer-key` in the folder that the program runs in.
    ///   - adds: whether the officer is added to the key directory.
    /// - Throws: ``JobError`` (usage) if the private half would lie in the store or beside the other keys, ``OfficerError``
    ///   or ``KeyDirectoryError``; then nothing is added.
    public func run(name: String, file: String?, adds: Bool) throws -> Outcome {
        let pair = try OfficerPair.make(name: name, on: StoreCalendar.utc.day(of: environment.now() / 1000))
        let file = file ?? "\(name).officer-key"
        for folder in [environment.storePath, environment.keysPath] where FilePlace.lies(file, within: folder) {
            throw JobError(
                .usage, "A private half must not lie in \(folder). Name a file that only the officer can read with -o.")
        }
        let keys = adds ? try environment.openKeys(create: false) : nil
        if let keys, try keys.officers().contains(where: { $0.name == name }) {
            throw JobError(.cannotCreate, "There is an officer \(name) already, and nothing was changed.")
        }
        try pair.write(to: file)
        let addedPath = try keys?.add(pair.officer)
        if let keys, environment.storeExists {
            try environment.audit(keys).append(.officerAdded, [.officer(pair.officer)])
        }
        return Outcome(
            officer: pair.officer, privatePath: file, publicPath: file + ".pub", addedPath: addedPath)
    }
}
