extension KeyPathTable {
    /// The number under which the value at `node` is told; nil if it is not wanted.
    @inline(__always)
    func id(of node: Int32) -> Int? { nodes[Int(node)].id }

    func hasChildren(_ node: Int32) -> Bool { !nodes[Int(node)].edges.isEmpty }

    /// Where the key at `key` of `bytes` leads from `node`.
    @inline(__always)
    func child(of node: Int32, _ bytes: Span<UInt8>, _ key: Range<Int>) -> Int32 {
        guard nodes[Int(node)].lengths & KeyPathTable.lengthBit(key.count) != 0 else { return KeyPathTable.nowhere }
        return find(node, bytes, key)
    }

    /// Where the element with the number `element` of an array leads.
    @inline(__always)
    func child(of node: Int32, element: Int32) -> Int32 {
        if node == KeyPathTable.nowhere { return KeyPathTable.nowhere }
        for edge in nodes[Int(node)].edges where edges[edge].element == element { return edges[edge].node }
        return KeyPathTable.nowhere
    }

    private func find(_ node: Int32, _ bytes: Span<UInt8>, _ key: Range<Int>) -> Int32 {
        let packed = PackedKey(bytes, key)
        if let found = find(node, packed, bytes, key, foldsCase: false) { return found }
        guard nodes[Int(node)].foldsCase else { return KeyPathTable.nowhere }
        return find(node, packed.folded, bytes, key, foldsCase: true) ?? KeyPathTable.nowhere
    }

    @inline(__always)
    private func find(
        _ node: Int32, _ packed: PackedKey, _ bytes: Span<UInt8>, _ key: Range<Int>, foldsCase: Bool
    ) -> Int32? {
        let part = nodes[Int(node)].slots
        var slot = packed.slot(shift: nodes[Int(node)].shift)
        while case let number = Int(slots[part.lowerBound + slot]), number > 0 {
            let edge = edges[number - 1]
            if edge.key == packed, edge.foldsCase == foldsCase,
                packed.count <= 16 || isSame(edge, bytes, key)
            {
                return edge.node
            }
            slot = (slot + 1) & (part.count - 1)
        }
        return nil
    }

    /// Compares the bytes of a key that a ``PackedKey`` does not hold.
    private func isSame(_ edge: Edge, _ bytes: Span<UInt8>, _ key: Range<Int>) -> Bool {
        var offset = 8
        while offset < key.count - 8 {
            // The last word may overlap with what is compared already.
            let place = min(offset, key.count - 16)
            let word = bytes.word(at: key.lowerBound + place)
            let expected = keyBytes.span.word(at: edge.bytes.lowerBound + place)
            guard (edge.foldsCase ? PackedKey.fold(word) : word) == expected else { return false }
            offset += 8
        }
        return true
    }
}
