/// A file somewhere in a store's folder, whoever put it there.
public struct StoreFile: Hashable, Sendable {
    /// The path below the store's folder.
    public let name: String
    /// Whether it has bytes to read; links, pipes and sockets have none of their own.
    public let isRegular: Bool

    /// Everything in a store's folder, or in one within it, that is no folder itself, sorted by path.
    ///
    /// Opens nothing: neither locks nor the catalog are touched.
    /// - Throws: ``StoreError`` (missing, io).
    public static func all(inStore root: String, below folder: String? = nil) throws -> [StoreFile] {
        try Store.expect(at: root)
        let found = try folder.map { try files(in: "\(root)/\($0)", below: "\($0)/") } ?? files(in: root, below: "")
        return found.sorted { $0.name < $1.name }
    }

    private static func files(in folder: String, below prefix: String) throws -> [StoreFile] {
        try FileSystem.list(folder).flatMap { name -> [StoreFile] in
            let path = "\(folder)/\(name)"
            switch FileSystem.kind(path) {
            case .folder: return try files(in: path, below: "\(prefix)\(name)/")
            case .file: return [StoreFile(name: prefix + name, isRegular: true)]
            case .other: return [StoreFile(name: prefix + name, isRegular: false)]
            // Gone since the folder was listed.
            case nil: return []
            }
        }
    }
}
