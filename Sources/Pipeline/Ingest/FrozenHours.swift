import Events
import Store

/// Tells which lines come too late for a day that is still open, because its hours were released: <doc:Today>.
///
/// What is told of a day stays true until the commit. How far a day is frozen is read again after that has been locked,
/// because it may have been frozen further in between, and nobody would wait for these lines.
final class FrozenHours {
    private let store: Store
    private let calendar: LineCalendar
    private let locks: HourLocks
    /// The instant before which each day was frozen when its first line came; the day's start if it was not.
    private var ends: [Day: Int64] = [:]
    private var current: (day: LocalDay, end: Int64)?

    init(store: Store, calendar: LineCalendar) throws {
        self.store = store
        self.calendar = calendar
        locks = try store.hourLocks()
    }

    /// Whether a line comes too late for its day itself.
    func isLate(ofMilliseconds time: Int64) throws -> Bool {
        let second = time >= 0 ? time / 1000 : (time - 999) / 1000
        if let current, current.day.range.contains(second) { return second < current.end }
        let day = try calendar.localDay(at: second)
        let end = try end(of: day)
        current = (day, end)
        return second < end
    }

    /// The instant (UTC seconds) before which lines come too late for the day itself.
    func end(of day: LocalDay) throws -> Int64 {
        if let known = ends[day.day] { return known }
        for _ in 0..<100 {
            let frozen = try frozenEnd(of: day)
            let quarter = Int((frozen - day.range.lowerBound) / 900)
            guard try locks.hold(day.day, quarter: quarter), try frozenEnd(of: day) == frozen else { continue }
            ends[day.day] = frozen
            return frozen
        }
        throw StoreError(.busy, "The hours of \(day.day) are released again and again. Run the command again.")
    }

    /// No lines are on the way: nobody has to wait.
    func release() throws {
        guard !ends.isEmpty else { return }
        ends = [:]
        current = nil
        try locks.releaseAll()
    }

    private func frozenEnd(of day: LocalDay) throws -> Int64 {
        try store.catalog.frozenEnd(of: day.day) ?? day.range.lowerBound
    }
}
