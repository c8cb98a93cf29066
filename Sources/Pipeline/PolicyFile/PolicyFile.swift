public import Privacy

/// The file `policy.yaml` of a store.
public enum PolicyFile {
    public static func path(inStore root: String) -> String { root + "/policy.yaml" }

    /// What counts where there is no file.
    public static let builtIn = Policy.standard(site: "default")

    /// What a store's file says; the built-in policy if there is none.
    ///
    /// - Throws: ``JobError`` (configuration) that names file, line and column of the first mistake, or (io) if the file
    ///   cannot be read.
    public static func load(inStore root: String) throws -> Policy {
        let path = path(inStore: root)
        guard let bytes = try YAMLFile.contents(path) else { return builtIn }
        return try policy(bytes, path: path)
    }

    /// What a file says.
    ///
    /// - Throws: ``JobError``, as ``load(inStore:)``, and (missing) if there is no file.
    public static func read(_ path: String) throws -> Policy {
        guard let bytes = try YAMLFile.contents(path) else {
            throw JobError(.missing, "There is no file \(path). `footfall init` writes a policy to begin with.")
        }
        return try policy(bytes, path: path)
    }

    /// The policy in force as the file that says it, every setting explained, and its digest.
    public static func text(inStore root: String) throws -> (text: String, digest: String) {
        let policy = try load(inStore: root)
        return (PolicyText.yaml(policy), policy.digest)
    }

    static func policy(_ bytes: [UInt8], path: String) throws -> Policy {
        do throws(SettingsMistake) {
            var draft = PolicyDraft()
            let root = try YAMLNode.read(bytes)
            try SettingValue(name: "The policy", node: root, path: path).fill(&draft, PolicyDraft.keys)
            return try draft.policy(root)
        } catch {
            throw error.error(in: path)
        }
    }
}
