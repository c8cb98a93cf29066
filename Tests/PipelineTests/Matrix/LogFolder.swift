import Foundation
import Gzip

/// A folder in which logs are written and rotated.
final class LogFolder {
    let path: String
    private var texts: [String: LogText] = [:]

    init(path: String) {
        self.path = path
    }

    func path(_ name: String) -> String { path + "/" + name }

    func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(fileURLWithPath: path(name))))
    }

    var names: [String] { texts.keys.sorted() }

    /// What a file holds.
    func text(_ name: String) -> LogText { texts[name] ?? LogText() }

    func apply(_ change: Step.Change) throws {
        let files = FileManager.default
        switch change {
        case .append(let text, let name):
            let file = try open(name)
            try file.seekToEnd()
            try file.write(contentsOf: text.bytes)
            texts[name] = self.text(name) + text
        case .write(let text, let name):
            let file = try open(name)
            try file.truncate(atOffset: 0)
            try file.write(contentsOf: text.bytes)
            texts[name] = text
        case .rename(let name, let other):
            try? files.removeItem(atPath: path(other))
            try files.moveItem(atPath: path(name), toPath: path(other))
            texts[other] = texts.removeValue(forKey: name)
        case .compress(let name):
            try write(LogFolder.gzip(bytes(name)), to: name + ".gz")
            try files.removeItem(atPath: path(name))
            texts[name + ".gz"] = texts.removeValue(forKey: name)
        case .copyTruncate(let name, let other):
            try write(bytes(name), to: other)
            try open(name).truncate(atOffset: 0)
            texts[other] = texts.removeValue(forKey: name)
        case .remove(let name):
            try files.removeItem(atPath: path(name))
            texts[name] = nil
        }
    }

    /// Writes a new file.
    func write(_ bytes: [UInt8], to name: String) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: path(name)), options: .atomic)
    }

    /// Three gzip members, cut anywhere.
    static func gzip(_ bytes: [UInt8]) -> [UInt8] {
        var deflater = GzipDeflater()
        var packed: [UInt8] = []
        let cuts = [0, bytes.count / 3, bytes.count / 2, bytes.count]
        for (start, end) in zip(cuts, cuts.dropFirst()) {
            deflater.deflate(bytes.span.extracting(start..<end), appendingTo: &packed)
        }
        return packed
    }

    /// Opens a file for writing, and makes it and its folder if they are not there.
    private func open(_ name: String) throws -> FileHandle {
        let url = URL(fileURLWithPath: path(name))
        if !FileManager.default.fileExists(atPath: url.path) {
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data().write(to: url)
        }
        return try FileHandle(forWritingTo: url)
    }
}
