import Events
import Foundation
import Intake
import TestSupport

@testable import Privacy

/// A database file of a few made-up networks, gone with the object.
struct SmallDatabase {
    private let folder: TemporaryFolder
    let path: String

    init(_ bytes: [UInt8]) throws {
        folder = try TemporaryFolder()
        path = folder.path + "/places.mmdb"
        try write(bytes)
    }

    init(_ writer: MMDBWriter = SmallDatabase.writer()) throws {
        try self.init(writer.bytes())
    }

    func write(_ bytes: [UInt8]) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: path))
    }

    /// The place of an address in any notation, as text: the region, or the country where no region is known.
    func place(_ address: String) throws -> String? {
        guard let address = IPAddress(text: address) else { throw CocoaError(.formatting) }
        return try PlaceDatabase.open(path).place(of: address).map { $0.region?.description ?? $0.country.description }
    }

    /// A record as city databases have them: what is looked for stands between other things.
    static func record(_ country: String?, _ regions: [String] = [], registered: String? = nil) -> MMDBWriter.Value {
        func area(_ code: String) -> MMDBWriter.Value {
            .record([
                "geoname_id": .uint32(1_861_060), "iso_code": .string(code),
                "names": .record(["en": .string("Name of \(code)"), "ja": .string("名")]),
            ])
        }
        var pairs: [MMDBWriter.Value.Pair] = [
            .init("city", .record(["names": .record(["en": .string("Town")])])),
            .init("continent", area("AS")),
        ]
        if let country { pairs.append(.init("country", area(country))) }
        pairs.append(
            .init(
                "location",
                .record(["latitude": .double(35.6), "is_exact": .boolean(true), "time_zone": .string("Asia/Tokyo")])))
        if let registered { pairs.append(.init("registered_country", area(registered))) }
        if !regions.isEmpty { pairs.append(.init("subdivisions", .array(regions.map(area)))) }
        return .map(pairs)
    }

    static func writer(version: UInt16 = 6, recordSize: Int = 28) -> MMDBWriter {
        var writer = MMDBWriter(version: version)
        writer.recordSize = recordSize
        writer.insert(v4: 0xC633_6400, 24, record("JP", ["13", "999"], registered: "JP"))
        writer.insert(v4: 0xC633_6480, 25, record("KR", ["11"], registered: "US"))
        writer.insert(v4: 0xCB00_7109, 32, record("GB", ["ENG"]))
        writer.insert(v4: 0xCB00_7110, 28, record(nil, ["13"], registered: "DE"))
        writer.insert(v4: 0xCB00_7200, 24, record("FR"))
        if version == 6 {
            writer.insert(v6: 0x2001_0DB8_0001_0000, 0, 48, record("JP", ["27"]))
            writer.insert(v6: 0x2001_0DB8_0002_0000, 0, 64, record("CH", ["ZH"]))
            writer.insert(v6: 0x2001_0DB8_0002_0000, 1, 128, record("LI"))
        }
        return writer
    }
}
