import Glibc

/// Writes what a command was asked to put into a file.
public enum OutputFile {
    /// Whether there is anything at a path.
    public static func exists(_ path: String) -> Bool {
        unsafe access(path, F_OK) == 0
    }

    /// Writes the whole text or leaves the file as it was; what a link leads to is written, and the link stays.
    ///
    /// A device or a pipe is written to as it is: to put a file in its place would take it from everybody.
    ///
    /// - Parameter replacing: whether a file that is there may be replaced.
    public static func write(_ text: String, to path: String, replacing: Bool = true) throws {
        var status = stat()
        let isThere = unsafe stat(path, &status) == 0
        if isThere, replacing, status.st_mode & S_IFMT != S_IFREG, status.st_mode & S_IFMT != S_IFDIR {
            let descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC)
            guard descriptor >= 0 else { throw failure(.cannotCreate, path) }
            defer { close(descriptor) }
            return try write(Array(text.utf8), to: descriptor, path)
        }
        try put(text, in: isThere && replacing ? resolved(path) : path, replacing: replacing)
    }

    /// Where the links of a path lead to.
    private static func resolved(_ path: String) -> String {
        guard let real = unsafe realpath(path, nil) else { return path }
        defer { unsafe free(real) }
        return unsafe String(cString: real)
    }

    private static func put(_ text: String, in path: String, replacing: Bool) throws {
        let temporary = "\(path).\(getpid()).tmp"
        let descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o640)
        guard descriptor >= 0 else { throw failure(.cannotCreate, path) }
        do {
            try write(Array(text.utf8), to: descriptor, path)
        } catch {
            close(descriptor)
            unsafe unlink(temporary)
            throw error
        }
        guard fsync(descriptor) == 0, close(descriptor) == 0 else {
            let error = failure(.io, path)
            unsafe unlink(temporary)
            throw error
        }
        guard unsafe replacing ? rename(temporary, path) == 0 : link(temporary, path) == 0 else {
            let error = failure(replacing ? .io : .cannotCreate, path)
            unsafe unlink(temporary)
            throw error
        }
        if !replacing { unsafe unlink(temporary) }
    }

    private static func write(_ bytes: [UInt8], to descriptor: CInt, _ path: String) throws {
        var written = 0
        while written < bytes.count {
            // SAFETY: `written` stays within the array.
            let count = unsafe bytes.withUnsafeBytes {
                unsafe Glibc.write(
                    descriptor, UnsafeRawBufferPointer(rebasing: $0[written...]).baseAddress, $0.count - written)
            }
            guard count >= 0 || errno == EINTR else { throw failure(.io, path) }
            written += max(0, count)
        }
    }

    /// Makes a folder for files that a command was asked to write, if it is not there.
    public static func makeFolder(_ path: String) throws {
        guard unsafe mkdir(path, 0o750) != 0, errno != EEXIST else { return }
        throw failure(.cannotCreate, path)
    }

    /// Removes a file, if it is there.
    public static func remove(_ path: String) throws {
        guard unsafe unlink(path) != 0, errno != ENOENT else { return }
        throw failure(.io, path)
    }

    private static func failure(_ kind: JobError.Kind, _ path: String) -> JobError {
        JobError(
            kind, unsafe "Cannot write \(path): \(String(cString: strerror(errno))). Check the folder and the disk.")
    }
}
