import Glibc

/// An advisory lock on a file (flock), released when it is let go or its process ends.
public final class FileLock {
    public enum Mode: Sendable {
        case shared, exclusive
    }

    private let descriptor: Int32

    /// Takes the lock.
    /// - Parameter waiting: whether to wait for it.
    /// - Returns: nil if the lock is held elsewhere and the call was not to wait.
    init?(_ path: String, _ mode: Mode, waiting: Bool) throws {
        descriptor = try FileSystem.openLock(path)
        let operation = (mode == .shared ? LOCK_SH : LOCK_EX) | (waiting ? 0 : LOCK_NB)
        while flock(descriptor, operation) != 0 {
            if errno == EINTR { continue }
            FileSystem.close(descriptor)
            if errno == EWOULDBLOCK { return nil }
            throw StoreError(.io, "Cannot lock \(path). The store must lie on a local disk.")
        }
    }

    deinit {
        FileSystem.close(descriptor)
    }
}
