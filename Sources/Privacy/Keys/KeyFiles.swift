internal import Glibc

/// The system calls of the key directory, with typed errors; only this type and ``OfficerKeyFile`` touch files here.
enum KeyFiles {
    enum LockMode {
        case shared, exclusive
    }

    /// Told before each system call that changes something, so that tests can end the process at every one of them.
    @TaskLocal static var willChange: (@Sendable () -> Void)?

    /// Refuses a folder that is not ours alone.
    static func checkFolder(_ path: String) throws(KeyDirectoryError) {
        let descriptor = try openFolder(path)
        defer { close(descriptor) }
        try check(descriptor, path: path, type: S_IFDIR)
    }

    /// Makes a folder of mode 700, or leaves the one that is there.
    static func makeFolder(_ path: String) throws(KeyDirectoryError) {
        willChange?()
        guard unsafe mkdir(path, 0o700) == 0 || errno == EEXIST else { throw failure("mkdir", path) }
    }

    /// The names in a folder, without `.` and `..`, in no order.
    static func names(in folder: String) throws(KeyDirectoryError) -> [String] {
        guard let stream = unsafe opendir(folder) else { throw failure("opendir", folder) }
        defer { unsafe closedir(stream) }
        var names: [String] = []
        while true {
            // The only way to tell a folder that cannot be read any further from its end.
            errno = 0
            guard let entry = unsafe readdir(stream) else {
                guard errno == 0 else { throw failure("readdir", folder) }
                return names
            }
            // SAFETY: an entry is valid until the next `readdir` on this stream, and its name ends with NUL.
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                unsafe String(cString: UnsafeRawPointer(pointer).assumingMemoryBound(to: CChar.self))
            }
            if name != ".", name != ".." { names.append(name) }
        }
    }

    /// A file is made under a name that begins like this, and a random number; it never looks like a key's own name.
    static func temporaryPrefix(of name: String) -> String { ".\(name)." }

    /// The name that a file has, or would have been given had a crash not cut off its making.
    static func finalName(of name: String) -> String {
        guard name.first == ".", let end = name.lastIndex(of: "."), end > name.startIndex else { return name }
        return String(name[name.index(after: name.startIndex)..<end])
    }

    /// Runs `body` while no other process, and no other thread, does so for the same folder; or only those do that share
    /// it as this one does.
    ///
    /// Not to be nested: the inner one would wait for the outer one.
    static func locked<Result: ~Copyable>(
        _ folder: String, _ mode: LockMode = .exclusive, _ body: () throws -> Result
    ) throws -> Result {
        let descriptor = try openFolder(folder)
        defer { close(descriptor) }
        while flock(descriptor, mode == .shared ? LOCK_SH : LOCK_EX) != 0 {
            guard errno == EINTR else { throw failure("flock", folder) }
        }
        return try body()
    }

    static func openFolder(_ path: String) throws(KeyDirectoryError) -> Int32 {
        let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else {
            switch errno {
            case ENOENT: throw .missing(path: path)
            case ENOTDIR: throw .wrongType(path: path)
            default: throw failure("open", path)
            }
        }
        return descriptor
    }

    /// Checks type, owner and mode of an open file and returns its size.
    @discardableResult
    static func check(
        _ descriptor: Int32, path: String, type: mode_t
    ) throws(KeyDirectoryError) -> Int64 {
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw failure("fstat", path) }
        guard status.st_mode & S_IFMT == type else { throw .wrongType(path: path) }
        guard status.st_uid == geteuid() else { throw .foreignOwner(path: path, owner: status.st_uid) }
        guard status.st_mode & 0o077 == 0 else { throw .tooOpen(path: path, mode: status.st_mode & 0o7777) }
        return Int64(status.st_size)
    }

    static func failure(_ operation: String, _ path: String) -> KeyDirectoryError {
        .system(operation: operation, path: path, code: errno)
    }
}
