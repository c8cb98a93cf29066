internal import Events

/// What an MMDB file says of itself, and where its parts lie: tree, data, metadata (MaxMind DB File Format Specification
/// 2.0, "Database Metadata").
struct MMDBLayout {
    let tree: MMDBTree
    /// The bytes of the data section.
    let data: Range<Int>
    /// What the maker calls the database, as printable ASCII.
    let type: String
    /// The day, in UTC, that it was made.
    let buildDay: Day

    /// Stands before the metadata, at most 128 KiB before the end of the file.
    private static let marker: [UInt8] = [0xAB, 0xCD, 0xEF] + Array("MaxMind.com".utf8)
    private static let farthest = 128 << 10
    /// How much of the type is shown.
    private static let longestType = 64

    /// Reads the metadata of the file that has these bytes.
    ///
    /// - Parameter path: for the error.
    static func read(_ bytes: Span<UInt8>, path: String) throws(PlaceDatabaseError) -> MMDBLayout {
        guard let end = endOfData(bytes) else {
            let isGzip = bytes.count >= 2 && bytes[0] == 0x1F && bytes[1] == 0x8B
            throw isGzip ? .compressed(path: path) : .notMMDB(path: path)
        }
        let metadata = bytes.extracting((end + marker.count)...)
        var decoder = MMDBDecoder()
        guard let map = decoder.value(at: 0, in: metadata) else { throw .damaged(path: path) }
        func number(_ key: String) -> UInt64? {
            decoder.member(key, of: map, in: metadata).flatMap { MMDBDecoder.number($0, in: metadata) }
        }
        guard number("binary_format_major_version") == 2,
            let nodeCount = number("node_count"), (1...UInt64(UInt32.max)).contains(nodeCount),
            let recordSize = number("record_size"), [24, 28, 32].contains(recordSize),
            let version = number("ip_version"), [4, 6].contains(version),
            let built = number("build_epoch"),
            let type = decoder.member("database_type", of: map, in: metadata), type.kind == .string
        else { throw .damaged(path: path) }
        let tree = MMDBTree(
            nodeCount: Int(nodeCount), recordSize: Int(recordSize), addressSize: version == 4 ? 32 : 128)
        let start = tree.byteCount + 16
        guard start <= end else { throw .truncated(path: path) }
        return MMDBLayout(
            tree: tree, data: start..<end, type: printable(metadata.extracting(type.range)),
            buildDay: Day(number: Int32(clamping: built / 86_400)))
    }

    /// Where the last marker begins.
    private static func endOfData(_ bytes: Span<UInt8>) -> Int? {
        var offset = bytes.count - marker.count
        let first = max(0, bytes.count - farthest)
        while offset >= first {
            if bytes[offset] == marker[0], marker.indices.allSatisfy({ bytes[offset + $0] == marker[$0] }) {
                return offset
            }
            offset -= 1
        }
        return nil
    }

    private static func printable(_ text: Span<UInt8>) -> String {
        let shown = (0..<min(text.count, longestType)).map { index in
            (0x20..<0x7F).contains(text[index]) ? text[index] : UInt8(ascii: "?")
        }
        return String(decoding: shown, as: UTF8.self)
    }
}
