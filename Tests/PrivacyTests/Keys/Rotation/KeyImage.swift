import Events
import Foundation

@testable import Privacy

/// All that lies in a key directory at one instant, as a backup or an attacker with the disk would have it.
struct KeyImage: Sendable {
    /// By path relative to the key directory.
    private let files: [String: [UInt8]]
    private let folders: [String]

    init(of path: String) throws {
        var files: [String: [UInt8]] = [:]
        var folders: [String] = []
        for name in try FileManager.default.subpathsOfDirectory(atPath: path) {
            var isFolder = ObjCBool(false)
            _ = unsafe FileManager.default.fileExists(atPath: "\(path)/\(name)", isDirectory: &isFolder)
            if isFolder.boolValue {
                folders.append(name)
            } else {
                files[name] = [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)")))
            }
        }
        self.files = files
        self.folders = folders
    }

    /// Puts it where nothing is yet.
    func restore(to path: String) throws -> KeyDirectory {
        for folder in [path] + folders.sorted().map({ "\(path)/\($0)" }) {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        }
        for (name, content) in files {
            _ = FileManager.default.createFile(
                atPath: "\(path)/\(name)", contents: Data(content), attributes: [.posixPermissions: 0o600])
        }
        return try KeyDirectory(path: path)
    }

    /// The bytes of the key-encryption keys in it.
    var keyEncryptionKeys: [[UInt8]] {
        files.filter { $0.key.hasPrefix("kek/") && $0.value.count == SecretKey.byteCount }.map(\.value)
    }

    /// What stands in a file.
    subscript(_ name: String) -> [UInt8]? { files[name] }

    /// The names in a folder.
    func names(in folder: String) -> [String] {
        files.keys.filter { $0.hasPrefix(folder + "/") }.map { String($0.dropFirst(folder.count + 1)) }.sorted()
    }

    /// The pairs of which any file in it, whatever it is called, is opened by one of the keys and the officer.
    func opened(of names: [PairName], with keys: [[UInt8]], by officer: borrowing PrivateHalf) -> Set<PairName> {
        var opened: Set<PairName> = []
        for content in files.values {
            for name in names {
                guard let pair = SealedPair(content, name: name) else { continue }
                for bytes in keys {
                    let key = KeyEncryptionKey(number: pair.keyEncryptionNumber, secret: TestKeys.secret(bytes))
                    guard let half = try? pair.open(under: key, by: officer) else { continue }
                    if half.publicHalf == pair.publicHalf { opened.insert(name) }
                }
            }
        }
        return opened
    }
}
