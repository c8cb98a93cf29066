internal import Glibc

/// A private half as an officer shows it to a command: a file, or the standard input.
public struct OfficerKeyFile: Sendable {
    /// A path, or `-` for the standard input.
    public let path: String

    private let descriptor: Int32?

    /// - Parameter argument: a path, or `-` for the standard input.
    public init(_ argument: String) {
        path = argument
        descriptor = argument == "-" ? STDIN_FILENO : nil
    }

    private var shownPath: String { descriptor == nil ? path : "standard input" }

    /// The private half, for who needs it more than once: the standard input can be read only once.
    public func privateHalf() throws -> PrivateHalf { try read() }

    /// Reads the private half; the mode of a named file is looked at before anything is read.
    ///
    /// - Parameter forbidden: a file that must not be the one that is shown, by whatever name.
    func read(unless forbidden: String? = nil) throws -> PrivateHalf {
        let opened = unsafe descriptor ?? open(path, O_RDONLY | O_CLOEXEC)
        guard opened >= 0 else {
            throw errno == ENOENT
                ? OfficerError.noKeyFile(path: path)
                : KeyDirectoryError.system(operation: "open", path: path, code: errno)
        }
        defer { if descriptor == nil { close(opened) } }
        var status = stat()
        guard unsafe fstat(opened, &status) == 0 else {
            throw KeyDirectoryError.system(operation: "fstat", path: shownPath, code: errno)
        }
        if let forbidden, isSame(status, as: forbidden) { throw OfficerError.notCarriedAway(path: forbidden) }
        guard status.st_mode & S_IFMT != S_IFDIR else { throw OfficerError.noOfficerKey(path: shownPath) }
        // Of what is redirected, the shell has judged already who may read it.
        guard descriptor != nil || status.st_mode & S_IFMT != S_IFREG || status.st_mode & 0o077 == 0 else {
            throw OfficerError.keyTooOpen(path: path, mode: status.st_mode & 0o7777)
        }
        guard
            let text = try? KeyFiles.bytes(of: opened, atMost: OfficerKeyText.byteLimit, path: shownPath),
            let half = OfficerKeyText.read(text)
        else { throw OfficerError.noOfficerKey(path: shownPath) }
        return half
    }

    private func isSame(_ status: stat, as path: String) -> Bool {
        var other = stat()
        return unsafe lstat(path, &other) == 0 && other.st_dev == status.st_dev && other.st_ino == status.st_ino
    }
}
