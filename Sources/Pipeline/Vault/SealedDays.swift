import Events
import Privacy
import Store

/// What the lines of each day are sealed to, held from the first line until the commit.
///
/// A day may be destroyed meanwhile: what is sealed to it can be opened by nobody then, and the commit leaves it out.
final class SealedDays {
    private let catalog: Catalog
    private let directory: KeyDirectory
    /// By whose terms lines are kept.
    var retention: Retention
    private let today: () throws -> Day
    private var held: [Day: SealedPair?] = [:]

    /// - Parameter today: the day by which terms are judged.
    init(catalog: Catalog, directory: KeyDirectory, retention: Retention, today: @escaping () throws -> Day) {
        self.catalog = catalog
        self.directory = directory
        self.retention = retention
        self.today = today
    }

    /// Whether lines of the kind are kept at all.
    func keeps(_ kind: RetentionClass) -> Bool { retention[kind] != .none }

    /// What the lines of a day are sealed to; nil if they are not kept, because the day's term is over or the day was
    /// destroyed.
    func key(of day: Day, _ kind: RetentionClass) throws -> SealedPair? {
        if let known = held[day] { return known }
        let isOver = try retention[kind].lastDay(for: day).map { try $0 < today() } ?? false
        let key = try isOver || !catalog.isSealable(day) ? nil : directory.dayKey(day) { try catalog.isSealable(day) }
        held[day] = .some(key)
        return key
    }

    /// Forgets all keys, after a commit.
    func release() {
        held.removeAll()
    }
}
