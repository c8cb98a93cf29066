/// The file `footfall.yaml` of a store.
public enum SettingsFile {
    public static func path(inStore root: String) -> String { root + "/footfall.yaml" }

    /// What a store's file says; the defaults if there is none.
    ///
    /// - Throws: ``JobError`` (configuration) that names file, line and column of the first mistake, or (io) if the file
    ///   cannot be read.
    public static func load(inStore root: String) throws -> Settings {
        let path = path(inStore: root)
        guard let bytes = try YAMLFile.contents(path) else { return Settings() }
        do {
            return try settings(bytes, path: path)
        } catch {
            throw error.error(in: path)
        }
    }

    /// Reads the text of a file.
    static func settings(_ bytes: [UInt8], path: String) throws(SettingsMistake) -> Settings {
        var settings = Settings()
        let root = try YAMLNode.read(bytes)
        try SettingValue(name: "The file", node: root, path: path).fill(&settings, Settings.keys)
        return settings
    }
}
