/// The folder in which the files lie that people and authorities get, those of each request under its number.
struct RequestFolder {
    private let folder: String

    /// Makes the folder unless it is there.
    ///
    /// - Throws: ``JobError`` (usage) if the command named none, (cannotCreate) if it cannot be made.
    init(_ site: RequestSite) throws {
        guard let folder = site.folder else {
            throw JobError(.usage, "Somebody is to get files. Name a folder for them with -o.")
        }
        self.folder = folder
        if !OutputFile.exists(folder) { try PrivateFile.makeFolder(folder) }
    }

    func path(_ name: String) -> String { "\(folder)/\(name)" }
}
