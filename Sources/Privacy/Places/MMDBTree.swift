internal import Intake

/// The search tree of an MMDB file: one node for each beginning of an address, with a record for the next bit being 0
/// and one for its being 1 (MaxMind DB File Format Specification 2.0, "Binary Search Tree Section").
struct MMDBTree {
    let nodeCount: Int
    /// Bits of a record: 24, 28 or 32.
    let recordSize: Int
    /// Bits of an address: 32, or 128 with IPv4 under `::/96`.
    let addressSize: Int

    /// Bytes of a node.
    private var nodeSize: Int { recordSize / 4 }
    /// Bytes of all nodes.
    var byteCount: Int { nodeCount * nodeSize }

    /// Where in the data section the record of `address` lies, nil if there is none.
    func offset(of address: IPAddress, startOfV4: Int, in tree: Span<UInt8>) -> Int? {
        switch address {
        case .v4(let bits): offset(of: follow(UInt128(bits) << 96, count: 32, from: startOfV4, in: tree))
        case .v6(let high, let low):
            addressSize == 128
                ? offset(of: follow(UInt128(high) << 64 | UInt128(low), count: 128, from: 0, in: tree)) : nil
        }
    }

    /// Where in the data section the two records of a node lie, nil for those that are none.
    func offsets(ofNode node: Int, in tree: Span<UInt8>) -> [Int?] {
        [record(node, 0, in: tree), record(node, 1, in: tree)].map(offset)
    }

    /// The record that IPv4 addresses start from.
    func startOfV4(in tree: Span<UInt8>) -> Int {
        addressSize == 32 ? 0 : follow(0, count: 96, from: 0, in: tree)
    }

    /// The record that the first `count` of `bits` lead to.
    private func follow(_ bits: UInt128, count: Int, from start: Int, in tree: Span<UInt8>) -> Int {
        var bits = bits
        var record = start
        var count = count
        while record < nodeCount, count > 0 {
            record = self.record(record, Int(truncatingIfNeeded: bits >> 127), in: tree)
            bits <<= 1
            count -= 1
        }
        return record
    }

    /// Records below the number of nodes are nodes, this number itself is nothing, and what is above leads into the
    /// data section, which begins 16 bytes behind the tree.
    private func offset(of record: Int) -> Int? {
        record >= nodeCount + 16 ? record - nodeCount - 16 : nil
    }

    private func record(_ node: Int, _ bit: Int, in tree: Span<UInt8>) -> Int {
        let start = node * nodeSize
        func bytes(_ range: Range<Int>) -> Int {
            range.reduce(0) { $0 << 8 | Int(tree[start + $1]) }
        }
        switch recordSize {
        case 24: return bit == 0 ? bytes(0..<3) : bytes(3..<6)
        // The fourth byte has the highest bits of both, the left record's in its upper half.
        case 28:
            let shared = Int(tree[start + 3])
            return bit == 0 ? (shared >> 4) << 24 | bytes(0..<3) : (shared & 15) << 24 | bytes(4..<7)
        default: return bit == 0 ? bytes(0..<4) : bytes(4..<8)
        }
    }
}
