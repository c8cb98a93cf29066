import Foundation

/// The first lines of every sample log, once under the name of the format and once to be detected.
enum LineSeeds {
    private static let lineCount = 6
    private static let byteLimit = 1500

    /// - Parameter samples: the folder of the samples; the logs in its folder `formats` are named after their formats,
    ///   `syslog-combined.log` for `syslog:combined`.
    static func all(samples: URL) throws -> [(name: String, bytes: [UInt8])] {
        let folder = samples.appendingPathComponent("formats")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        return try files.sorted { $0.path < $1.path }.filter { $0.pathExtension == "log" }.flatMap { file in
            let name = file.deletingPathExtension().lastPathComponent
            let log = beginning(of: try Data(contentsOf: file))
            return [(name, seed(name.replacing("-", with: ":"), log)), ("\(name)-auto", seed("auto", log))]
        }
    }

    private static func beginning(of log: Data) -> Data {
        let lines = log.split(separator: 10, omittingEmptySubsequences: false).prefix(lineCount)
        return Data(lines.joined(separator: [10])).prefix(byteLimit)
    }

    /// Blocks of some hundred bytes and batches of three rows, the format, the log.
    private static func seed(_ format: String, _ log: Data) -> [UInt8] {
        Array("%\u{2}\(format)\n".utf8) + Array(log) + [10]
    }
}
