import Events
import Intake
import Privacy
import Store

/// The corrections on record that concern the lines of one day.
final class Corrections {
    private struct Entry {
        let request: Int
        let tags: Set<SubjectTag>
        let document: CorrectionDocument
    }

    private let makeTagger: (PolicyOptions) throws -> SubjectTagger
    private let entries: [Entry]

    /// - Throws: ``RebuildRefusal/fileUnreadable`` if a correction cannot be opened.
    convenience init(_ rights: RightsRun, of day: Day) throws {
        try self.init(rights.store, rights.site.directory, rights.opener, of: day) { _ in
            throw RebuildRefusal.fileUnreadable
        }
    }

    /// - Parameter unreadable: is told of each file that cannot be opened.
    init(
        _ store: Store, _ directory: KeyDirectory, _ opener: VaultOpener, of day: Day,
        unreadable: (SealedFile) throws -> Void
    ) throws {
        makeTagger = { SubjectTagger(key: try Restriction.key(of: directory), options: $0) }
        var entries: [Entry] = []
        // A correction lies under the last day that it concerns.
        for last in try store.catalog.sealedDays(.corrections) where last >= day {
            for source in try store.sealedSources(.corrections, of: last) {
                guard case .correction(let request) = source.file.pair,
                    let key = try opener.open(source.file.pair),
                    let bytes = try? SealedDocument.open(
                        source.read(0, Int(source.size)), name: source.file.name, with: key.half),
                    let document = CorrectionDocument.decode(bytes)
                else {
                    try unreadable(source.file)
                    continue
                }
                entries.append(Entry(request: request, tags: document.tags(for: day), document: document))
            }
        }
        self.entries = entries.sorted { $0.request < $1.request }
    }

    /// Of each row of a batch, the corrections that concern it.
    func find(_ batch: RawBatch, _ policy: Policy) throws -> [Set<Int>] {
        var found = [Set<Int>](repeating: [], count: batch.rowCount)
        for entry in entries {
            for row in try rows(of: entry, in: batch, policy) { found[row].insert(entry.request) }
        }
        return found
    }

    /// Puts right what they say of the rows of a batch; of two about one field the later one counts.
    ///
    /// - Returns: of each row, the corrections that concern it.
    @discardableResult
    func putRight(_ batch: inout RawBatch, _ policy: Policy) throws -> [Set<Int>] {
        let found = try find(batch, policy)
        for entry in entries {
            let rows = found.indices.filter { found[$0].contains(entry.request) }
            for (field, value) in entry.document.fields { batch.put(value.span, in: field, of: rows) }
        }
        return found
    }

    /// What is right of one row's fields, by the names that letters have for them; of two about one field the later one counts.
    func values(_ batch: RawBatch, row: Int, _ options: PolicyOptions) throws -> [(field: String, value: [UInt8])] {
        guard !entries.isEmpty else { return [] }
        let tagger = try makeTagger(options)
        var values: [String: [UInt8]] = [:]
        for entry in entries where SubjectMatcher(entry.tags, tagger).match(batch, row: row).isSubject {
            values.merge(entry.document.values) { $1 }
        }
        return RequestLetter.correctable.compactMap { name, _ in values[name].map { (name, $0) } }
    }

    private func rows(of entry: Entry, in batch: RawBatch, _ policy: Policy) throws -> [Int] {
        var matcher = SubjectMatcher(entry.tags, try makeTagger(policy.options))
        return matcher.match(batch).enumerated().filter { $0.element.isSubject }.map(\.offset)
    }
}
