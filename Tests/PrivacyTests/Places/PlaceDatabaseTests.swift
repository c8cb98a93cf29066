import Events
import Foundation
import Intake
import TestSupport
import Testing

@testable import Privacy

@Suite("Places of addresses")
struct PlaceDatabaseTests {
    /// Networks of ``SmallDatabase`` and what lies beside them.
    private static let v4: [(address: String, place: String?)] = [
        ("198.51.100.0", "JP-13"), ("198.51.100.127", "JP-13"), ("198.51.100.128", "KR-11"),
        ("198.51.100.255", "KR-11"), ("198.51.101.0", nil), ("198.51.99.255", nil), ("203.0.113.9", "GB-ENG"),
        ("203.0.113.8", nil), ("203.0.113.16", "DE"), ("203.0.113.31", "DE"), ("203.0.114.77", "FR"),
        ("0.0.0.0", nil), ("255.255.255.255", nil), ("::ffff:198.51.100.1", "JP-13"), ("198.51.100.1:80", "JP-13"),
    ]

    private static let v6: [(address: String, place: String?)] = [
        ("2001:db8:1::", "JP-27"), ("2001:db8:1:ffff:ffff:ffff:ffff:ffff", "JP-27"), ("2001:db8:2::2", "CH-ZH"),
        ("2001:db8:2::1", "LI"), ("2001:db8:2:1::", nil), ("2001:db8::", nil), ("::", nil), ("ffff::", nil),
    ]

    @Test("Countries and regions are found with every size of records", arguments: [24, 28, 32], [4, 6] as [UInt16])
    func sizes(recordSize: Int, version: UInt16) throws {
        let database = try SmallDatabase(SmallDatabase.writer(version: version, recordSize: recordSize))
        for (address, place) in Self.v4 { #expect(try database.place(address) == place, "\(address)") }
        for (address, place) in Self.v6 {
            #expect(try database.place(address) == (version == 6 ? place : nil), "\(address)")
        }
    }

    // Behind 17 MB records need the highest bits of 28.
    @Test("Pointers and records of every length are followed", arguments: [28, 32], [0, 2100, 600_000, 17_000_000])
    func lengths(recordSize: Int, padding: Int) throws {
        var writer = SmallDatabase.writer(recordSize: recordSize)
        writer.padding = padding
        let database = try SmallDatabase(writer)
        for (address, place) in Self.v4 + Self.v6 { #expect(try database.place(address) == place, "\(address)") }
    }

    @Test("All IPv4 addresses may have one record")
    func shallow() throws {
        var writer = MMDBWriter()
        writer.insert(v6: 0, 0, 64, SmallDatabase.record("JP"))
        let database = try SmallDatabase(writer)
        #expect(try database.place("192.0.2.1") == "JP")
        #expect(try database.place("2001:db8::") == nil)
    }

    @Test("What the file says of itself can be told")
    func metadata() throws {
        var writer = SmallDatabase.writer()
        writer.type = "Test-\u{1B}[2J\n" + String(repeating: "x", count: 100)
        writer.built = 1_772_323_200 + 86_399
        let file = try SmallDatabase(writer)
        let database = try PlaceDatabase.open(file.path)
        #expect(database.path == file.path)
        #expect(database.buildDay == Day(year: 2026, month: 3, day: 1))
        #expect(database.type == "Test-?[2J?" + String(repeating: "x", count: 54))
    }

    @Test(
        "Only what looks like a country's code passes",
        arguments: ["", "J", "jp", "Jp", "JPN", "J1", "J ", "日本", "198.51.100.1", "alice@example.org"])
    func countries(code: String) throws {
        var writer = SmallDatabase.writer()
        writer.insert(v4: 0x0A00_0000, 8, SmallDatabase.record(code, ["13"], registered: "US"))
        writer.insert(v4: 0x0B00_0000, 8, SmallDatabase.record(nil, ["13"], registered: code))
        let database = try SmallDatabase(writer)
        #expect(try database.place("10.1.2.3") == "US")
        #expect(try database.place("11.1.2.3") == nil)
    }

    @Test("Only what looks like a region's code passes", arguments: ["", "13AB", "to", "T-1", "1 ", "東京", "JP-13"])
    func regions(code: String) throws {
        var writer = SmallDatabase.writer()
        writer.insert(v4: 0x0A00_0000, 8, SmallDatabase.record("JP", [code]))
        #expect(try SmallDatabase(writer).place("10.1.2.3") == "JP")
    }

    @Test("Codes are appended as they are printed", arguments: ["1", "13", "ENG", "0A"])
    func codes(subdivision: String) {
        let bytes = Array(subdivision.utf8)
        guard let country = CountryCode(Array("GB".utf8).span), let region = RegionCode(bytes.span, of: country) else {
            Issue.record("these are codes")
            return
        }
        var text: [UInt8] = []
        country.append(to: &text)
        region.append(to: &text)
        #expect(String(decoding: text, as: UTF8.self) == "GBGB-\(subdivision)")
        #expect("\(country)\(region)" == "GBGB-\(subdivision)")
    }

    @Test("Records of unexpected shapes are no places")
    func shapes() throws {
        let code = MMDBWriter.Value.string("JP")
        let records: [MMDBWriter.Value] = [
            .string("JP"), .uint32(1), .record([:]), .array([]), .record(["country": code]),
            .record(["country": .record(["iso_code": .uint32(0x4A50)])]),
            .record(["country": .array([.record(["iso_code": code])])]), .record(["iso_code": code]), .boolean(true),
        ]
        var writer = SmallDatabase.writer()
        for (number, record) in records.enumerated() { writer.insert(v4: UInt32(number) << 24, 8, record) }
        writer.insert(
            v4: 0x3C00_0000, 8, .record(["country": .record(["iso_code": code]), "subdivisions": .string("13")]))
        let database = try SmallDatabase(writer)
        for number in records.indices { #expect(try database.place("\(number).1.2.3") == nil) }
        #expect(try database.place("60.1.2.3") == "JP")
    }

    @Test("Many threads may share a database")
    func threads() async throws {
        let file = try SmallDatabase()
        let database = try PlaceDatabase.open(file.path)
        let addresses = (0..<256).map { IPAddress.v4(0xC633_6400 | $0) }
        let expected = addresses.map { database.place(of: $0) }
        await withTaskGroup(of: [Place?].self) { group in
            for _ in 0..<8 {
                group.addTask { addresses.map { database.place(of: $0) } }
            }
            for await places in group { #expect(places == expected) }
        }
    }
}
