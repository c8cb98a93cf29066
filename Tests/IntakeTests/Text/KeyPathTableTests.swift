import TestSupport
import Testing

@testable import Intake

@Suite("KeyPathTable")
struct KeyPathTableTests {
    typealias Want = KeyPathTable.Want

    private static func id(_ table: KeyPathTable, _ path: String...) -> Int? {
        var node = KeyPathTable.root
        for key in path {
            let bytes = Array(key.utf8)
            node = table.child(of: node, bytes.span, bytes.indices)
        }
        return table.id(of: node)
    }

    @Test("Names of headers are compared without regard to case, their parents are not")
    func foldedCase() {
        let table = KeyPathTable([Want(["headers", "X-Forwarded-For", "0"], ignoresCase: true, id: 4)])
        for name in ["X-Forwarded-For", "x-forwarded-for", "X-FORWARDED-FOR"] {
            #expect(KeyPathTableTests.id(table, "headers", name, "0") == 4)
        }
        #expect(KeyPathTableTests.id(table, "Headers", "X-Forwarded-For", "0") == nil)
        #expect(KeyPathTableTests.id(table, "headers", "X-Forwarded-Fox", "0") == nil)
        // The neighbours of the letters, which differ from each other by the bit of case too.
        #expect(KeyPathTableTests.id(KeyPathTable([Want(["x@[`{"], ignoresCase: true, id: 0)]), "X@[`{") == 0)
        #expect(KeyPathTableTests.id(KeyPathTable([Want(["@["], ignoresCase: true, id: 0)]), "`{") == nil)
        #expect(KeyPathTableTests.id(KeyPathTable([Want(["É"], ignoresCase: true, id: 0)]), "é") == nil)
    }

    @Test("An exact key goes before one that ignores case, and the first of two equal wants counts")
    func precedence() {
        let table = KeyPathTable([
            Want(["Ab"], ignoresCase: true, id: 1), Want(["Ab"], id: 2), Want(["Ab"], id: 3), Want(["c"], id: 5),
        ])
        #expect(KeyPathTableTests.id(table, "Ab") == 2)
        #expect(KeyPathTableTests.id(table, "aB") == 1)
    }

    @Test("An exact key and the same key in any case are kept apart", arguments: [false, true])
    func exactAndFolded(foldedFirst: Bool) {
        let exact = Want(["ab"], id: 1)
        let folded = Want(["ab"], ignoresCase: true, id: 2)
        let table = KeyPathTable(foldedFirst ? [folded, exact] : [exact, folded])
        #expect(KeyPathTableTests.id(table, "ab") == 1)
        #expect(KeyPathTableTests.id(table, "AB") == 2)
    }

    @Test("A place can be wanted and have wanted keys in it")
    func both() {
        let table = KeyPathTable([Want(["a"], id: 0), Want(["a", "b"], id: 1)])
        #expect(KeyPathTableTests.id(table, "a") == 0)
        #expect(KeyPathTableTests.id(table, "a", "b") == 1)
        #expect(KeyPathTableTests.id(table, "a", "c") == nil)
        #expect(KeyPathTableTests.id(table) == nil)
    }

    @Test("The empty path and paths deeper than any line lead nowhere")
    func unreachable() {
        let deep = [String](repeating: "a", count: 100_000)
        let table = KeyPathTable([Want([], id: 0), Want(deep, id: 1)])
        #expect(table.nodes.count == 2)
        #expect(KeyPathTableTests.id(table) == nil)
    }

    @Test("Of keys of every length each is found and none that differs in one byte", arguments: UInt64(0)..<8)
    func everyLength(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let keys = (0..<80).map { length in
            String((0..<length).map { _ in "abcAB_".randomElement(using: &random) ?? "a" })
        }
        let table = KeyPathTable(keys.enumerated().map { Want([$0.element], id: $0.offset) })
        for (id, key) in keys.enumerated() {
            #expect(KeyPathTableTests.id(table, key) == id)
            for index in key.indices {
                let other = key.replacingCharacters(in: index)
                if let found = KeyPathTableTests.id(table, other) { Issue.record("\(other) led to \(found)") }
            }
        }
    }
}

extension String {
    /// The text with a `#` at `index`.
    fileprivate func replacingCharacters(in index: Index) -> String {
        self[..<index] + "#" + self[self.index(after: index)...]
    }
}
