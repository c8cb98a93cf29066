import Foundation

/// The folder of files from elsewhere that tests read but the project does not contain: `../shared/data` next to the
/// package.
public enum SharedData {
    /// The folder's path, nil where it is missing.
    public static let folder: String? = {
        var root = URL(fileURLWithPath: #filePath)
        for _ in 0..<3 { root.deleteLastPathComponent() }
        let path = root.deletingLastPathComponent().appendingPathComponent("shared/data").path
        return FileManager.default.fileExists(atPath: path) ? path : nil
    }()

    public static let isThere = folder != nil

    /// The bytes of the file `relative` to the folder.
    public static func bytes(_ relative: String) throws -> [UInt8] {
        guard let folder else { throw CocoaError(.fileNoSuchFile) }
        return [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder + "/" + relative)))
    }
}
