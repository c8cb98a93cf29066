public import Events

/// How far the days were frozen when one writer began to have lines of them on the way.
///
/// One byte a day and quarter of an hour: a writer shares the one up to which a day was frozen when it decided which of the
/// day's lines come late.
public final class HourLocks {
    /// Quarters of an hour that no day reaches.
    private static let quarters: Int64 = 256
    private let path: String
    private let descriptor: Int32

    init(path: String) throws {
        self.path = path
        descriptor = try FileSystem.openLock(path)
    }

    deinit {
        FileSystem.close(descriptor)
    }

    /// Makes those wait who want no lines to be on the way that came before the day was frozen up to a later quarter.
    /// - Returns: false if somebody wants that already; then the day is frozen up to a later one.
    public func hold(_ day: Day, quarter: Int) throws -> Bool {
        try FileSystem.lock(
            descriptor, at: HourLocks.place(day, quarter), .shared, waiting: false, path: path)
    }

    /// Lets all days go.
    public func releaseAll() throws {
        try FileSystem.unlock(descriptor, path: path)
    }

    /// Waits until nobody has lines on the way that came before the day was frozen up to a quarter.
    func drain(_ day: Day, before quarter: Int) throws {
        guard quarter > 0 else { return }
        _ = try FileSystem.lock(
            descriptor, at: HourLocks.place(day, 0), count: Int64(quarter), .exclusive, waiting: true, path: path)
        try releaseAll()
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
