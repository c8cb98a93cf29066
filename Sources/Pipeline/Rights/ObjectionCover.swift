import Events
import Intake
import Privacy
import Store

/// Tells of sealed lines which of them objections cover: those that were in force when the lines came, and those that count for
/// what is there already.
///
/// Objections of corrections that an epoch's events heed do not count: lines that were left out while they were under way have
/// come back with what is right.
final class ObjectionCover {
    /// What a row is to the list of objections.
    struct Cover {
        var fate = LineFate.kept
        /// The requests by which the row is not kept, of those that were asked for.
        var requests: Set<Int> = []
        /// The requests by which it was left out when it came.
        var leftOutBy: Set<Int> = []
        /// The requests of which it bears an identifier behind somebody else's, whose row it is.
        var contestedBy: Set<Int> = []
    }

    /// The objections that count for the lines of one revision and day, by a policy.
    private struct Lists {
        /// Those that were in force when the lines came.
        var then: SubjectMatcher
        /// Those that count now.
        var now: SubjectMatcher
        let tagger: SubjectTagger
        /// The requests that ask for a tag.
        let requests: [SubjectTag: Set<Int>]
    }

    private struct Place: Hashable {
        let revision: Int64
        let day: Day
        let policy: String
        /// The requests whose objections do not count.
        let heeded: Set<Int>
    }

    /// So many lists are remembered.
    private static let mostLists = 4

    private let catalog: Catalog
    private let makeTagger: (PolicyOptions) throws -> SubjectTagger
    private var objections: [Int64: [Objection]] = [:]
    private var lists: [Place: Lists] = [:]
    private var heeded: [Epoch: Set<Int>] = [:]

    init(catalog: Catalog, directory: KeyDirectory) {
        self.catalog = catalog
        makeTagger = { options in
            guard let key = try directory.suppressionKey(create: true) else {
                throw JobError(.missing, "There is no suppression key. Restore the key directory.")
            }
            return SubjectTagger(key: key, options: options)
        }
    }

    /// Tells of each row of a batch whether it is among the events, by the lists as they stand at the call.
    ///
    /// - Parameters:
    ///   - file: that holds the lines.
    ///   - policy: that let them through the gate.
    ///   - finishing: corrections of which it is told how things are once the epoch's events heed them.
    func covers(
        _ batch: RawBatch, of file: SealedFile, by policy: Policy, finishing: Set<Int> = []
    ) throws -> [Cover] {
        var covers = [Cover](repeating: Cover(), count: batch.rowCount)
        let place = Place(
            revision: file.revision, day: file.name.day, policy: policy.digest,
            heeded: try heeded(by: file).union(finishing))
        var lists = try self.lists(place, policy.options)
        lists.now.reset()
        for (row, match) in lists.now.match(batch).enumerated() {
            if match.isSubject {
                covers[row].fate = .takenOut
                covers[row].requests = ObjectionCover.requests(row, match, of: batch, lists)
            } else if match.isContested {
                covers[row].contestedBy = ObjectionCover.requests(row, match, of: batch, lists)
            }
        }
        lists.then.reset()
        for (row, match) in lists.then.match(batch).enumerated() where match.isObjector {
            covers[row].fate = .neverIn
            covers[row].leftOutBy = ObjectionCover.requests(row, match, of: batch, lists)
        }
        return covers
    }

    /// Reads the list anew at the next call.
    func forget() {
        objections = [:]
        lists = [:]
        heeded = [:]
    }

    /// The corrections that the events heed which are those of a file's lines.
    private func heeded(by file: SealedFile) throws -> Set<Int> {
        guard let supplement = file.supplement else { return [] }
        let epoch = Epoch(day: file.name.day, supplement: supplement)
        if let known = heeded[epoch] { return known }
        let found = try catalog.corrections().filter { try catalog.rebuiltEpochs(forRequest: $0)[epoch] != nil }
        heeded[epoch] = found
        return found
    }

    private func lists(_ place: Place, _ options: PolicyOptions) throws -> Lists {
        if let known = lists[place] { return known }
        let all = try objections(at: place.revision).filter {
            ($0.day == nil || $0.day == place.day) && !place.heeded.contains(Int($0.request))
        }
        let tagger = try makeTagger(options)
        let made = Lists(
            then: SubjectMatcher(Set(all.filter { $0.since > 0 }.map(\.tag)), tagger),
            now: SubjectMatcher(Set(all.map(\.tag)), tagger), tagger: tagger,
            requests: Dictionary(all.map { ($0.tag, [Int($0.request)]) }, uniquingKeysWith: { $0.union($1) }))
        if lists.count == ObjectionCover.mostLists { lists = [:] }
        lists[place] = made
        return made
    }

    private func objections(at revision: Int64) throws -> [Objection] {
        if let known = objections[revision] { return known }
        let read = try catalog.objections(at: revision)
        objections[revision] = read
        return read
    }

    private static func requests(_ row: Int, _ match: SubjectMatch, of batch: RawBatch, _ lists: Lists) -> Set<Int> {
        var tags = lists.tagger.strongTags(of: batch, row: row)
        if match.contains(.address) {
            let client = RecordField.text(.client).text(of: batch, row: row) { $0.copied } ?? []
            tags.formUnion(lists.tagger.tags(of: SubjectIdentifier(.address, client)))
        }
        return tags.reduce(into: []) { $0.formUnion(lists.requests[$1] ?? []) }
    }
}
