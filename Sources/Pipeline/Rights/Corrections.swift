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
    init(_ rights: RightsRun, of day: Day) throws {
        makeTagger = { [directory = rights.site.directory] options in
            SubjectTagger(key: try Restriction.key(of: directory), options: options)
        }
        var entries: [Entry] = []
        // A correction lies under the last day that it concerns.
        for last in try rights.catalog.sealedDays(.corrections) where last >= day {
            for source in try rights.store.sealedSources(.corrections, of: last) {
                guard case .correction(let request) = source.file.pair,
                    let key = try rights.opener.open(source.file.pair),
                    let bytes = try? SealedDocument.open(
                        source.read(0, Int(source.size)), name: source.file.name, with: key.half),
                    let document = CorrectionDocument.decode(bytes)
                else { throw RebuildRefusal.fileUnreadable }
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

    private func rows(of entry: Entry, in batch: RawBatch, _ policy: Policy) throws -> [Int] {
        var matcher = SubjectMatcher(entry.tags, try makeTagger(policy.options))
        return matcher.match(batch).enumerated().filter { $0.element.isSubject }.map(\.offset)
    }
}
