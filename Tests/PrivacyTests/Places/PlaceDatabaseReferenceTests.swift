import Intake
import TestSupport
import Testing

@testable import Privacy

@Suite("Places beside libmaxminddb")
struct PlaceDatabaseReferenceTests {
    private static let countries = ["JP", "KR", "CH", "US", "GB"]
    private static let regions = ["1", "13", "ENG", "27", "ZH"]

    /// Random networks within one /16 and one /32, and addresses in and around them.
    private struct Sample {
        var writer: MMDBWriter
        var addresses: [IPAddress] = []

        init(version: UInt16, recordSize: Int, _ random: inout SplitMix64) {
            writer = MMDBWriter(version: version)
            writer.recordSize = recordSize
            writer.padding = [0, 3000].randomElement(using: &random) ?? 0
            for _ in 0..<60 {
                let v4 = 0xC633_0000 | UInt32.random(in: 0...0xFFFF, using: &random)
                writer.insert(v4: v4, Int.random(in: 17...32, using: &random), Sample.record(&random))
                addresses += [.v4(v4), .v4(v4 ^ 1), .v4(v4 ^ 0x10), .v4(v4 ^ 0x100), .v4(v4 ^ 0x1000), .v4(~v4)]
                guard version == 6 else { continue }
                let high = 0x2001_0DB8_0000_0000 | UInt64.random(in: 0...0xFF_FFFF, using: &random)
                writer.insert(v6: high, 0, Int.random(in: 40...64, using: &random), Sample.record(&random))
                addresses += [high, high ^ 1, high ^ 0x100, high ^ 0x1_0000].map { .v6(high: $0, low: random.next()) }
                addresses += [.v6(high: 0, low: UInt64(v4)), .v6(high: random.next(), low: random.next())]
            }
        }

        private static func record(_ random: inout SplitMix64) -> MMDBWriter.Value {
            func happens() -> Bool { Int.random(in: 0..<4, using: &random) > 0 }
            return SmallDatabase.record(
                happens() ? countries.randomElement(using: &random) : nil,
                happens() ? [regions.randomElement(using: &random) ?? ""] : [],
                registered: happens() ? countries.randomElement(using: &random) : nil)
        }
    }

    /// What ``PlaceDatabase`` is to say, by what libmaxminddb finds.
    private static func expected(_ address: IPAddress, _ reference: ReferenceDatabase) -> String? {
        guard let country = reference.string(address, "country", "iso_code") else {
            return reference.string(address, "registered_country", "iso_code")
        }
        let region = reference.string(address, "subdivisions", "0", "iso_code")
        return region.map { "\(country)-\($0)" } ?? country
    }

    @Test("Random databases are read alike", arguments: [24, 28, 32], [4, 6] as [UInt16])
    func random(recordSize: Int, version: UInt16) throws {
        var random = SplitMix64(seed: UInt64(recordSize) * 8 + UInt64(version))
        for _ in 0..<5 {
            let sample = Sample(version: version, recordSize: recordSize, &random)
            let file = try SmallDatabase(sample.writer)
            let database = try PlaceDatabase.open(file.path)
            let reference = try #require(ReferenceDatabase(file.path))
            var found = 0
            for address in sample.addresses {
                let place = database.place(of: address).map { $0.region?.description ?? $0.country.description }
                #expect(place == Self.expected(address, reference))
                if place != nil { found += 1 }
            }
            #expect(found > 60 && found < sample.addresses.count)
        }
    }
}
