/// The keys of a ``KeyPathTable`` while it is compiled.
struct KeyTree {
    struct Child {
        let key: [UInt8]
        let foldsCase: Bool
        var tree = KeyTree()
    }

    var id: Int?
    var children: [Child] = []

    /// Adds a want's path below this place.
    mutating func insert(_ want: KeyPathTable.Want) {
        let path = want.path.map { Array($0.utf8) }
        let lastName = want.ignoresCase ? path.lastIndex { KeyPathTable.element($0) == nil } : nil
        insert(path, from: 0, foldedAt: lastName, id: want.id)
    }

    private mutating func insert(_ path: [[UInt8]], from first: Int, foldedAt folded: Int?, id wanted: Int) {
        if first == path.count {
            if id == nil { id = wanted }
            return
        }
        let foldsCase = first == folded
        let key = foldsCase ? path[first].map(KeyTree.small) : path[first]
        let place =
            children.firstIndex { $0.key == key && $0.foldsCase == foldsCase }
            ?? {
                children.append(Child(key: key, foldsCase: foldsCase))
                return children.count - 1
            }()
        children[place].tree.insert(path, from: first + 1, foldedAt: folded, id: wanted)
    }

    /// Lets keys that are compared exactly stand for what the same keys stand for in any case.
    ///
    /// A look-up follows one of the two, and `{"event": "click"}` is wanted beside `{"event": {"name": "click"}}`.
    mutating func settle() {
        for place in children.indices where !children[place].foldsCase {
            let small = children[place].key.map(KeyTree.small)
            if let folded = children.first(where: { $0.foldsCase && $0.key == small }) {
                children[place].tree.inherit(folded.tree)
            }
        }
        for place in children.indices { children[place].tree.settle() }
    }

    private mutating func inherit(_ other: KeyTree) {
        if id == nil { id = other.id }
        for child in other.children {
            if let place = children.firstIndex(where: { $0.key == child.key && $0.foldsCase == child.foldsCase }) {
                children[place].tree.inherit(child.tree)
            } else {
                children.append(child)
            }
        }
    }

    private static func small(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }
}
