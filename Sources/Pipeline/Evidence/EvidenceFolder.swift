import Foundation
import Privacy

/// A new folder of evidence, with a manifest of what is in it.
enum EvidenceFolder {
    /// In the form that `sha256sum --check` reads.
    static let manifest = "MANIFEST.sha256"

    /// Writes the files and their manifest.
    ///
    /// - Throws: ``JobError`` (cannotCreate) if there is something of that name, or the folder cannot be made, (io) if a file
    ///   cannot be written; then nothing is left.
    static func write(_ files: [EvidenceFile], to folder: String) throws {
        guard !OutputFile.exists(folder) else {
            throw JobError(.cannotCreate, "There is something at \(folder) already. Name a folder that is not there.")
        }
        let lines = files.sorted { $0.name < $1.name }.map { file in
            "\(Certificate.hexadecimal(SHA256Digest.digest(file.bytes)))  \(file.name)"
        }
        do {
            try make(folder)
            for file in files + [EvidenceFile(manifest, lines: lines)] {
                let path = "\(folder)/\(file.name)"
                try make(FilePlace.parent(of: path))
                try Data(file.bytes).write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
            }
        } catch let error as CocoaError {
            try? FileManager.default.removeItem(atPath: folder)
            throw JobError(
                error.code == .fileWriteOutOfSpace ? .io : .cannotCreate,
                "Cannot write \(folder): \(error.localizedDescription) Check the folder above it and the disk.")
        }
    }

    private static func make(_ folder: String) throws {
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o750])
    }
}
