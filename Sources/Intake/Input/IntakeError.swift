public import Gzip

/// Why an input could not be read, or not to its end.
public enum IntakeError: Error, Equatable, Sendable {
    /// There is no such file.
    case notFound(path: String)
    /// The path is a folder; its files must be named.
    case isDirectory(path: String)
    /// The file cannot be opened; `code` is the system's errno.
    case unreadable(path: String, code: Int32)
    /// Reading failed at a byte of the input as it lies on disk; `code` is the system's errno.
    case readFailed(path: String, position: Int64, code: Int32)
    /// The gzip data ends too early. Everything before has been delivered; positions count compressed and decompressed
    /// bytes.
    case truncated(path: String, position: Int64, decompressed: Int64)
    /// The gzip data is damaged. Everything before has been delivered.
    case damaged(path: String, decompressed: Int64, cause: GzipError)
}

extension IntakeError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notFound(let path):
            "\(path): no such file"
        case .isDirectory(let path):
            "\(path) is a folder; name the files in it"
        case .unreadable(let path, let code):
            "\(path) cannot be opened: \(Descriptor.message(code))"
        case .readFailed(let path, let position, let code):
            "\(path) cannot be read at byte \(position): \(Descriptor.message(code))"
        case .truncated(let path, let position, let decompressed):
            "\(path): the gzip data ends too early at byte \(position), after \(decompressed) decompressed bytes"
        case .damaged(let path, let decompressed, let cause):
            "\(path): \(cause), after \(decompressed) decompressed bytes"
        }
    }
}
