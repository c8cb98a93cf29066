import Events
import Intake
import Privacy
import Store

/// What the carrying out of requests that change data works on.
struct RightsRun {
    let site: RequestSite
    let opener: VaultOpener
    let writer: Writer
    let cover: ObjectionCover
    let restriction: SubjectRestriction
    let seed = UInt64.random(in: 1 ... .max)

    var store: Store { site.store }
    var catalog: Catalog { site.store.catalog }
    var log: AuditLog { site.environment.audit(site.directory) }

    /// Does something while nobody aggregates, in a store that has been recovered.
    static func alone<Outcome>(
        at site: RequestSite, showing key: borrowing PrivateHalf, _ body: (RightsRun) throws -> Outcome
    ) throws -> Outcome {
        let lock = try site.store.lockAggregation()
        defer { withExtendedLifetime(lock) {} }
        try site.store.recover()
        return try body(RightsRun(site, showing: key))
    }

    private init(_ site: RequestSite, showing key: borrowing PrivateHalf) throws {
        self.site = site
        opener = VaultOpener.open(site.directory, by: key, site.officer)
        writer = try site.store.takeWriter(host: site.environment.hostName)
        cover = ObjectionCover(catalog: site.store.catalog, directory: site.directory)
        restriction = SubjectRestriction(
            store: site.store,
            tagger: SubjectTagger(key: try Restriction.key(of: site.directory), options: site.policy.options))
    }

    var rebuild: EpochRebuild {
        EpochRebuild(
            environment: site.environment, store: store, opener: opener, calendar: site.calendar, writer: writer,
            seed: seed)
    }

    var openEpochs: OpenEpochErasure {
        OpenEpochErasure(
            environment: site.environment, store: store, directory: site.directory, opener: opener,
            calendar: site.calendar, cover: cover, seed: seed)
    }

    var resealing: DayResealing {
        DayResealing(store: store, directory: site.directory, opener: opener, writer: writer)
    }

    var replaced: ReplacedPairs { ReplacedPairs(store: store, directory: site.directory, log: log) }

    /// The days whose lines can still be read, ascending.
    func livingDays() throws -> [Day] {
        try catalog.sealedDays().filter { try catalog.isSealable($0) }
    }

    /// Puts events that were made anew on record, with the rows that were taken out or put right for requests.
    func put(_ made: RebuiltEpoch, for rows: [Int: Int]) throws {
        let takenOut = try catalog.takenOutRows(of: made.epoch)
        guard rows.values.contains(where: { $0 > 0 }) || made.takenOut != takenOut else {
            rebuild.discard(made)
            return try catalog.recordRebuilt(made.epoch, for: rows)
        }
        do {
            try store.rebuild(
                Rebuilding(
                    epoch: made.epoch, file: made.file, rowsBefore: made.rowsBefore, takenOut: made.takenOut,
                    requests: rows))
        } catch {
            rebuild.discard(made)
            throw error
        }
        try log.append(
            .rebuilt,
            [.day(.day, made.epoch.day), .count(.number, made.epoch.supplement), .count(.rows, made.rows)])
    }

    /// Puts on record that sealed lines are looked at.
    func recordLook(_ days: [Day]) throws {
        let range = [days.first.map { AuditField.day(.from, $0) }, days.last.map { .day(.to, $0) }]
        try log.append(
            .vaultRead, [.officer(site.officer), .count(.days, days.count)] + range.compactMap(\.self))
    }
}
