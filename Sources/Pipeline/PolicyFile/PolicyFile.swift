public import Privacy
import Store

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

    /// What a version on record says.
    ///
    /// - Parameter places: where the file of places lies now, which is no part of a version.
    static func policy(of version: PolicyVersion, places: String?) throws -> Policy {
        try policy(Array(version.text.utf8), path: "catalog.sqlite, policy of \(version.effective)", places: places)
    }

    static func policy(_ bytes: [UInt8], path: String, places: String? = nil) throws -> Policy {
        do throws(SettingsMistake) {
            var draft = PolicyDraft()
            let root = try YAMLNode.read(bytes)
            try SettingValue(name: "The policy", node: root, path: path).fill(&draft, PolicyDraft.keys)
            if let places, draft.options.placesPath != nil { draft.options.placesPath = places }
            return try draft.policy(root)
        } catch {
            throw error.error(in: path)
        }
    }
}
