import FuzzSupport
import Privacy

@testable import Pipeline
@testable import Store

/// A catalog of known contents, and what it may know: the portions of everything that was fed.
///
/// A line is a number; ``text(_:)`` gives its bytes.
struct KnownInputs {
    /// One catalog serves many runs: each run has a scope of its own, and contents of another scope are not known.
    nonisolated(unsafe) private static var catalog: Catalog?
    nonisolated(unsafe) private static var runCount = 0

    private let catalog: Catalog
    private let scope: String
    /// The portions that may be known, from where a chain can have begun to where an end can have been put on record.
    private var portions: Set<ArraySlice<Int>> = []
    var month = 0

    init() throws {
        if unsafe KnownInputs.runCount % 256 == 0 { unsafe KnownInputs.catalog = nil }
        let catalog = try unsafe KnownInputs.catalog ?? Catalog(path: ":memory:")
        unsafe KnownInputs.catalog = catalog
        unsafe KnownInputs.runCount += 1
        self.catalog = catalog
        scope = "\(unsafe KnownInputs.runCount)"
    }

    /// The bytes of a line, with its line end: not less than a start tag covers, and different for each number.
    static func text(_ line: Int) -> [UInt8] {
        Array("\(line) 198.51.100.7 - [01/Mar/2026] /page/\(String(repeating: "x", count: line * 37 % 120))\n".utf8)
    }

    /// Reads an input and remembers it.
    ///
    /// - Parameters:
    ///   - linesPerPiece: how many lines are read at a time.
    ///   - commits: whether to commit whenever nothing is in doubt, and not only in the end.
    mutating func read(_ lines: [Int], linesPerPiece: Int, commits: Bool) throws -> Reading {
        var identity = try identity()
        var reading = Reading(lines)
        for piece in stride(from: 0, to: lines.count, by: linesPerPiece) {
            try reading.absorb(piece..<min(piece + linesPerPiece, lines.count), &identity, portions)
            if commits, !identity.isInDoubt {
                try record(identity.updates(isWithinLine: false), of: &identity)
                reading.note()
            }
        }
        let isKnown = try identity.isInDoubt && identity.endIsKnown()
        reading.finish(isKnown: isKnown, portions)
        try record(isKnown ? identity.settledUpdates() : identity.updates(isWithinLine: false), of: &identity)
        portions.formUnion(reading.portions)
        return reading
    }

    /// Reads an input; nothing is remembered.
    func trial(_ lines: [Int], linesPerPiece: Int) throws -> Reading {
        var identity = try identity()
        var reading = Reading(lines)
        for piece in stride(from: 0, to: lines.count, by: linesPerPiece) {
            try reading.absorb(piece..<min(piece + linesPerPiece, lines.count), &identity, portions)
        }
        reading.finish(isKnown: try identity.isInDoubt && identity.endIsKnown(), portions)
        return reading
    }

    private func identity() throws -> InputIdentity {
        try InputIdentity(keys: (0...month).reversed().map(FixedKeys.contentKey), scope: scope, catalog: catalog)
    }

    private func record(_ updates: [ContentUpdate], of identity: inout InputIdentity) throws {
        var commit = Commit()
        commit.inputs = [InputUpdate(contents: updates, source: nil, revision: identity.revision)]
        let receipt = try catalog.record(commit, writer: "fuzz-1")
        identity.recorded(receipt.places[0], revision: receipt.revision)
    }
}
