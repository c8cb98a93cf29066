import Parquet
import TestSupport
import Testing

struct FuzzTests {
    /// Small limits, so that a claim that passes all checks stays cheap.
    static var limits: ReaderLimits {
        var limits = ReaderLimits()
        limits.rowsPerRowGroup = 1 << 16
        limits.pageBytes = 1 << 20
        limits.chunkBytes = 1 << 22
        return limits
    }

    /// Reads everything; errors are fine, crashes and hangs are not.
    static func readAll(_ bytes: [UInt8]) {
        do {
            let file = try ParquetFile(BufferSource(bytes), limits: limits)
            for group in file.rowGroups.indices {
                for column in file.schema.columns {
                    _ = try file.rowGroups(where: column.name, isWithin: 0...9)
                    do {
                        _ = try file.read(rowGroup: group, columns: [column.name])
                    } catch is ParquetError {}
                }
            }
        } catch is ParquetError {
        } catch {
            Issue.record("an error of another kind: \(error)")
        }
    }

    /// Flips, overwrites, inserts, removes and cuts.
    static func mutate(_ original: [UInt8], using random: inout SplitMix64) -> [UInt8] {
        var bytes = original
        for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<8, using: &random) {
            case 0, 1, 2: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            case 3, 4: bytes[place] = [0, 1, 0x7F, 0x80, 0xFF][Int.random(in: 0..<5, using: &random)]
            case 5: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
            case 6: bytes.remove(at: place)
            default: if Int.random(in: 0..<10, using: &random) == 0 { bytes.removeLast(bytes.count - place) }
            }
        }
        return bytes
    }

    @Test("A damaged file is an error or other values, never a crash", arguments: 0..<40)
    func writtenFiles(seed: Int) {
        var random = SplitMix64(seed: UInt64(1000 + seed))
        // Mostly without checksums, so that the damage gets to the decoders.
        let example = RandomFile(using: &random, maximumRows: 120, hasChecksums: seed % 8 == 0)
        for _ in 0..<200 { FuzzTests.readAll(FuzzTests.mutate(example.bytes, using: &random)) }
    }

    @Test(
        "A damaged file from elsewhere is an error or other values, never a crash",
        .enabled(if: SharedData.isThere, "needs ../shared/data/parquet"),
        arguments: [
            "alltypes_dictionary", "alltypes_plain", "binary", "concatenated_gzip_members",
            "data_index_bloom_encoding_stats", "delta_binary_packed", "rle_boolean_encoding", "single_nan",
        ])
    func sharedFiles(name: String) throws {
        var random = SplitMix64(seed: 77)
        let original = try SharedData.bytes(SharedFileTests.folder + name + ".parquet")
        for _ in 0..<(original.count > 10_000 ? 60 : 600) {
            FuzzTests.readAll(FuzzTests.mutate(original, using: &random))
        }
    }

    @Test("A file that is cut anywhere is refused")
    func truncation() throws {
        var random = SplitMix64(seed: 5)
        let bytes = RandomFile(using: &random, maximumRows: 20).bytes
        for length in bytes.indices {
            #expect(throws: ParquetError.self) { try ParquetFile(BufferSource([UInt8](bytes[..<length]))) }
        }
    }
}
