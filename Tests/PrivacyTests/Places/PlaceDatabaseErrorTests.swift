import Foundation
import TestSupport
import Testing

@testable import Privacy

@Suite("Databases of places that cannot be used")
struct PlaceDatabaseErrorTests {
    private static func error(_ path: String) -> PlaceDatabaseError? {
        do throws(PlaceDatabaseError) {
            _ = try PlaceDatabase.open(path)
            return nil
        } catch {
            // What to do follows the path and what is wrong.
            #expect("\(error)".hasPrefix("\(path): "))
            return error
        }
    }

    private static func error(_ bytes: [UInt8]) throws -> (error: PlaceDatabaseError?, path: String) {
        let file = try SmallDatabase(bytes)
        return (error(file.path), file.path)
    }

    @Test("A missing file, a folder and a pipe are told")
    func noFile() throws {
        let folder = try TemporaryFolder()
        #expect(Self.error(folder.path + "/none") == .missing(path: folder.path + "/none"))
        #expect(Self.error(folder.path) == .wrongFileType(path: folder.path))
        let pipe = folder.path + "/pipe"
        #expect(unsafe mkfifo(pipe, 0o600) == 0)
        #expect(Self.error(pipe) == .wrongFileType(path: pipe))
        let inside = folder.path + "/pipe/none"
        #expect(Self.error(inside) == .system(operation: "open", path: inside, code: ENOTDIR))
    }

    @Test("Files of other kinds are told")
    func otherKinds() throws {
        for bytes in [[], Array("<html>".utf8), [UInt8](repeating: 0, count: 200_000)] {
            let (error, path) = try Self.error(bytes)
            #expect(error == .notMMDB(path: path))
        }
        let (error, path) = try Self.error([0x1F, 0x8B, 8, 0])
        #expect(error == .compressed(path: path))
    }

    @Test("A file without its beginning is told")
    func beginning() throws {
        let writer = SmallDatabase.writer()
        let (error, path) = try Self.error(Array(writer.bytes().suffix(1000)))
        #expect(error == .truncated(path: path))
    }

    @Test("Metadata that no version 2 of the format has are told")
    func metadata() throws {
        let changes: [(MMDBWriter.Value.Pair)] = [
            .init("binary_format_major_version", .uint16(3)), .init("node_count", .uint32(0)),
            .init("node_count", .string("7")), .init("record_size", .uint16(20)), .init("ip_version", .uint16(5)),
            .init("build_epoch", .boolean(true)), .init("database_type", .uint16(1)),
        ]
        for change in changes {
            var writer = SmallDatabase.writer()
            writer.extraMetadata = [change]
            let (error, path) = try Self.error(writer.bytes())
            #expect(error == .damaged(path: path))
        }
        let (error, path) = try Self.error(MMDBWriter.marker)
        #expect(error == .damaged(path: path))
    }

    @Test("A database of something else is told by its type")
    func withoutCountries() throws {
        var writer = MMDBWriter()
        writer.type = "Test-ASN"
        for number in 0..<300 as Range<UInt32> {
            writer.insert(v4: number << 20, 16, .record(["autonomous_system_number": .uint32(64_496 + number)]))
        }
        let (error, path) = try Self.error(writer.bytes())
        #expect(error == .withoutCountries(path: path, type: "Test-ASN"))
    }
}
