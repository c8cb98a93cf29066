import Foundation

/// An empty folder that is removed with the object.
public final class TemporaryFolder: Sendable {
    public let path: String

    /// Where they lie: in memory if there is room.
    ///
    /// Tests kill a job before each of its writes and look at what is there; no crash of the machine is among them, so waiting for
    /// the disk thousands of times would prove nothing.
    private static let parent: URL = {
        let memory = "/dev/shm"
        let room = try? FileManager.default.attributesOfFileSystem(forPath: memory)[.systemFreeSize] as? Int64
        guard let room, room > 2 << 30, FileManager.default.isWritableFile(atPath: memory) else {
            return FileManager.default.temporaryDirectory
        }
        return URL(fileURLWithPath: memory)
    }()

    public init() throws {
        let url = TemporaryFolder.parent.appendingPathComponent("footfall-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        path = url.path
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }
}
