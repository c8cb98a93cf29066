public import Events
public import Intake

/// Finds the rows of listed subjects in a batch, while the batch grows.
///
/// A tag is made once per distinct value, and rows follow by their indices. With an empty list nothing is looked at.
public struct SubjectMatcher: Sendable {
    private static let columns = SubjectTagger.strongColumns + [.client]

    private let listed: Set<SubjectTag>
    private let tagger: SubjectTagger
    /// What each distinct value of a column says of its rows, in the order of ``columns``; behind the last one, what
    /// rows without a value say: nothing.
    private var values = [[SubjectMatch]](repeating: [[]], count: SubjectMatcher.columns.count)

    public init(_ listed: Set<SubjectTag>, _ tagger: SubjectTagger) {
        self.listed = listed
        self.tagger = tagger
    }

    /// Whether there is nobody to be found.
    public var isEmpty: Bool { listed.isEmpty }

    /// What the rows from `row` on say, clients resolved; an empty array if the list is empty.
    ///
    /// The batch may only have grown since the last call, unless ``reset()`` has come between.
    public mutating func match(_ batch: RawBatch, from row: Int = 0) -> [SubjectMatch] {
        if isEmpty { return [] }
        var matches = [SubjectMatch](repeating: [], count: batch.rowCount - row)
        for (place, column) in SubjectMatcher.columns.enumerated() where !batch[column].indices.isEmpty {
            grow(place, column, batch[column].dictionary)
            let (indices, known) = (batch[column].indices, values[place])
            for offset in matches.indices {
                matches[offset].add(known[min(Int(indices[row + offset]), known.count - 1)])
            }
        }
        return matches
    }

    /// What one row says, looked at by itself; the batch may be any.
    public func match(_ batch: RawBatch, row: Int) -> SubjectMatch {
        if isEmpty { return [] }
        var found: SubjectMatch = []
        for column in SubjectMatcher.columns where !batch[column].indices.isEmpty {
            let index = batch[column].indices[row]
            guard index != absentIndex else { continue }
            let tags = batch[column].dictionary.withValue(Int(index)) { tagger.tags(of: $0, in: column) }
            found.add(match(tags, in: column))
        }
        return found
    }

    /// Forgets the values of a batch that is emptied.
    public mutating func reset() {
        for place in values.indices {
            values[place].removeAll(keepingCapacity: true)
            values[place].append([])
        }
    }

    /// Looks at the values that are new since the last time.
    private mutating func grow(_ place: Int, _ column: RawBatch.Text, _ dictionary: ByteDictionary) {
        guard values[place].count <= dictionary.count else { return }
        values[place].removeLast()
        for index in values[place].count..<dictionary.count {
            values[place].append(match(dictionary.withValue(index) { tagger.tags(of: $0, in: column) }, in: column))
        }
        values[place].append([])
    }

    private func match(_ tags: [SubjectTag], in column: RawBatch.Text) -> SubjectMatch {
        if tags.isEmpty { return [] }
        let isListed = tags.contains(where: listed.contains)
        if column == .client { return isListed ? .address : [] }
        return isListed ? .own : .foreign
    }
}

extension SubjectMatch {
    /// Adds what the next of a row's identifiers says.
    fileprivate mutating func add(_ next: SubjectMatch) {
        if next.contains(.own), isDisjoint(with: [.own, .foreign]) { insert(.leading) }
        formUnion(next)
    }
}
