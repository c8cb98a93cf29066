public import Events

/// How far the days were frozen when one writer began to have lines of them on the way.
///
/// One byte a day and quarter of an hour: a writer shares the one up to which a day was frozen when it decided which of the
/// day's lines come late.
public final class HourLocks {
    /// Quarters of an hour that no day reaches.
    private static let quarters: Int64 = 256
    private let bytes: ByteLocks

    init(path: String) throws {
        bytes = try ByteLocks(path: path)
    }

    /// Makes those wait who want no lines to be on the way that came before the day was frozen up to a later quarter.
    /// - Returns: false if somebody wants that already; then the day is frozen up to a later one.
    public func hold(_ day: Day, quarter: Int) throws -> Bool {
        try bytes.hold(HourLocks.place(day, quarter))
    }

    /// Lets all days go.
    public func releaseAll() throws {
        try bytes.releaseAll()
    }

    /// Waits until nobody has lines on the way that came before the day was frozen up to a quarter.
    func drain(_ day: Day, before quarter: Int) throws {
        let first = HourLocks.place(day, 0)
        _ = try bytes.drain(first..<first + Int64(max(0, quarter)), waiting: true)
    }

    private static func place(_ day: Day, _ quarter: Int) -> Int64 {
        day.lockPlace * quarters + min(Int64(quarter), quarters - 1)
    }
}

extension Store {
    /// The locks by which a writer shows how far days were frozen when it began to have lines of them on the way.
    public func hourLocks() throws -> HourLocks {
        try HourLocks(path: layout.hourLocks)
    }

    /// Waits until all lines are on record that came before a day was frozen up to a quarter of an hour.
    public func drainHours(of day: Day, before quarter: Int) throws {
        try hourLocks().drain(day, before: quarter)
    }
}
