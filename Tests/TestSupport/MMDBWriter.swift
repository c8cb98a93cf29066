/// Writes small databases in MMDB format (MaxMind DB File Format Specification 2.0).
public struct MMDBWriter {
    /// What records are made of.
    public indirect enum Value: Hashable, Sendable {
        case map([Pair])
        case array([Value])
        case string(String)
        case double(Double)
        case uint16(UInt16)
        case uint32(UInt32)
        case uint64(UInt64)
        case boolean(Bool)
        /// Bytes that are put there as they are.
        case raw([UInt8])

        public struct Pair: Hashable, Sendable {
            let key: String
            let value: Value

            public init(_ key: String, _ value: Value) {
                self.key = key
                self.value = value
            }
        }

        /// A map with these pairs, in this order.
        public static func record(_ pairs: KeyValuePairs<String, Value>) -> Value {
            .map(pairs.map { Pair($0.key, $0.value) })
        }
    }

    /// What a node's record is.
    private enum Record {
        case nothing
        case node(Int)
        case data(Value)
    }

    /// Bits of a record: 24, 28 or 32.
    public var recordSize = 28
    public var type = "Test-City"
    /// UTC seconds.
    public var built: UInt64 = 1_767_225_600
    /// Bytes between the head of the data section and the first record, so that pointers get longer.
    public var padding = 0
    /// Pairs of the metadata that come first.
    public var extraMetadata: [Value.Pair] = []
    private let version: UInt16
    private var nodes: [[Record]] = [[.nothing, .nothing]]

    /// - Parameter version: 4, or 6 for addresses of both versions.
    public init(version: UInt16 = 6) {
        self.version = version
    }

    /// Gives a network its record; of several that hold an address the one that came last counts.
    public mutating func insert(v4 address: UInt32, _ length: Int, _ record: Value) {
        let isAlone = version == 4
        insert(isAlone ? UInt128(address) << 96 : UInt128(address), isAlone ? length : 96 + length, record)
    }

    public mutating func insert(v6 high: UInt64, _ low: UInt64, _ length: Int, _ record: Value) {
        insert(UInt128(high) << 64 | UInt128(low), length, record)
    }

    private mutating func insert(_ bits: UInt128, _ length: Int, _ record: Value) {
        var node = 0
        for position in 0..<length {
            let bit = Int(truncatingIfNeeded: bits >> UInt128(127 - position) & 1)
            if position == length - 1 {
                nodes[node][bit] = .data(record)
            } else if case .node(let next) = nodes[node][bit] {
                node = next
            } else {
                nodes.append([nodes[node][bit], nodes[node][bit]])
                nodes[node][bit] = .node(nodes.count - 1)
                node = nodes.count - 1
            }
        }
    }

    /// The file's bytes.
    public func bytes() -> [UInt8] {
        var data = MMDBSection()
        data.write(.raw([UInt8](repeating: 0x40, count: padding)))
        var tree: [UInt8] = []
        for node in nodes {
            let numbers = node.map { record -> Int in
                switch record {
                case .nothing: nodes.count
                case .node(let number): number
                case .data(let value): nodes.count + 16 + data.offset(of: value)
                }
            }
            tree += encoded(numbers[0], numbers[1])
        }
        var metadata = MMDBSection()
        let pairs: KeyValuePairs<String, Value> = [
            "binary_format_major_version": .uint16(2), "binary_format_minor_version": .uint16(0),
            "build_epoch": .uint64(built), "database_type": .string(type),
            "description": .record(["en": .string("A small database")]), "ip_version": .uint16(version),
            "languages": .array([.string("en")]), "node_count": .uint32(UInt32(nodes.count)),
            "record_size": .uint16(UInt16(recordSize)),
        ]
        metadata.write(.map(extraMetadata + pairs.map { Value.Pair($0.key, $0.value) }))
        return tree + [UInt8](repeating: 0, count: 16) + data.bytes + MMDBWriter.marker + metadata.bytes
    }

    public static let marker: [UInt8] = [0xAB, 0xCD, 0xEF] + Array("MaxMind.com".utf8)

    private func encoded(_ left: Int, _ right: Int) -> [UInt8] {
        switch recordSize {
        case 24: return bytes(left, 3) + bytes(right, 3)
        case 28: return bytes(left, 3) + [UInt8((left >> 24) << 4 | right >> 24)] + bytes(right, 3)
        default: return bytes(left, 4) + bytes(right, 4)
        }
    }

    private func bytes(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).reversed().map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }
}
