import Intake
import TestSupport
import Testing

@testable import Privacy

@Suite("Damaged and hostile databases of places")
struct HostilePlaceDatabaseTests {
    private static let addresses: [IPAddress] = [
        .v4(0), .v4(0xC633_6401), .v4(0xC633_64FF), .v4(0xCB00_7109), .v4(0xCB00_7111), .v4(.max),
        .v6(high: 0x2001_0DB8_0001_0000, low: 0), .v6(high: 0x2001_0DB8_0002_0000, low: 1), .v6(high: 0, low: 1),
        .v6(high: .max, low: .max),
    ]

    /// Opens the file and looks up what it may; whether it could be opened.
    @discardableResult
    private static func lookUp(_ file: SmallDatabase) -> Bool {
        guard let database = try? PlaceDatabase.open(file.path) else { return false }
        for address in addresses { _ = database.place(of: address) }
        return true
    }

    @Test("A file that is cut off anywhere is refused, from either end", arguments: [24, 28, 32])
    func cut(recordSize: Int) throws {
        let bytes = SmallDatabase.writer(recordSize: recordSize).bytes()
        let file = try SmallDatabase(bytes)
        #expect(Self.lookUp(file))
        // Every length that ends within the metadata, and many others.
        for length in bytes.indices where length % 13 == 0 || length + 300 > bytes.count {
            try file.write(Array(bytes.prefix(length)))
            #expect(!Self.lookUp(file), "the first \(length) bytes")
        }
        for length in stride(from: 0, to: bytes.count, by: 17) {
            try file.write(Array(bytes.suffix(length)))
            Self.lookUp(file)
        }
    }

    @Test("Flipped bits never end the process", arguments: [24, 28, 32], [4, 6] as [UInt16])
    func flipped(recordSize: Int, version: UInt16) throws {
        let bytes = SmallDatabase.writer(version: version, recordSize: recordSize).bytes()
        let file = try SmallDatabase(bytes)
        var random = SplitMix64(seed: UInt64(recordSize) + UInt64(version))
        var opened = 0
        for _ in 0..<500 {
            var damaged = bytes
            for _ in 0..<Int.random(in: 1...8, using: &random) {
                damaged[Int.random(in: damaged.indices, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            }
            try file.write(damaged)
            if Self.lookUp(file) { opened += 1 }
        }
        // Most of what is opened is damaged where lookups go.
        #expect((50..<500).contains(opened))
    }

    @Test("Values nested a million deep cost no stack, and a record is read only so far")
    func nested() throws {
        // An array with one element is 01 04; libmaxminddb before 1.13 ends with SIGSEGV here.
        let nest = (0..<2_000_000).map { $0 % 2 == 0 ? 0x01 : 0x04 } + [0xE0] as [UInt8]
        let country = MMDBWriter.Value.record(["iso_code": .string("JP")])
        var writer = SmallDatabase.writer()
        writer.insert(v4: 0x0A00_0000, 8, .record(["pad": .raw(nest), "country": country]))
        writer.insert(v4: 0x0B00_0000, 8, .record(["country": country, "pad": .raw(nest)]))
        let database = try SmallDatabase(writer)
        #expect(try database.place("10.1.2.3") == nil)
        #expect(try database.place("11.1.2.3") == "JP")
    }

    @Test("Pointers that fan out, lead to themselves or out of the file cost nothing")
    func pointers() throws {
        // An array of a string and sixty arrays, each of two pointers to the one before; it begins behind the head of
        // the metadata and a key. To read it out, libmaxminddb before 1.14 wants 2⁶⁰ values.
        var levels: [UInt8] = [0x1D, 0x04, 61 - 29, 0x41, 0x78]
        var last = 5 + 3
        for _ in 0..<60 {
            let pointer = [UInt8(0x20 | last >> 8), UInt8(last & 255)]
            last = 5 + levels.count
            levels += [0x02, 0x04] + pointer + pointer
        }
        var writer = SmallDatabase.writer()
        writer.extraMetadata = [.init("pad", .raw(levels))]
        let pointers: [[UInt8]] = [[0x20, 0x00], [0x38, 0xFF, 0xFF, 0xFF, 0xFF], [0x2F, 0xFF, 0xFF], [0x20]]
        for (number, pointer) in pointers.enumerated() {
            writer.insert(v4: UInt32(number) << 24, 8, .record(["country": .raw(pointer)]))
        }
        let file = try SmallDatabase(writer)
        Self.lookUp(file)
        for number in 0..<4 { #expect(try PlaceDatabase.open(file.path).place(of: .v4(UInt32(number) << 24)) == nil) }
    }

    @Test("Lengths that are only claimed are not believed")
    func claims() throws {
        let heads: [[UInt8]] = [
            [0xFF, 0xFF, 0xFF, 0xFF], [0x5F, 0xFF, 0xFF, 0xFF], [0x1F, 0x04, 0xFF, 0xFF, 0xFF],
            [0xDF, 0xFF, 0xFF, 0xFF],
            [0x00, 0xFF], [0x00, 0x05], [0x00, 0x06], [0x00, 0x00],
        ]
        for head in heads {
            var writer = SmallDatabase.writer()
            writer.insert(v4: 0x0A00_0000, 8, .raw(head))
            writer.insert(v4: 0x0B00_0000, 8, .record(["country": .raw(head)]))
            let file = try SmallDatabase(writer)
            let database = try PlaceDatabase.open(file.path)
            #expect(database.place(of: .v4(0x0A00_0001)) == nil)
            #expect(database.place(of: .v4(0x0B00_0001)) == nil)
            #expect(database.place(of: .v4(0xCB00_7109))?.region?.description == "GB-ENG")
        }
    }
}
