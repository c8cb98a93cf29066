import Events

/// The days of an ingest's lines: the store's calendar, asked for when the first line has been parsed, because a new store
/// may take its zone from the log.
final class LineCalendar {
    private let make: (_ logOffset: Int?) throws -> StoreCalendar
    /// The day of an instant (UTC milliseconds) as far as it is known without fixing the zone of a new store.
    let arrivalDay: (_ time: Int64) throws -> Day
    private var calendar: StoreCalendar?
    private var current: LocalDay?
    private var known: [Day: LocalDay] = [:]
    /// Seconds from UTC in the log's own times, if they say.
    var logOffset: Int?

    init(
        arrivalDay: @escaping (_ time: Int64) throws -> Day,
        _ make: @escaping (_ logOffset: Int?) throws -> StoreCalendar
    ) {
        self.arrivalDay = arrivalDay
        self.make = make
    }

    /// The day that holds an instant.
    func day(ofMilliseconds time: Int64) throws -> Day {
        let second = time >= 0 ? time / 1000 : (time - 999) / 1000
        if let current, current.range.contains(second) { return current.day }
        let local = try localDay(at: second)
        current = local
        return local.day
    }

    /// The day that holds an instant (UTC seconds), and where it lies.
    func localDay(at second: Int64) throws -> LocalDay {
        let calendar = try self.calendar ?? make(logOffset)
        self.calendar = calendar
        let day = calendar.day(of: second)
        if let local = known[day] { return local }
        let local = calendar.localDay(day)
        known[day] = local
        return local
    }
}
