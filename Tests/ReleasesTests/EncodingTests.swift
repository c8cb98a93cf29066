import Events
@_spi(DisclosureControl) import Releases
import TestSupport
import Testing

@Suite("Encoding of releases")
struct EncodingTests {
    private let epoch = Epoch(day: Day(number: 20_500), supplement: 2)

    private var table: PublishedTable {
        PublishedTable(
            name: "pages", epoch: epoch,
            columns: [.init(name: "page_views", unit: .count), .init(name: "bounce_rate", unit: .share)],
            rows: [
                .init(label: "/é\u{0}\u{1B}", kind: .value, values: [.number(.max), .ratio(1, over: 3)]),
                .init(label: "other", kind: .other, values: [.number(0), .hidden]),
                .init(labels: ["Firefox", "133"], kind: .heavy, values: [.atLeast(3000), .bin(from: 96, below: 112)]),
                .init(label: "404", kind: .hidden, values: [.hidden, .bin(from: 7, below: nil)]),
            ], k: 10, hidesRows: true, hiddenPercent: 20, total: .number(9), note: "a note")
    }

    private var release: ReleasedEpoch {
        ReleasedEpoch(
            epoch: epoch, definitionsDigest: [1, 2], policyDigest: [], k: 10, timeZone: "Asia/Seoul",
            visitGap: 2700, tables: [table, table])
    }

    /// Stands in for SHA-256: only equality matters here.
    private func digest(_ bytes: [UInt8]) -> [UInt8] {
        let hash = bytes.reduce(UInt64(0xCBF2_9CE4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        return (0..<8).map { UInt8(truncatingIfNeeded: hash >> UInt64($0 * 8)) }
    }

    @Test("A table and a release come back as they were")
    func roundTrip() throws {
        let tableBytes = table.encode()
        #expect(try PublishedTable(verifying: tableBytes, digest: digest(tableBytes), sha256: digest) == table)
        let bytes = release.encode()
        #expect(try ReleasedEpoch(verifying: bytes, digest: digest(bytes), sha256: digest) == release)
        #expect(release.encode() == bytes)
    }

    @Test("The bytes of the second format stay what they are")
    func fixedBytes() {
        let empty = ReleasedEpoch(
            epoch: Epoch(day: Day(number: 1)), definitionsDigest: [7], policyDigest: [8], k: 10, timeZone: "UTC",
            tables: [])
        let expected: [UInt8] =
            [0, 0, 0, 0, 0, 0, 0, 18] + Array("footfall-release/2".utf8)
            + [0, 0, 0, 0, 0, 0, 0, 1] + [0, 0, 0, 0, 0, 0, 0, 0]
            + [0, 0, 0, 0, 0, 0, 0, 1, 7] + [0, 0, 0, 0, 0, 0, 0, 1, 8]
            + [0, 0, 0, 0, 0, 0, 0, 10] + [0, 0, 0, 0, 0, 0, 0, 3] + Array("UTC".utf8)
            + [0, 0, 0, 0, 0, 0, 7, 8] + [0, 0, 0, 0, 0, 0, 0, 0]
        #expect(empty.encode() == expected)
    }

    @Test("The bytes of the third format of tables stay what they are")
    func fixedTableBytes() throws {
        let column = PublishedTable.Column(name: "hits", unit: .count)
        let table = PublishedTable(
            name: "t", epoch: Epoch(day: Day(number: 1)), columns: [column],
            rows: [
                .init(label: "a", kind: .value, values: [.number(300)]),
                .init(labels: ["b", "é"], kind: .other, values: [.ratio(1, over: 2)]),
                .init(label: "a", kind: .hidden, values: [.number(300)]),
            ], k: 10)
        let rows: [UInt8] =
            [0, 0, 0, 0, 0, 0, 0, 3, 1]  // three rows, lengths of one byte
            + [0, 1, 0x61] + [5, 1, 0x62, 2, 0xC3, 0xA9] + [2, 1, 0x61]  // kind and labels
            + [0, 0, 0, 0, 0, 0, 0, 2, 2, 1, 1]  // two distinct values, widths of their parts and of places
            + [1, 2] + [1, 0x2C, 0, 1] + [0, 2] + [0, 1, 0]  // forms, first and second numbers, places
        #expect(Array(table.encode().suffix(rows.count)) == rows)
        #expect(Array(table.encode().prefix(24)) == [0, 0, 0, 0, 0, 0, 0, 16] + Array("footfall-table/3".utf8))
    }

    @Test("A changed byte is refused, wherever it is")
    func tampering() {
        let bytes = release.encode()
        let right = digest(bytes)
        for index in bytes.indices {
            var changed = bytes
            changed[index] ^= 1
            #expect(throws: ReleaseError.digestMismatch) {
                try ReleasedEpoch(verifying: changed, digest: right, sha256: digest)
            }
        }
        let tableBytes = table.encode()
        #expect(throws: ReleaseError.digestMismatch) {
            try PublishedTable(verifying: tableBytes, digest: right, sha256: digest)
        }
    }

    @Test("Bytes that are cut, longer, or of another kind are refused even with their own digest")
    func malformed() {
        let bytes = release.encode()
        for count in bytes.indices {
            let cut = Array(bytes[..<count])
            #expect(throws: ReleaseError.self) {
                try ReleasedEpoch(verifying: cut, digest: digest(cut), sha256: digest)
            }
        }
        let longer = bytes + [0]
        #expect(throws: ReleaseError.malformed(offset: bytes.count)) {
            try ReleasedEpoch(verifying: longer, digest: digest(longer), sha256: digest)
        }
        let other = table.encode()
        #expect(throws: ReleaseError.unknownFormat) {
            try ReleasedEpoch(verifying: other, digest: digest(other), sha256: digest)
        }
    }

    @Test(
        "Random damage under its own digest is refused or read, and never crashes", arguments: 0..<50 as Range<UInt64>)
    func fuzz(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for _ in 0..<40 {
            var bytes = release.encode()
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            if let read = try? ReleasedEpoch(verifying: bytes, digest: digest(bytes), sha256: digest) {
                #expect(read.encode() == bytes)
            }
        }
    }
}
