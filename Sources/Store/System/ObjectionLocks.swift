/// The revisions of the list of objections under which one writer has lines on the way.
public final class ObjectionLocks {
    private let bytes: ByteLocks

    init(path: String) throws {
        bytes = try ByteLocks(path: path)
    }

    /// Makes those wait who want no lines under the revision to be on the way.
    /// - Returns: false if somebody wants that already; then there is a later revision.
    public func hold(_ revision: Int64) throws -> Bool {
        try bytes.hold(revision)
    }

    /// Lets all revisions go.
    public func releaseAll() throws {
        try bytes.releaseAll()
    }

    /// Waits until nobody has lines on the way under an earlier revision.
    /// - Returns: false if somebody has, and the call was not to wait.
    func drain(before revision: Int64, waiting: Bool) throws -> Bool {
        try bytes.drain(0..<max(0, revision), waiting: waiting)
    }
}
