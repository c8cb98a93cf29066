/// Why the key directory cannot be used; names paths, never what is in them.
public enum KeyDirectoryError: Error, Equatable, Sendable {
    /// Others than the owner may read or write: `chmod` it (700 for folders, 600 for files) and ask who has read it.
    case tooOpen(path: String, mode: UInt32)
    /// The file or folder belongs to another user than the one that runs.
    case foreignOwner(path: String, owner: UInt32)
    /// Something other than a plain folder or a plain file stands in its place.
    case wrongType(path: String)
    /// A key file does not hold exactly 32 bytes.
    case damaged(path: String, byteCount: Int)
    /// A file is not of a form that this version writes.
    case malformed(path: String)
    /// There is no key directory here.
    case missing(path: String)
    /// The operating system refused.
    case system(operation: String, path: String, code: Int32)
}

extension KeyDirectoryError {
    /// Whether the permissions are at fault (exit code 77) and not the file system or the content.
    public var isPermission: Bool {
        switch self {
        case .tooOpen, .foreignOwner: true
        default: false
        }
    }
}

extension KeyDirectoryError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .tooOpen(let path, let mode):
            "\(path): mode \(String(mode, radix: 8)) lets others in; keys need 700 for folders and 600 for files"
        case .foreignOwner(let path, let owner):
            "\(path): belongs to user \(owner); run as that user or change the owner"
        case .wrongType(let path):
            "\(path): neither a plain folder nor a plain key file"
        case .damaged(let path, let byteCount):
            "\(path): holds \(byteCount) bytes where a key has 32; restore it or destroy its epoch"
        case .malformed(let path):
            "\(path): not of a form that this version reads; restore it, or move it away"
        case .missing(let path):
            "\(path): no key directory here"
        case .system(let operation, let path, let code):
            "\(path): \(operation) failed with error number \(code)"
        }
    }
}
