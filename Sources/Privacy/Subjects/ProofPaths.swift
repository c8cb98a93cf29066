public import Events
public import Intake

/// Finds the rows that ask for a one-time path, by which somebody proves that an identifier is theirs.
///
/// All such paths begin alike, so that the others are passed over without a tag. What the server has turned away (401, 403) proves
/// nothing.
public struct ProofPaths: Sendable {
    /// A row that asks for a path which begins like one.
    public struct Sighting: Sendable {
        public let path: SubjectTag
        public let row: Int
        /// The tags of the strong identifiers of the row.
        public let identifiers: Set<SubjectTag>
    }

    /// What the paths begin with.
    public static let prefix = "/.well-known/footfall-proof/"

    private let tagger: SubjectTagger
    /// By index of the target.
    private var paths: [UInt32: SubjectTag] = [:]
    /// How many distinct targets have been looked at.
    private var targetCount = 0

    public init(_ tagger: SubjectTagger) {
        self.tagger = tagger
    }

    /// The rows from `row` on that ask for such a path.
    ///
    /// The batch may only have grown since the last call, unless ``reset()`` has come between.
    public mutating func sightings(in batch: RawBatch, from row: Int) -> [Sighting] {
        let targets = batch[.target]
        while targetCount < targets.dictionary.count {
            targets.dictionary.withValue(targetCount) { target in
                if ProofPaths.isOne(target) { paths[UInt32(targetCount)] = tagger.targetTag(target) }
            }
            targetCount += 1
        }
        guard !paths.isEmpty, !targets.indices.isEmpty else { return [] }
        return (row..<batch.rowCount).compactMap { row in
            // Servers log names of users that they have turned away.
            if [401, 403].contains(batch[.status].value(row)) { return nil }
            return paths[targets.indices[row]].map {
                Sighting(path: $0, row: row, identifiers: tagger.strongTags(of: batch, row: row))
            }
        }
    }

    /// Forgets the targets of a batch that is emptied.
    public mutating func reset() {
        paths = [:]
        targetCount = 0
    }

    private static func isOne(_ target: Span<UInt8>) -> Bool {
        let path = target.extracting(RequestTarget(target).path)
        return path.count > prefix.utf8.count && path.extracting(0..<prefix.utf8.count).equals(prefix)
    }
}
