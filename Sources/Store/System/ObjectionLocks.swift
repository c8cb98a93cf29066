/// The revisions of the list of objections under which one writer has lines on the way.
public final class ObjectionLocks {
    private let file: OpenFile

    init(path: String) throws {
        file = try FileSystem.openLock(path)
    }

    /// Makes those wait who want no lines under the revision to be on the way.
    /// - Returns: false if somebody wants that already; then there is a later revision.
    public func hold(_ revision: Int64) throws -> Bool {
        try FileSystem.lock(file, at: revision, .shared, waiting: false)
    }

    /// Lets all revisions go.
    public func releaseAll() throws {
        try FileSystem.unlock(file)
    }

    /// Waits until nobody has lines on the way under an earlier revision.
    /// - Returns: false if somebody has, and the call was not to wait.
    func drain(before revision: Int64, waiting: Bool) throws -> Bool {
        guard revision > 0 else { return true }
        let isDrained = try FileSystem.lock(file, at: 0, count: revision, .exclusive, waiting: waiting)
        try releaseAll()
        return isDrained
    }
}
