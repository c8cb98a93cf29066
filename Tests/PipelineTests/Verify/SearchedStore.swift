import Foundation
import GRDB
import Gzip
import Parquet
import Privacy
import Store
import TestSupport

@testable import Pipeline

/// A folder that passes for a store, in which things are planted and searched for.
final class SearchedStore {
    /// Where an identifier may lie.
    enum Site: String, CaseIterable, Sendable {
        case file, catalog, log, gzip, gzipWithin, laterMember, dictionary, plain, uncompressed, leftover
    }

    private let folder: TemporaryFolder
    var path: String { folder.path }

    init() throws {
        folder = try TemporaryFolder()
        _ = try Store(root: folder.path, create: true) { SHA256Digest() }
    }

    func write(_ bytes: [UInt8], to name: String) throws {
        let file = URL(fileURLWithPath: "\(path)/\(name)")
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
    }

    /// Puts bytes where a file of the site has them.
    /// - Returns: the file's name.
    @discardableResult
    func plant(_ bytes: [UInt8], at site: Site) throws -> String {
        let wrapped = [UInt8](repeating: 1, count: 17) + bytes + [2, 2]
        let parquet = "events/date=2026-03-01/a-1.parquet"
        switch site {
        case .file: return try write(wrapped, named: "policy.yaml")
        case .catalog:
            try insert([wrapped])
            return "catalog.sqlite"
        case .log: return try write(wrapped, named: "old.sqlite-wal")
        case .gzip: return try write(SearchedStore.gzip(wrapped), named: "old.log.gz")
        case .gzipWithin:
            let inner = [3, 0x1F] + SearchedStore.gzip(wrapped) + [1, 2, 3]
            return try write(SearchedStore.gzip(inner), named: "old.log.gz.gz")
        case .laterMember:
            let other = SearchedStore.gzip([UInt8](repeating: 7, count: 3000))
            return try write(
                [9, 0x1F, 0x8B, 8, 0] + other + [1, 2, 3] + SearchedStore.gzip(wrapped), named: "locks/core")
        case .dictionary: return try write(SearchedStore.parquet(wrapped), named: parquet)
        case .plain: return try write(SearchedStore.parquet(wrapped, .plain), named: parquet)
        case .uncompressed:
            return try write(SearchedStore.parquet(wrapped, .plain, .uncompressed), named: parquet)
        case .leftover:
            return try write(SearchedStore.parquet(wrapped).dropLast(12), named: "staging/.a-2.inprogress")
        }
    }

    /// Makes a table of the catalog that holds these values and nothing else.
    func insert(_ values: [[UInt8]]) throws {
        let database = try DatabaseQueue(path: path + "/catalog.sqlite")
        try database.write { database in
            try database.execute(sql: "DROP TABLE IF EXISTS planted; CREATE TABLE planted (value BLOB)")
            for value in values {
                try database.execute(sql: "INSERT INTO planted VALUES (?)", arguments: [Data(value)])
            }
        }
    }

    private func write(_ bytes: some Sequence<UInt8>, named name: String) throws -> String {
        try write(Array(bytes), to: name)
        return name
    }

    func search(_ identifiers: String...) throws -> LeakReport {
        let list = try IdentifierList(Array(identifiers.joined(separator: "\n").utf8))
        return try LeakSearch(storePath: path, identifiers: list).run()
    }

    static func gzip(_ bytes: [UInt8]) -> [UInt8] {
        var deflater = GzipDeflater()
        var output: [UInt8] = []
        deflater.deflate(bytes.span, appendingTo: &output)
        return output
    }

    /// A file of two row groups, with the value in the second of them, in a column of texts beside one of pseudonyms and one of
    /// numbers.
    static func parquet(
        _ value: [UInt8], _ preference: ColumnSchema.Preference = .dictionary, _ codec: Codec = .gzip,
        pseudonym: [UInt8] = [UInt8](repeating: 3, count: 16), number: Int64 = 5
    ) throws -> [UInt8] {
        let schema = ParquetSchema([
            ColumnSchema("path", .byteArray, .string, codec: codec, preference: preference, hasStatistics: false),
            ColumnSchema("visitor", .fixedLengthByteArray(16), codec: .uncompressed, hasStatistics: false),
            ColumnSchema("bytes", .int64, preference: .delta, hasStatistics: false),
        ])
        var writer = try ParquetWriter(schema: schema, sink: BufferSink())
        for isSecond in [false, true] {
            var texts = EncodedDictionary()
            for text in [Array("/a".utf8), isSecond ? value : Array("/b".utf8), Array("/c".utf8)] {
                texts.append(text.span)
            }
            var pseudonyms = EncodedDictionary(width: 16)
            pseudonyms.append(pseudonym.span)
            try writer.appendRowGroup(
                rowCount: 4,
                columns: [
                    .dictionary(texts, indices: [0, 1, 2, 0]), .dictionary(pseudonyms, indices: [0, 0, 0, 0]),
                    .int64([1, 2, isSecond ? number : 3, 4]),
                ])
        }
        return try writer.finish().bytes
    }
}
