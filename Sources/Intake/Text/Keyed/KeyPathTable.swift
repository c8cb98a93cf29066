/// The keys whose values a format wants, compiled for look-up while a line is scanned.
///
/// A tree: each key that is wanted in an object leads to a node, and a node has the number under which its value is
/// told, or further keys, or both. ``root`` stands for the line's object, and ``nowhere`` for all that has nothing
/// wanted in it, so that scanners need no second way through what they pass over.
///
/// ```swift
/// KeyPathTable([
///     KeyPathTable.Want(["ts"], id: 0),
///     KeyPathTable.Want(["request", "headers", "User-Agent"], ignoresCase: true, id: 1),
/// ])
/// ```
struct KeyPathTable: Sendable {
    /// A value that is wanted.
    struct Want: Equatable, Sendable {
        /// The keys from the line's object inwards; in an array, `0`, `1` and so on choose an element.
        let path: [String]
        /// Whether the last key (numbers aside) is compared without regard to the case of ASCII letters, as the names
        /// of HTTP headers are.
        let ignoresCase: Bool
        /// What the value is told under, chosen by the caller.
        let id: Int

        init(_ path: [String], ignoresCase: Bool = false, id: Int) {
            self.path = path
            self.ignoresCase = ignoresCase
            self.id = id
        }
    }

    /// What is wanted at one place.
    struct Node: Sendable {
        /// One bit per length that a wanted key has, 63 and more sharing the last.
        ///
        /// Most keys of a line are told from the wanted ones by their length alone.
        var lengths: UInt64 = 0
        var id: Int?
        /// The node's edges, one behind the other.
        var edges = 0..<0
        /// The node's part of the slots, a power of two long, and the shift that makes a hash an index into it.
        var slots = 0..<0
        var shift: UInt64 = 63
        /// Whether some keys are compared without regard to case.
        var foldsCase = false
    }

    /// A key, and where it leads.
    struct Edge: Sendable {
        let key: PackedKey
        /// Where the table has the key, in small letters if case does not count.
        let bytes: Range<Int>
        let foldsCase: Bool
        /// The number that the key is in an array.
        let element: Int32?
        let node: Int32
    }

    /// The place of what is not wanted.
    static let nowhere: Int32 = 0
    /// The place of the line's object.
    static let root: Int32 = 1

    private(set) var nodes = [Node(), Node()]
    private(set) var edges: [Edge] = []
    /// The number of an edge + 1; 0 is free.
    private(set) var slots: [Int32] = []
    private(set) var keyBytes: [UInt8] = []

    /// Compiles `wants`.
    ///
    /// Of two wants with one path the first counts, and an exact key goes before one that ignores case. The empty path,
    /// and paths deeper than any line, lead nowhere.
    init(_ wants: [Want]) {
        var tree = KeyTree()
        for want in wants where (1...JSONScanner.maximumDepth).contains(want.path.count) { tree.insert(want) }
        tree.settle()
        compile(tree, at: Int(KeyPathTable.root))
    }

    /// Lays out the edges of one place next to each other, and then those of the places below.
    private mutating func compile(_ tree: KeyTree, at place: Int) {
        var node = Node(id: tree.id, edges: edges.count..<edges.count + tree.children.count)
        for child in tree.children {
            let start = keyBytes.count
            keyBytes += child.key
            edges.append(
                Edge(
                    key: PackedKey(child.key.span, child.key.indices), bytes: start..<keyBytes.count,
                    foldsCase: child.foldsCase, element: KeyPathTable.element(child.key), node: Int32(nodes.count)))
            nodes.append(Node())
            node.lengths |= KeyPathTable.lengthBit(child.key.count)
            node.foldsCase = node.foldsCase || child.foldsCase
        }
        if !node.edges.isEmpty { fillSlots(of: &node) }
        nodes[place] = node
        for (edge, child) in zip(node.edges, tree.children) { compile(child.tree, at: Int(edges[edge].node)) }
    }

    /// Gives a node at least four slots per edge, so that most look-ups touch one.
    private mutating func fillSlots(of node: inout Node) {
        var bits = 2
        while 1 << bits < node.edges.count * 4 { bits += 1 }
        node.shift = UInt64(64 - bits)
        node.slots = slots.count..<slots.count + 1 << bits
        slots.append(contentsOf: repeatElement(0, count: node.slots.count))
        for edge in node.edges {
            var slot = edges[edge].key.slot(shift: node.shift)
            while slots[node.slots.lowerBound + slot] != 0 { slot = (slot + 1) & (node.slots.count - 1) }
            slots[node.slots.lowerBound + slot] = Int32(edge + 1)
        }
    }

    /// The number that a key is in an array: digits without a leading zero.
    static func element(_ key: [UInt8]) -> Int32? {
        guard key.allSatisfy({ ASCII.digit($0) < 10 }), key.count == 1 || key.first != ASCII.zero else { return nil }
        return Int32(String(decoding: key, as: UTF8.self))
    }

    @inline(__always)
    static func lengthBit(_ count: Int) -> UInt64 { 1 << UInt64(min(count, 63)) }
}
