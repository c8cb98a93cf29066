/// What the system says about a file.
public struct FileStatus: Equatable, Sendable {
    /// Which file it is, whatever its name; unique for as long as the file is open or has a name.
    public struct Node: Hashable, Sendable {
        public let device: UInt64
        public let inode: UInt64
    }

    public let node: Node
    /// Bytes on disk.
    public let size: Int64
    /// When the content changed last, in nanoseconds since 1970.
    public let modified: Int64
    /// Whether the file has a name anywhere.
    public let isLinked: Bool
    public let isRegularFile: Bool
    public let isDirectory: Bool

    /// What is at a path, behind symbolic links.
    ///
    /// - Returns: nil if there is nothing.
    /// - Throws: ``IntakeError/unreadable(path:code:)``.
    public static func of(path: String) throws(IntakeError) -> FileStatus? {
        switch Descriptor.status(path: path) {
        case .success(let status): return status
        case .failure(let error) where error.code == Descriptor.notFound: return nil
        case .failure(let error): throw .unreadable(path: path, code: error.code)
        }
    }
}
