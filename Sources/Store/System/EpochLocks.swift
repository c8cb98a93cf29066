public import Events

/// The epochs that one writer keeps from being closed, because it has rows of them on the way.
public final class EpochLocks {
    private let bytes: ByteLocks

    init(path: String) throws {
        bytes = try ByteLocks(path: path)
    }

    /// Keeps an epoch open.
    /// - Returns: false if it is being closed already.
    public func hold(_ epoch: Epoch) throws -> Bool {
        try bytes.hold(epoch.lockPlace)
    }

    /// Lets all epochs go.
    public func releaseAll() throws {
        try bytes.releaseAll()
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
