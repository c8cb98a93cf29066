public import Events

/// The epochs that one writer keeps from being closed, because it has rows of them on the way.
public final class EpochLocks {
    private let file: OpenFile

    init(path: String) throws {
        file = try FileSystem.openLock(path)
    }

    /// Keeps an epoch open.
    /// - Returns: false if it is being closed already.
    public func hold(_ epoch: Epoch) throws -> Bool {
        try FileSystem.lock(file, at: epoch.lockPlace, .shared, waiting: false)
    }

    /// Lets all epochs go.
    public func releaseAll() throws {
        try FileSystem.unlock(file)
    }
}

extension Epoch {
    /// The byte of the lock file that stands for the epoch.
    var lockPlace: Int64 { day.lockPlace << 20 | Int64(supplement & 0xFFFFF) }
}

extension Day {
    /// The byte of the lock file that stands for the day.
    var lockPlace: Int64 { Int64(number) + (1 << 31) }
}
