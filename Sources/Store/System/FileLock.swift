/// A lock between processes on a file, or on one byte of it; released when it is let go or its process ends.
///
/// Open-file-description locks (fcntl(2), F_OFD_SETLK): unlike the older POSIX locks they belong to who opened the
/// file, and unlike flock(2) one descriptor can hold any number of bytes. The bytes need not exist.
public final class FileLock {
    public enum Mode: Sendable {
        case shared, exclusive
    }

    private let file: OpenFile

    /// Takes the lock.
    /// - Parameters:
    ///   - places: the bytes to lock, ascending, so that two that want several cannot wait for each other; none for the
    ///     whole file.
    ///   - waiting: whether to wait for them.
    /// - Returns: nil if the lock is held elsewhere and the call was not to wait.
    init?(_ path: String, at places: [Int64] = [], _ mode: Mode, waiting: Bool) throws {
        file = try FileSystem.openLock(path)
        for place in places.isEmpty ? [nil] : places.map(Optional.some) {
            guard try FileSystem.lock(file, at: place, mode, waiting: waiting) else { return nil }
        }
    }

    deinit {
        // A process that is being started may have a copy of the descriptor for a moment, by which the lock would last.
        // So would those that an init has taken which could not take all.
        try? FileSystem.unlock(file)
    }
}
