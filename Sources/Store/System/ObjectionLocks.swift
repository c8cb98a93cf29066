/// The revisions of the list of objections under which one writer has lines on the way.
public final class ObjectionLocks {
    private let path: String
    private let descriptor: Int32

    init(path: String) throws {
        self.path = path
        descriptor = try FileSystem.openLock(path)
    }

    deinit {
        FileSystem.close(descriptor)
    }

    /// Makes those wait who want no lines under the revision to be on the way.
    /// - Returns: false if somebody wants that already; then there is a later revision.
    public func hold(_ revision: Int64) throws -> Bool {
        try FileSystem.lock(descriptor, at: revision, .shared, waiting: false, path: path)
    }

    /// Lets all revisions go.
    public func releaseAll() throws {
        try FileSystem.unlock(descriptor, path: path)
    }

    /// Waits until nobody has lines on the way under an earlier revision.
    /// - Returns: false if somebody has, and the call was not to wait.
    func drain(before revision: Int64, waiting: Bool) throws -> Bool {
        guard revision > 0 else { return true }
        let isDrained = try FileSystem.lock(
            descriptor, at: 0, count: revision, .exclusive, waiting: waiting, path: path)
        try releaseAll()
        return isDrained
    }
}
