import Events
import Intake
import Privacy
import Store

/// Finds the pseudonyms under which rows of an epoch that is not closed are to be left out.
///
/// While the epoch's key lives they can be made: the gate makes them of the identifiers of the lines that objections cover, each
/// alone, so that none of somebody else is among them who stands on the same line.
struct OpenEpochErasure {
    /// What was found.
    struct Found {
        var pseudonyms: Set<ErasedPseudonym> = []
        /// Rows that go, by request.
        var rows: [Int: Int] = [:]
        /// Whether all rows that go bear one of the pseudonyms, and nobody else's does.
        var isWhole = true
    }

    /// Columns of which each tells who somebody is.
    private static let columns: [RawBatch.Text] = [.user, .cookie, .device, .mac]

    let environment: JobEnvironment
    let store: Store
    let directory: KeyDirectory
    let opener: VaultOpener
    let calendar: StoreCalendar
    let cover: ObjectionCover
    let seed: UInt64

    /// - Returns: nil if the epoch has no key, and so no rows.
    func find(_ epoch: Epoch) throws -> Found? {
        guard let key = try directory.epochKey(epoch, create: false) else { return nil }
        let gates = try RecordedGates(
            environment: environment, store: store, day: calendar.localDay(epoch.day), key: key, seed: seed)
        var found = Found()
        try forEachBatch(epoch) { batch, file, policy in
            let covers = try cover.covers(batch, of: file, by: gates.policy(policy))
            for cover in covers where cover.fate == .takenOut {
                for request in cover.requests { found.rows[request, default: 0] += 1 }
            }
            let gone = covers.indices.filter { covers[$0].fate == .takenOut }
            guard !gone.isEmpty else { return }
            let probes = probes(of: gone, in: batch)
            let probed = try cover.covers(probes, of: file, by: gates.policy(policy))
            guard let events = try gates.admit(probes, policy: policy) else { return }
            for (row, cover) in probed.enumerated() where cover.fate != .kept {
                found.pseudonyms.formUnion(OpenEpochErasure.pseudonyms(row, of: events))
            }
        }
        try check(epoch, gates, &found)
        return found
    }

    /// Drops pseudonyms that rows bear which stay, and finds out whether the others are enough.
    private func check(_ epoch: Epoch, _ gates: RecordedGates, _ found: inout Found) throws {
        guard !found.rows.isEmpty else { return }
        var shared: Set<ErasedPseudonym> = []
        try forEachRow(epoch, gates) { fate, pseudonyms in
            if fate == .kept { shared.formUnion(pseudonyms.intersection(found.pseudonyms)) }
        }
        found.pseudonyms.subtract(shared)
        try forEachRow(epoch, gates) { fate, pseudonyms in
            if fate == .takenOut, pseudonyms.isDisjoint(with: found.pseudonyms) { found.isWhole = false }
        }
    }

    private func forEachRow(
        _ epoch: Epoch, _ gates: RecordedGates, _ body: (LineFate, Set<ErasedPseudonym>) -> Void
    ) throws {
        try forEachBatch(epoch) { batch, file, policy in
            let covers = try cover.covers(batch, of: file, by: gates.policy(policy))
            guard let events = try gates.admit(batch, policy: policy) else { return }
            for (row, cover) in covers.enumerated() {
                body(cover.fate, OpenEpochErasure.pseudonyms(row, of: events))
            }
        }
    }

    private static func pseudonyms(_ row: Int, of events: EventBatch) -> Set<ErasedPseudonym> {
        Set(
            [EventField.Identity.visitor, .device].compactMap { field in
                let index = events[field].index(row)
                return index == absentIndex ? nil : ErasedPseudonym(field, events[field].dictionary[Int(index)])
            })
    }

    /// Rows that each have one identifier of these rows; of rows that have no other, the address with the user agent.
    private func probes(of rows: [Int], in batch: RawBatch) -> RawBatch {
        var probes = RawBatch(seed: seed)
        for row in rows {
            var hasStrong = false
            for column in Self.columns {
                RecordField.text(column).text(of: batch, row: row) {
                    probes[column].append($0)
                    probes.endRow(time: batch.time[row])
                    hasStrong = true
                }
            }
            guard !hasStrong else { continue }
            let isWhole = RecordField.text(.client).text(of: batch, row: row) { client in
                // A visitor of IPv6 is a whole network.
                guard client.indices.allSatisfy({ client[$0] != UInt8(ascii: ":") }) else { return false }
                probes[.client].append(client)
                return true
            }
            guard isWhole == true else { continue }
            RecordField.text(.agent).text(of: batch, row: row) { probes[.agent].append($0) }
            probes.endRow(time: batch.time[row])
        }
        return probes
    }

    private func forEachBatch(_ epoch: Epoch, _ body: (RawBatch, SealedFile, _ policy: String) throws -> Void) throws {
        for source in try store.sealedSources(.raw, of: epoch.day) where source.file.supplement == epoch.supplement {
            guard let key = try opener.open(source.file.pair) else { throw RebuildRefusal.fileUnreadable }
            try SealedFrames(source: source).forEach(with: key.half) { frame in
                var batch = RawBatch(seed: seed)
                _ = try frame.parse(into: &batch)
                try body(batch, source.file, frame.context.policy)
            }
        }
    }
}
