import Events
import Intake
import Privacy
import Store

/// Holds the lines of an ingest against the list of objections as it is when they are parsed: <doc:Objections>.
///
/// From the first line until the commit the revision in use is locked, so that those who have changed the list can wait
/// until no line is on the way that was held against an earlier one.
final class ObjectionWatch {
    private let store: Store
    private let directory: KeyDirectory
    private let locks: ObjectionLocks
    private let calendar: LineCalendar
    /// By which user ids are compared; changed only while no lines are on the way.
    var options: PolicyOptions {
        didSet { list = nil }
    }
    private var list: ObjectionList?
    /// The revisions that are locked, the one in use last.
    private var held: [Int64] = []
    private var sightings: [PossessionSighting] = []

    init(store: Store, directory: KeyDirectory, options: PolicyOptions, calendar: LineCalendar) throws {
        self.store = store
        self.directory = directory
        self.options = options
        self.calendar = calendar
        locks = try store.objectionLocks()
    }

    /// The revision that lines are held against; 0 before the first ``renew()``.
    var revision: Int64 { list?.revision ?? 0 }

    /// Whether lines have been seen by which identifiers are proved, and are not on record yet.
    var hasSightings: Bool { !sightings.isEmpty }

    /// Whether lines are on the way that were held against an earlier revision.
    var isOutdated: Bool { held.count > 1 }

    /// Sees to it that the lines parsed next are held against the list as it is now.
    ///
    /// The revision is read again after it has been locked, because the list may have changed in between, and nobody would
    /// wait for these lines.
    func renew() throws {
        for _ in 0..<100 {
            let revision = try store.catalog.objectionRevision()
            if held.last == revision, list?.revision == revision { return }
            guard try locks.hold(revision) else { continue }
            held.append(revision)
            guard try store.catalog.objectionRevision() == revision else { continue }
            if list?.revision != revision { list = try load(revision) }
            return
        }
        throw StoreError(.busy, "The list of objections changes again and again. Run the command again.")
    }

    /// Whether each row of the batch from `first` on is an objector's; an empty array if none is.
    ///
    /// Lines that prove an identifier are taken note of.
    func objectors(in batch: RawBatch, from first: Int) throws -> [Bool] {
        if let seen = list?.sightings(in: batch, from: first) { sightings += seen }
        return try list?.objectors(in: batch, from: first, calendar: calendar) ?? []
    }

    /// Forgets the values of a batch that is emptied.
    func reset() {
        list?.reset()
    }

    /// The lines seen since the last call by which identifiers are proved.
    func takeSightings() -> [PossessionSighting] {
        defer { sightings = [] }
        return sightings
    }

    /// Nothing is on the way: nobody has to wait.
    func release() throws {
        guard !held.isEmpty else { return }
        held = []
        sightings = []
        try locks.releaseAll()
    }

    private func load(_ revision: Int64) throws -> ObjectionList {
        let objections = try store.catalog.objections(at: revision)
        let possessions = try store.catalog.openPossessions()
        var tagger: SubjectTagger?
        if !objections.isEmpty || !possessions.isEmpty {
            guard let key = try directory.suppressionKey(create: false) else {
                throw JobError(
                    .configuration,
                    "The key of the list of objections is not in \(directory.path), but people have objected. Restore the key directory, or"
                        + " name the right one with --keys.")
            }
            tagger = SubjectTagger(key: key, options: options)
        }
        return ObjectionList(
            revision: revision, objections: objections, possessions: possessions, tagger: tagger)
    }
}
