import Events
import Privacy
import Store

/// Tells which lines of a subject a disclosure does not show.
struct DisclosureRestriction {
    enum Standing {
        case free
        /// The subject has had them erased, and a law keeps them.
        case erased
        /// Somebody else, whom they name too, has objected; who reads the answer is not told so.
        case others
    }

    private var others: RestrictedRows
    private var erased: RestrictedRows
    private let search: SubjectSearch
    /// What the others are known by where nothing but text is known; nil before it is asked for.
    private var othersText: [SubjectText]?

    init(_ catalog: Catalog, _ search: SubjectSearch) throws {
        self.search = search
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

    mutating func standing(of line: SubjectLine) throws -> Standing {
        guard let (batch, row) = line.row else {
            if try namesOthers(line.bytes) { return .others }
            return erased.isEmpty ? .free : .erased
        }
        if others.isRestricted(batch, row: row, of: line.day) { return .others }
        return erased.isRestricted(batch, row: row, of: line.day) ? .erased : .free
    }

    private mutating func namesOthers(_ line: [UInt8]) throws -> Bool {
        guard !others.isEmpty else { return false }
        let text = try othersText ?? SubjectText(search.objectors(others.objections)).map { [$0] } ?? []
        othersText = text
        return text.contains { !$0.lines(of: line.span).isEmpty }
    }
}
