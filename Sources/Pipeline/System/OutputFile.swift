import Glibc

/// Writes what a command was asked to put into a file.
public enum OutputFile {
    /// Whether there is anything at a path.
    static func exists(_ path: String) -> Bool {
        unsafe access(path, F_OK) == 0
    }

    /// Writes the whole text or leaves the file as it was.
    ///
    /// - Parameter replacing: whether a file that is there may be replaced.
    public static func write(_ text: String, to path: String, replacing: Bool = true) throws {
        let temporary = "\(path).\(getpid()).tmp"
        let descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o640)
        guard descriptor >= 0 else { throw failure(.cannotCreate, path) }
        let bytes = Array(text.utf8)
        var written = 0
        while written < bytes.count {
            // SAFETY: `written` stays within the array.
            let count = unsafe bytes.withUnsafeBytes {
                unsafe Glibc.write(
                    descriptor, UnsafeRawBufferPointer(rebasing: $0[written...]).baseAddress, $0.count - written)
            }
            guard count >= 0 || errno == EINTR else {
                let error = failure(.io, path)
                close(descriptor)
                unsafe unlink(temporary)
                throw error
            }
            written += max(0, count)
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

    /// Makes a folder for files that a command was asked to write, if it is not there.
    public static func makeFolder(_ path: String) throws {
        guard unsafe mkdir(path, 0o750) != 0, errno != EEXIST else { return }
        throw failure(.cannotCreate, path)
    }

    private static func failure(_ kind: JobError.Kind, _ path: String) -> JobError {
        JobError(
            kind, unsafe "Cannot write \(path): \(String(cString: strerror(errno))). Check the folder and the disk.")
    }
}
