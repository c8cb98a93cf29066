import Foundation

/// The sample logs of all formats, in `samples/formats`.
public enum SampleFormats {
    public static let folder: String = {
        var root = URL(fileURLWithPath: #filePath)
        for _ in 0..<3 { root.deleteLastPathComponent() }
        return root.path + "/samples/formats"
    }()

    /// Their file names, in order.
    public static let names: [String] = {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return files.filter { $0.hasSuffix(".log") }.sorted()
    }()
}
