import TestSupport

/// Databases of a few made-up networks, with records of every size and of both versions.
enum PlaceSeeds {
    /// The address whose lookup comes first.
    private static let addresses: [UInt8] = [0xC6, 0x33, 0x64, 0x80, 0x20, 0x01, 0x0D, 0xB8, 0, 1, 0, 0]

    static var all: [(name: String, bytes: [UInt8])] {
        [24, 28, 32].flatMap { recordSize in
            ([4, 6] as [UInt16]).map { version in
                ("version-\(version)-\(recordSize)", addresses + database(version, recordSize).bytes())
            }
        } + [("pointers", addresses + pointers.bytes())]
    }

    private static func database(_ version: UInt16, _ recordSize: Int) -> MMDBWriter {
        var writer = MMDBWriter(version: version)
        writer.recordSize = recordSize
        writer.insert(v4: 0xC633_6400, 24, record("JP", ["13", "999"]))
        writer.insert(v4: 0xC633_6480, 25, .record(["registered_country": area("KR")]))
        writer.insert(v4: 0xCB00_7109, 32, record("GB", ["ENG"]))
        if version == 6 {
            writer.insert(v6: 0x2001_0DB8_0001_0000, 0, 48, record("JP", ["27"]))
            writer.insert(v6: 0x2001_0DB8_0002_0000, 1, 128, record("LI", []))
        }
        return writer
    }

    /// Records far from each other, so that every length of pointer is there, and some that lead nowhere.
    private static var pointers: MMDBWriter {
        var writer = database(4, 24)
        writer.padding = 2100
        for (number, pointer) in ([[0x20, 0x00], [0x38, 0xFF, 0xFF, 0xFF, 0xFF], [0x2F, 0xFF, 0xFF]] as [[UInt8]])
            .enumerated()
        {
            writer.insert(v4: UInt32(number + 1) << 24, 8, .record(["country": .raw(pointer)]))
        }
        return writer
    }

    private static func area(_ code: String) -> MMDBWriter.Value {
        .record(["geoname_id": .uint32(1_861_060), "iso_code": .string(code)])
    }

    private static func record(_ country: String, _ regions: [String]) -> MMDBWriter.Value {
        .record([
            "continent": area("AS"), "country": area(country),
            "location": .record(["latitude": .double(35.6), "is_exact": .boolean(true)]),
            "subdivisions": .array(regions.map(area)),
        ])
    }
}
