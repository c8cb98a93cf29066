import Foundation
import Gzip
import Parquet
import Testing

/// A temporary folder with a store and keys of its own, in which the program is run.
final class Workspace {
    /// The time that runs are told if a test does not care: three weeks after the first line of ``SampleLog``.
    static let now = "2026-03-20T12:00:00Z"

    let folder: String
    var store: String { path("store") }
    var keys: String { path("store-keys") }

    init() throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("footfall-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        folder = url.path
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
    }

    func path(_ name: String) -> String { folder + "/" + name }

    /// Writes a file in place, as a server or copytruncate does.
    /// - Returns: its path.
    @discardableResult
    func write(_ bytes: [UInt8], to name: String) throws -> String {
        try Data(bytes).write(to: URL(fileURLWithPath: path(name)))
        return path(name)
    }

    @discardableResult
    func write(_ text: String, to name: String) throws -> String {
        try write(Array(text.utf8), to: name)
    }

    func remove(_ name: String) throws {
        try FileManager.default.removeItem(atPath: path(name))
    }

    /// Runs the program on the store of this folder.
    func run(
        _ arguments: [String], now: String? = Workspace.now, input: Child.Input = .nothing,
        output: Child.Output = .collected
    ) throws -> Run {
        let options = ["--store", store, "--keys", keys] + (now.map { ["--now", $0] } ?? [])
        return try Workspace.run([Tool.path] + arguments + options, input: input, output: output)
    }

    /// Starts the program on the store of this folder and lets it run.
    func start(_ arguments: [String], input: Child.Input = .nothing) throws -> Child {
        let options = ["--store", store, "--keys", keys, "--now", Workspace.now]
        return try Child.start(
            Tool.path, arguments + options, environment: Tool.environment, input: input, output: .collected)
    }

    /// Runs the program from a line of bash, in which `"$@"` stands for the program and its arguments.
    func run(_ script: String, _ arguments: [String], input: Child.Input = .nothing) throws -> Run {
        let options = ["--store", store, "--keys", keys, "--now", Workspace.now]
        return try Workspace.run(
            ["/bin/bash", "-c", script, "bash", Tool.path] + arguments + options, input: input, output: .collected)
    }

    /// Runs the program on a store and a key directory, wherever they lie.
    static func run(_ arguments: [String], store: String, keys: String) throws -> Run {
        try run(
            [Tool.path] + arguments + ["--store", store, "--keys", keys, "--now", Workspace.now], input: .nothing,
            output: .collected)
    }

    private static func run(_ command: [String], input: Child.Input, output: Child.Output) throws -> Run {
        let child = try Child.start(
            command[0], Array(command.dropFirst()), environment: Tool.environment, input: input, output: output)
        let result = child.finish()
        #expect(!result.wasEnded, "the run did not end by itself")
        return Run(result)
    }

    /// The rows of all partition files that readers see.
    func storedRows() throws -> Int {
        try partitions().reduce(0) { try $0 + Int(ParquetFile(BufferSource(Workspace.bytes($1))).metadata.rowCount) }
    }

    /// The paths of the partition files that readers see.
    func partitions() throws -> [String] {
        try files(below: store + "/events").filter { $0.hasSuffix(".parquet") && !$0.contains("/.") }
    }

    /// The paths of all files below a folder, hidden ones too.
    func files(below folder: String) throws -> [String] {
        guard FileManager.default.fileExists(atPath: folder) else { return [] }
        return try FileManager.default.subpathsOfDirectory(atPath: folder).map { folder + "/" + $0 }.filter {
            var isFolder: ObjCBool = false
            return unsafe FileManager.default.fileExists(atPath: $0, isDirectory: &isFolder) && !isFolder.boolValue
        }.sorted()
    }

    static func bytes(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    }

    static func gzip(_ parts: [UInt8]...) -> [UInt8] {
        var deflater = GzipDeflater()
        var output: [UInt8] = []
        for part in parts { deflater.deflate(part.span, appendingTo: &output) }
        return output
    }
}
