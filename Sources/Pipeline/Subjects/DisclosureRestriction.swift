import Events
import Privacy
import Store

/// Tells which lines of a subject a disclosure does not show.
struct DisclosureRestriction {
    enum Standing {
        case free
        /// The subject has had them erased, and a law keeps them.
        case erased
        /// Somebody else, whom they name too, has objected.
        case others
    }

    private var others: RestrictedRows
    private var erased: RestrictedRows

    init(_ catalog: Catalog, _ search: SubjectSearch) throws {
        let subject = search.subject
        // An address may have been listed for somebody else.
        let known = subject.strong.isEmpty ? subject.addresses : subject.strong
        let tags = Set(known.flatMap { search.tagger.tags(of: $0) })
        let objections = try catalog.objections(at: catalog.objectionRevision())
        let requests = Set(objections.filter { tags.contains($0.tag) }.map(\.request))
        erased = RestrictedRows(
            objections.filter { requests.contains($0.request) && $0.since == 0 }, search.tagger)
        others = RestrictedRows(objections.filter { !requests.contains($0.request) }, search.tagger)
    }

    mutating func standing(of line: SubjectLine) -> Standing {
        // A line that is not parsed names its subject alone, as far as can be told.
        guard let (batch, row) = line.row else { return erased.isEmpty ? .free : .erased }
        if others.isRestricted(batch, row: row, of: line.day) { return .others }
        return erased.isRestricted(batch, row: row, of: line.day) ? .erased : .free
    }
}
