import Crypto
import Events
import Foundation
import TestSupport
import Testing

@testable import Store

/// A store in a folder of its own; opening it again stands for another process.
final class TemporaryStore {
    private let folder: TemporaryFolder
    let store: Store

    var root: String { folder.path + "/store" }

    init() throws {
        folder = try TemporaryFolder()
        store = try Store(root: folder.path + "/store", create: true) { TestDigest() }
    }

    /// The same store, as a new process sees it.
    func reopened() throws -> Store {
        try Store(root: root, create: false) { TestDigest() }
    }

    var staged: [String] { get throws { try FileSystem.list(store.layout.staging) } }

    func names(of day: Day) throws -> [String] {
        try FileSystem.list(store.layout.folder(of: day))
    }

    /// Every row of an epoch, in the order of its files.
    func rows(of epoch: Epoch) throws -> [EventRow] {
        try store.readers(of: epoch).flatMap { _, reader in
            try (0..<reader.rowGroupCount).flatMap { try reader.read(rowGroup: $0, .everything).spelledOut }
        }
    }

    /// Expects the files on record, each with its digest, under their final names, and nothing else.
    func expectIntact(_ day: Day, generation: Int, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let files = try store.catalog.files(of: day)
        var names = files.map(\.name.final)
        if generation > 0 { names.append(store.layout.generationMark(generation)) }
        #expect(try self.names(of: day) == names.sorted(), sourceLocation: sourceLocation)
        #expect(try store.catalog.generation(of: day) == generation, sourceLocation: sourceLocation)
        #expect(try staged == [], sourceLocation: sourceLocation)
        for file in files {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(store.layout.folder(of: day))/\(file.name.final)"))
            #expect(Array(SHA256.hash(data: bytes)) == file.digest, sourceLocation: sourceLocation)
            #expect(Int64(bytes.count) == file.bytes, sourceLocation: sourceLocation)
        }
    }
}
