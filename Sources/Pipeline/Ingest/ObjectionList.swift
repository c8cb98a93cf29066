import Events
import Intake
import Privacy
import Store

/// One revision of the list of objections, as lines are held against it, with the paths that prove identifiers.
struct ObjectionList {
    let revision: Int64
    private var everyDay: SubjectMatcher?
    /// For days on which more objections count, all that count on them.
    private var days: [Day: SubjectMatcher] = [:]
    private var paths: ProofPaths?
    private let possessions: [SubjectTag: Possession]

    /// - Parameter tagger: nil if there is nothing to be looked for.
    init(revision: Int64, objections: [Objection], possessions: [Possession], tagger: SubjectTagger?) {
        self.revision = revision
        self.possessions = Dictionary(possessions.map { ($0.path, $0) }) { first, _ in first }
        guard let tagger else { return }
        let always = Set(objections.filter { $0.day == nil }.map(\.tag))
        if !always.isEmpty { everyDay = SubjectMatcher(always, tagger) }
        for day in Set(objections.compactMap(\.day)) {
            days[day] = SubjectMatcher(always.union(objections.filter { $0.day == day }.map(\.tag)), tagger)
        }
        if !possessions.isEmpty { paths = ProofPaths(tagger) }
    }

    /// Whether nobody objects.
    var isEmpty: Bool { everyDay == nil && days.isEmpty }

    /// Whether each row from `first` on is an objector's; an empty array if none is.
    mutating func objectors(
        in batch: RawBatch, from first: Int, calendar: LineCalendar
    ) throws -> [Bool] {
        guard !isEmpty, first < batch.rowCount else { return [] }
        var isObjector =
            everyDay?.match(batch, from: first).map(\.isObjector)
            ?? [Bool](repeating: false, count: batch.rowCount - first)
        if !days.isEmpty {
            let dates = try batch.time[first...].map { try calendar.day(ofMilliseconds: $0) }
            for day in Set(dates).intersection(days.keys) {
                guard let matches = days[day]?.match(batch, from: first) else { continue }
                for (offset, date) in dates.enumerated() where date == day {
                    isObjector[offset] = matches[offset].isObjector
                }
            }
        }
        return isObjector.contains(true) ? isObjector : []
    }

    /// The rows from `first` on that prove something, or fail to.
    mutating func sightings(in batch: RawBatch, from first: Int) -> [PossessionSighting] {
        guard let found = paths?.sightings(in: batch, from: first) else { return [] }
        return found.compactMap { sighting in
            guard let possession = possessions[sighting.path], batch.time[sighting.row] <= possession.until else {
                return nil
            }
            return PossessionSighting(
                request: possession.request, path: sighting.path, time: batch.time[sighting.row],
                identifiers: sighting.identifiers.intersection(possession.identifiers.keys))
        }
    }

    /// Forgets the values of a batch that is emptied.
    mutating func reset() {
        everyDay?.reset()
        for day in days.keys { days[day]?.reset() }
        paths?.reset()
    }
}
